// Senders who stop in the middle of what they send, or are gone without a word: nothing is kept for them
// for ever.

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, connect } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { openFront } from '../../src/front/open-front.ts';
import { buildApp } from '../../src/http/app.ts';
import { bindRoutes } from '../../src/routes.ts';
import { holdRows } from '../hold-rows.ts';
import { openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';
import { until } from '../until.ts';

const LIMIT_MS = 600;
const NDJSON = 'application/x-ndjson';

let shop: Shop;
let app: FastifyInstance;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 100 } });
  const log = pino({ level: 'silent' });
  app = buildApp(log, { bodyLimits: { wholeMs: LIMIT_MS, pauseMs: LIMIT_MS } });
  bindRoutes(app, shop.runtime);
  await app.listen({ host: '127.0.0.1', port: 0 });
});
after(async () => {
  await app.close();
  await shop.close();
});

const portOf = () => (app.server.address() as AddressInfo).port;

/** Begins a request; its body is written to the socket. */
async function begin(path: string, type: string, more = '') {
  const socket = connect(portOf(), '127.0.0.1').on('error', () => {});
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk.toString();
  });
  await once(socket, 'connect');
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: ${type}\r\n` +
      `authorization: Bearer ${shop.secret}\r\n${more}\r\n`,
  );
  return { socket, answer: () => answer };
}

const row = (number: number) =>
  `${JSON.stringify(orderOf({ MUG: 1 }, { externalId: `row ${number}` }))}\n`;

const chunked = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

test('who stops in the middle of a body is cut off, before anybody asks who it is', async () => {
  const { socket } = await begin('/v1/sessions', 'application/json', 'content-length: 1000\r\n');
  socket.write('{"tenant"');
  await until(() => socket.closed, 'it is cut off', 5000);
});

test('a body has a time in all, so that a little of it now and then keeps nothing open', async () => {
  const { socket } = await begin('/v1/orders', 'application/json', 'content-length: 100000\r\n');
  const drip = setInterval(() => socket.write(' '), LIMIT_MS / 10);
  await until(() => socket.closed, 'it is cut off', 5000).finally(() => clearInterval(drip));
});

test('a stream of rows goes on for as long as something comes, and is cut off when nothing does', async () => {
  const { socket, answer } = await begin(
    '/v1/orders/bulk',
    NDJSON,
    'transfer-encoding: chunked\r\n',
  );
  const rows = Math.ceil((3 * LIMIT_MS) / 100);
  for (let number = 0; number < rows; number += 1) {
    socket.write(chunked(row(number)));
    await sleep(100);
  }
  await until(() => answer().split('"status":201').length - 1 === rows, 'an answer to each row');
  await until(() => socket.closed, 'it is cut off', 5000);
});

test('who has sent everything is not cut off because we are slow', async (t) => {
  const held = await holdRows(shop, 'select from stock_levels for update');
  t.after(held.release);
  const more = `content-length: ${Buffer.byteLength(row(999))}\r\n`;
  const requests = await Promise.all([
    begin('/v1/orders/bulk', NDJSON, more),
    begin('/v1/orders', 'application/json', more),
  ]);
  requests.forEach(({ socket }, at) => void socket.write(row(999 - at)));
  await held.untilAwaited(1);
  await sleep(3 * LIMIT_MS);
  await held.release();
  for (const { socket, answer } of requests) {
    await until(() => /201/.test(answer()), 'an answer');
    socket.destroy();
  }
});

const isLinux = process.platform === 'linux';

test('connections are looked after by the system, which sees who is gone without a word', {
  skip: !isLinux && 'the timers of connections are looked up in /proc',
}, async () => {
  const front = await openFront({
    ...{ host: '127.0.0.1', port: 0, tenantOf: async () => undefined },
    take: (_tenant, _bytes, socket) => void socket.destroy(),
  });
  for (const port of [portOf(), Number(new URL(front.url).port)]) {
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    await once(socket, 'connect');
    await until(() => isKeptAlive(port, socket.localPort ?? 0), `keep-alive on ${port}`, 5000);
    socket.destroy();
  }
  await front.stop();
});

/** Whether the server's side of a connection has a timer of that kind. */
async function isKeptAlive(port: number, from: number): Promise<boolean> {
  const hex = (number: number) => number.toString(16).toUpperCase().padStart(4, '0');
  const lines = (await readFile('/proc/net/tcp', 'utf8')).split('\n');
  const line = lines.find((one) => one.includes(`:${hex(port)} 0100007F:${hex(from)} 01 `));
  return / 02:[0-9A-F]{8} /.test(line ?? '');
}
