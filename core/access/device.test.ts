import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviceOf } from './device.ts';

const mozilla = (rest: string) => `Mozilla/5.0 (${rest}`;

test('a browser is told in the words of its users', () => {
  const known = {
    'Firefox on Linux': mozilla('X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'),
    'Chrome on Windows': mozilla(
      'Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36',
    ),
    'Edge on Windows': mozilla(
      'Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0',
    ),
    'Safari on iPhone': mozilla(
      'iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile/15E Safari/604.1',
    ),
  };
  for (const [words, agent] of Object.entries(known)) assert.equal(deviceOf(agent), words);
});

test('a program is told by its first word, and what is no word is unknown', () => {
  assert.equal(deviceOf('curl/8.5.0'), 'curl/8.5.0');
  assert.equal(deviceOf(undefined), 'Unknown');
  assert.equal(deviceOf('\u0007\u0000'), 'Unknown');
  assert.equal(deviceOf('x'.repeat(500)).length, 80);
});
