// Many orders in one request: an array or NDJSON, each row with an outcome of its own, in order.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { holdRows } from '../hold-rows.ts';
import { openShop, type Shop } from '../shop.ts';
import { levelAt, orderOf, stockUp } from '../stock.ts';

const ROWS = 2500;

interface Outcome {
  readonly row: number;
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely
  readonly order?: any;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely
  readonly problem?: any;
}

let shop: Shop;
const logged: string[] = [];
before(async () => {
  const write = (line: string) => logged.push(line);
  shop = await openShop({ log: pino({ level: 'error' }, { write }) });
  await stockUp(shop, { BER: { BULK: 5000, SCARCE: 3 } });
});
after(() => shop.close());

async function send(body: unknown, type: string, headers = {}): Promise<Outcome[]> {
  const answer = await shop.call('POST', '/v1/orders/bulk', body, {
    'content-type': type,
    ...headers,
  });
  assert.equal(answer.status, 200, String(answer.body));
  assert.match(String(answer.headers['content-type']), /ndjson/);
  return String(answer.body)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
const sendLines = (lines: readonly string[], headers = {}) =>
  send(lines.join('\n'), 'application/x-ndjson', headers);
const sendArray = (orders: readonly unknown[], headers = {}) =>
  send(orders, 'application/json', headers);

const numberOf = (outcome: Outcome) => outcome.order?.number;

describe('NDJSON', () => {
  test('2,500 rows with broken ones among them: every row has its own outcome, in order', async () => {
    const lines = Array.from({ length: ROWS }, (_, place) => {
      if (place % 500 === 7) return '{"channel": "web", ';
      if (place % 500 === 8) return JSON.stringify({ channel: 'web', currency: 'EUR', lines: [] });
      if (place % 500 === 9) return JSON.stringify(orderOf({ BULK: 1 }, { channel: 'none' }));
      return JSON.stringify(orderOf({ BULK: 1 }, { externalId: `B-${place}` }));
    });
    const outcomes = await sendLines(lines);
    assert.equal(outcomes.length, ROWS);
    const expected: Record<number, [number, string | undefined]> = {
      7: [400, 'body-not-json'],
      8: [400, 'validation-failed'],
      9: [422, 'channel-unknown'],
    };
    outcomes.forEach((outcome, place) => {
      const [status, code] = expected[place % 500] ?? [201, undefined];
      assert.deepEqual([outcome.row, outcome.status], [place + 1, status]);
      assert.equal(outcome.problem?.code, code);
      if (status === 201) assert.equal(outcome.order.externalId, `B-${place}`);
    });
    const captured = outcomes.filter((outcome) => outcome.status === 201);
    assert.equal(new Set(captured.map(numberOf)).size, captured.length);
    assert.equal((await levelAt(shop, 'BULK', 'BER')).reserved, captured.length);
  });

  test('the same rows again are the same orders; a row is its line, blank ones counted', async () => {
    const line = JSON.stringify(orderOf({ BULK: 1 }, { externalId: 'B-1' }));
    const before = await levelAt(shop, 'BULK', 'BER');
    const outcomes = await sendLines([line, '', line]);
    assert.deepEqual(
      outcomes.map((outcome) => [outcome.row, outcome.status]),
      [
        [1, 200],
        [3, 200],
      ],
    );
    assert.deepEqual(await levelAt(shop, 'BULK', 'BER'), before);
  });

  test('rows want the same scarce stock: who comes first gets it, the rest is refused', async () => {
    const line = JSON.stringify(orderOf({ SCARCE: 2 }));
    const one = JSON.stringify(orderOf({ SCARCE: 1 }));
    const outcomes = await sendLines([line, line, one, one]);
    assert.deepEqual(
      outcomes.map((outcome) => outcome.status),
      [201, 409, 201, 409],
    );
  });
});

test('a sender that goes away in the middle of its first row is nothing to tell', async () => {
  const url = await shop.app.listen({ host: '127.0.0.1', port: 0 });
  const headers = {
    authorization: `Bearer ${shop.secret}`,
    'content-type': 'application/x-ndjson',
  };
  const sent = request(`${url}/v1/orders/bulk`, { method: 'POST', headers });
  sent.on('error', () => {});
  const arrived = once(shop.app.server, 'request');
  sent.write('{"channel": "web", ');
  const [, answer] = await arrived;
  const closed = once(answer, 'close');
  await sleep(100); // its handler reads by now
  sent.destroy();
  await closed;
  await sleep(50);
  assert.deepEqual(logged, []);
});

describe('an array', () => {
  test('has an outcome per order, also for what is no order at all', async () => {
    const outcomes = await sendArray([orderOf({ BULK: 1 }), 7, null, orderOf({ 'NO-SUCH': 1 })]);
    assert.deepEqual(
      outcomes.map((outcome) => outcome.status),
      [201, 400, 400, 201],
    );
  });

  test('under an idempotency key is answered again row by row, with the very same orders', async () => {
    const orders = [orderOf({ BULK: 1 }), orderOf({ BULK: 9999 }), orderOf({ BULK: 2 })];
    const key = { 'idempotency-key': 'nightly import' };
    const first = await sendArray(orders, key);
    const second = await sendArray(orders, key);
    const plain = (outcomes: Outcome[]) =>
      outcomes.map(({ row, order, problem }) => [row, order, problem?.code]);
    assert.deepEqual(plain(second), plain(first));
    assert.deepEqual(
      first.map((outcome) => outcome.status),
      [201, 409, 201],
    );
  });

  test('of more than 1,000 orders, or something else, is refused as a whole', async () => {
    const refuse = async (body: unknown) =>
      (await shop.call('POST', '/v1/orders/bulk', body)).body.code;
    const order = orderOf({ BULK: 1 });
    assert.equal(await refuse(Array.from({ length: 1001 }, () => order)), 'body-too-large');
    assert.equal(await refuse({ orders: [order] }), 'validation-failed');
  });
});

test('rows that others keep from the database are refused as a single order is: ask again', async () => {
  const order = orderOf({ BULK: 1 });
  const held = await holdRows(shop, 'select from stock_levels for update');
  const single = shop.call('POST', '/v1/orders', order);
  const [row] = await sendArray([order]);
  const { status, body } = await single;
  await held.release();
  assert.deepEqual([status, body.code], [503, 'overloaded']);
  assert.deepEqual([row?.status, row?.problem.code], [503, 'overloaded']);
  assert.equal(row?.problem.detail, body.detail);
});
