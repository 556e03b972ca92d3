// A bulk action of which orders fail. A real server lets none fail but by a fault of its own.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, test } from 'node:test';
import { runDoorstep } from './doorstep.ts';

const MADE = { id: 'blk_1', state: 'preview', orders: 3, eligible: 3, skips: [] };
let failed = 0;
const server = createServer((request, response) => {
  request.resume();
  const done = { ...MADE, state: 'done', done: 3 - failed, skipped: 0, failed };
  response.end(JSON.stringify(request.method === 'POST' ? MADE : done));
});
afterEach(() => server.close());

test('a bulk action ends with 1 when orders failed', async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const env = { DOORSTEP_URL: `http://127.0.0.1:${port}`, DOORSTEP_API_KEY: 'dsk_test' };
  const tag = ['orders', 'bulk', 'tag', '--set', 'vip', '--yes'];
  const well = await runDoorstep(tag, '', env);
  assert.deepEqual([well.code, well.out], [0, '3 done, 0 left alone, 0 failed.\n'], well.err);
  failed = 1;
  const badly = await runDoorstep(tag, '', env);
  assert.deepEqual([badly.code, badly.out], [1, '2 done, 0 left alone, 1 failed.\n'], badly.err);
  const json = await runDoorstep([...tag, '--json'], '', env);
  assert.deepEqual([json.code, JSON.parse(json.out).failed], [1, 1]);
});
