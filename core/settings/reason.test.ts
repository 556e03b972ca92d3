import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doubledCode, isGiven, usualReasons, withNothingForgotten } from './reason.ts';

test('what a new list leaves out is retired behind it, and may not be given any more', () => {
  const before = usualReasons('refund');
  const own = { code: 'late', name: 'Came late', retired: false };
  const after = withNothingForgotten(before, [own, { code: 'lost', name: null, retired: false }]);
  assert.deepEqual(
    after.map(({ code, retired }) => [code, retired]),
    [
      ['late', false],
      ['lost', false],
      ['goodwill', true],
      ['other', true],
    ],
  );
  assert.ok(isGiven(after, 'late') && isGiven(after, 'lost'));
  assert.ok(!isGiven(after, 'goodwill') && !isGiven(after, 'never-heard-of'));
});

test('a code stands in a list once', () => {
  const [first, ...rest] = usualReasons('hold');
  assert.equal(doubledCode(usualReasons('hold')), undefined);
  assert.equal(doubledCode([...rest, ...(first === undefined ? [] : [first, first])]), first?.code);
});
