// A server that hangs up: the command asks again under the same key, so that nothing happens twice.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, test } from 'node:test';
import { runDoorstep } from './doorstep.ts';

let server: Server;
afterEach(() => server.close());

/** Hangs up on the first requests, before it answers or in the midst of it. */
async function hangingUp(times: number): Promise<{ url: string; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  server = createServer((request, response) => {
    asked.push(request);
    request.resume();
    request.on('end', () => {
      if (asked.length > times) response.end('{"code":"web"}');
      else if (asked.length === 1) request.socket.destroy();
      else {
        response.writeHead(201, { 'content-length': '1000' });
        response.write('{"co', () => request.socket.destroy());
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const create = (url: string) =>
  runDoorstep(['channels', 'create', 'web', '--name', 'Web', '--json'], '', {
    DOORSTEP_URL: url,
    DOORSTEP_API_KEY: 'dsk_test',
  });

test('an answer that was lost is asked for again with the same idempotency key', async () => {
  const { url, asked } = await hangingUp(2);
  const { code, out, err } = await create(url);
  assert.deepEqual([code, JSON.parse(out)], [0, { code: 'web' }], err);
  const keys = asked.map(({ headers }) => headers['idempotency-key']);
  assert.deepEqual([keys.length, new Set(keys).size], [3, 1]);
  assert.match(String(keys[0]), /^[0-9a-f-]{36}$/);
});

test('a server that always hangs up is given up after four times', async () => {
  const { url, asked } = await hangingUp(100);
  const { code, err } = await create(url);
  assert.equal(code, 3);
  assert.match(err, /^No Doorstep answers at/);
  assert.equal(asked.length, 4);
});
