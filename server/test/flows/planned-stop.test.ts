// A server that is told to stop answers what it was asked before.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../../src/config.ts';
import { type Server, serve } from '../../src/serve.ts';
import { holdRows } from '../hold-rows.ts';
import { openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';
import { until } from '../until.ts';

/** Far less than it waits for answers, and more than a busy machine needs. */
const AT_ONCE_MS = 3000;

let shop: Shop;
let home: string;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 100 } });
  home = await mkdtemp(join(tmpdir(), 'doorstep-stop-'));
});
after(async () => {
  await shop.close();
  await rm(home, { recursive: true });
});

function startWith(processes: number): Promise<Server> {
  const config = readConfig({
    DATABASE_URL: shop.url,
    DOORSTEP_DATA: home,
    DOORSTEP_PORT: '0',
    DOORSTEP_ROLE: 'api',
    DOORSTEP_DEMO: 'no',
    DOORSTEP_LOG: 'silent',
    DOORSTEP_SECRET_KEY: randomBytes(32).toString('base64'),
    DOORSTEP_API_PROCESSES: String(processes),
  });
  return serve(config, () => {}, { providers: () => [] });
}

function post({ url }: Server, path: string, body: object): Promise<Response> {
  return fetch(url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${shop.secret}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** A connection that stays open, and what has come on it. */
async function openLine({ url }: Server) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => {});
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString();
  });
  await once(socket, 'connect');
  return {
    socket,
    ask: (path: string) =>
      socket.write(
        `GET ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${shop.secret}\r\n\r\n`,
      ),
    text: () => text,
  };
}

async function timeOf(work: Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work;
  return performance.now() - begun;
}

for (const processes of [1, 2])
  describe(`a stop of a server with ${processes === 1 ? 'one process' : 'two processes'}`, () => {
    test('an order that is being captured gets its answer, and no new connection is taken', async (t) => {
      const server = await startWith(processes);
      const held = await holdRows(shop, 'select from stock_levels for update');
      t.after(held.release);
      const order = post(server, '/v1/orders', orderOf({ MUG: 1 }));
      await held.untilAwaited(1);
      const stopped = server.stop();
      await sleep(1000);
      await assert.rejects(fetch(`${server.url}/v1/me`));
      await held.release();
      const answer = await order;
      assert.equal(answer.status, 201, await answer.text());
      assert.equal(answer.headers.get('connection'), 'close');
      await stopped;
    });

    test('with nothing under way it is at once, though connections and streams of events are open', async () => {
      const server = await startWith(processes);
      const [silent, idle, stream] = await Promise.all([1, 2, 3].map(() => openLine(server)));
      assert.ok(silent !== undefined && idle !== undefined && stream !== undefined);
      idle.ask('/v1/me');
      stream.ask('/v1/events/stream');
      await until(() => idle.text().includes('200 OK'), 'an answer');
      await until(() => stream.text().includes(': welcome'), 'the stream is open');
      assert.ok((await timeOf(server.stop())) < AT_ONCE_MS);
      // The end of a stream that is told in pieces: its reader knows that nothing was cut off.
      await until(() => stream.text().endsWith('\r\n0\r\n\r\n'), 'the stream came to its end');
      await until(() => [silent, idle, stream].every(({ socket }) => socket.closed), 'all closed');
    });
  });

test('what is asked on an open connection meanwhile is told when to come again', async (t) => {
  const server = await startWith(1);
  const held = await holdRows(shop, 'select from stock_levels for update');
  t.after(held.release);
  const order = post(server, '/v1/orders', orderOf({ MUG: 1 }));
  await held.untilAwaited(1);
  const line = await openLine(server);
  line.ask('/v1/me');
  await until(() => line.text().includes('200 OK'), 'an answer');
  // Begun, so that the connection is not idle, and not whole, so that it is no request yet.
  line.socket.write('GET /v1/me HTTP/1.1\r\n');
  await sleep(200);
  const stopped = server.stop();
  await sleep(200);
  line.socket.write('host: x\r\n\r\n');
  await until(() => line.text().includes('HTTP/1.1 503'), 'it is told');
  const told = line.text().slice(line.text().indexOf('HTTP/1.1 503'));
  assert.match(told, /^retry-after: 1\r$/im);
  assert.match(told, /^connection: close\r$/im);
  assert.match(told, /"code":"overloaded"/);
  await held.release();
  assert.equal((await order).status, 201);
  await stopped;
});

test('an answer that does not come is not waited for without end', async () => {
  const server = await startWith(1);
  const line = await openLine(server);
  line.socket.write(
    `POST /v1/orders HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${shop.secret}\r\n` +
      'content-type: application/json\r\ncontent-length: 1000\r\n\r\n{',
  );
  await sleep(200);
  assert.ok((await timeOf(server.stop())) < 8000);
  await until(() => line.socket.closed, 'it is closed');
});
