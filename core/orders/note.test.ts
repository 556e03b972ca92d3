import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mentionsIn, noteInWords } from './note.ts';

const ada = `usr_${'a'.repeat(32)}`;
const bob = `usr_${'b'.repeat(32)}`;

test('a note names users by id, each once', () => {
  assert.deepEqual(mentionsIn(`<@${ada}> and <@${bob}>, <@${ada}>: look`), [ada, bob]);
  assert.deepEqual(mentionsIn('ada@example.com <@nobody> @Ada'), []);
});

test('people read their names', () => {
  assert.equal(
    noteInWords(`<@${ada}>, please`, () => 'Ada'),
    '@Ada, please',
  );
});
