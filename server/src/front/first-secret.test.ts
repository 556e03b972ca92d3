import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstSecret } from './first-secret.ts';

const BROWSER = `dsb_${'a'.repeat(43)}`;
const OTHER = `dsb_${'b'.repeat(43)}`;

test('the secret of a program is read as soon as the head is there', () => {
  const head = 'POST /v1/orders HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer dsk_1\r\n\r\n{"a":1}';
  const whole = Buffer.from(head);
  const end = head.indexOf('\r\n\r\n') + 4;
  for (let length = 0; length < end; length += 1)
    assert.equal(firstSecret(whole.subarray(0, length)), 'more', `after ${length} bytes`);
  assert.deepEqual(firstSecret(whole), { secret: 'dsk_1' });
});

test('a browser is known by the first session of its cookie, under either name', () => {
  for (const name of ['doorstep', '__Host-doorstep']) {
    const head = `GET / HTTP/1.1\r\ncookie: theme=dark; ${name}=${BROWSER}.${OTHER}\r\n\r\n`;
    assert.deepEqual(firstSecret(Buffer.from(head)), { secret: BROWSER });
  }
});

test('a header goes before a cookie, and the session of a browser is none of a program', () => {
  const cookie = `cookie: doorstep=${BROWSER}`;
  const secretOf = (authorization: string) =>
    firstSecret(
      Buffer.from(`GET / HTTP/1.1\r\n${cookie}\r\nauthorization: ${authorization}\r\n\r\n`),
    );
  assert.deepEqual(secretOf('Bearer dsk_1'), { secret: 'dsk_1' });
  assert.equal(secretOf('Basic YTpi'), null);
  assert.equal(secretOf(`Bearer ${OTHER}`), null);
});

test('what is no HTTP is not waited for', () => {
  assert.equal(firstSecret(Buffer.from([0x16, 0x03, 0x01])), null);
});

test('who shows nothing has no secret, whatever the body says', () => {
  const head =
    'POST /hook HTTP/1.1\r\ncontent-length: 50\r\n\r\n\r\nauthorization: bearer dsk_1\r\n';
  assert.equal(firstSecret(Buffer.from(head)), null);
  assert.equal(firstSecret(Buffer.from('GET / HTTP/1.1\r\n\r\n')), null);
});

test('a head that does not end is not waited for beyond its limit', () => {
  assert.equal(firstSecret(Buffer.alloc(16 * 1024 - 1, 'x')), 'more');
  assert.equal(firstSecret(Buffer.alloc(16 * 1024, 'x')), null);
});
