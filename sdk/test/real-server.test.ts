// The SDK against a real server: what the fakes of the other tests take for granted.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openShop, type Shop } from '../../server/test/shop.ts';
import { orderOf, stockUp } from '../../server/test/stock.ts';
import { type BulkOutcome, type Doorstep, doorstepClient } from '../src/doorstep-client.ts';

let shop: Shop;
let doorstep: Doorstep;
let url: string;
before(async () => {
  shop = await openShop();
  url = await shop.app.listen({ host: '127.0.0.1', port: 0 });
  doorstep = doorstepClient({ url, apiKey: shop.secret });
  await stockUp(shop, { BERLIN: { MUG: 2000 } });
});
after(() => shop.close());

const lines = [{ sku: 'MUG', quantity: 1, unitPrice: '10.00' }];
const newOrder = { channel: 'web', currency: 'EUR', lines };

test('the same key is the same order, from whichever call', async () => {
  const [one, other] = await Promise.all([
    doorstep.captureOrder(newOrder, { idempotencyKey: 'checkout-1' }),
    doorstep.captureOrder(newOrder, { idempotencyKey: 'checkout-1' }),
  ]);
  assert.equal(one.id, other.id);
  await assert.rejects(
    doorstep.captureOrder({ ...newOrder, note: 'Other' }, { idempotencyKey: 'checkout-1' }),
    { code: 'idempotency-key-reused', status: 422 },
  );
  assert.notEqual((await doorstep.captureOrder(newOrder)).id, one.id);
});

test('path and body stand where the server looks for them', async () => {
  const { id, lines: captured } = await doorstep.captureOrder({ ...newOrder, tags: ['gift'] });
  const hold = await doorstep.placeHold({ order: id, reason: 'other', handle: 'check' });
  assert.equal((await doorstep.getOrder({ order: id })).status, 'on-hold');
  await doorstep.releaseHold({ order: id, hold: hold.id });
  await doorstep.tagOrder({ order: id, tag: 'half & half/whole' });
  const { tags } = await doorstep.untagOrder({ order: id, tag: 'gift' });
  assert.deepEqual(tags, ['half & half/whole']);
  await doorstep.addNote({ order: id, body: 'Leave it with the neighbor.' });
  const line = captured[0]?.id ?? '';
  const asked = { order: id, reason: 'customer', lines: [{ line, quantity: 1 }] } as const;
  assert.equal((await doorstep.cancelOrder(asked)).status, 'canceled');
  await assert.rejects(doorstep.cancelOrder(asked), { code: 'not-cancelable' });
  await assert.rejects(doorstep.getOrder({ order: '0' }), { code: 'not-found' });
  const none = { ...newOrder, lines: [] };
  await assert.rejects(doorstep.captureOrder(none), (error: { errors: { field: string }[] }) =>
    error.errors.some(({ field }) => field === '/lines'),
  );
});

test('many orders are captured once, however often they are sent', async () => {
  const rows = Array.from({ length: 700 }, (_, row) => ({
    ...newOrder,
    externalId: `bulk-${row}`,
  }));
  const first = await outcomesOf(doorstep, rows);
  assert.deepEqual(
    first.map(({ row, status }) => [row, status]),
    rows.map((_, index) => [index + 1, 201]),
  );
  const second = await outcomesOf(doorstep, rows);
  assert.ok(second.every(({ status }) => status === 200));
  assert.deepEqual(
    second.map(({ order }) => order?.id),
    first.map(({ order }) => order?.id),
  );
  const greedy = { ...newOrder, lines: [{ ...lines[0], sku: 'MUG', quantity: 100_000 }] };
  const [refused] = await outcomesOf(doorstep, [greedy]);
  assert.equal(refused?.problem?.code, 'insufficient-stock');
  const ids = new Set<string>();
  for await (const { id } of doorstep.listOrders.all({ channel: 'web', limit: 200 })) ids.add(id);
  assert.ok(first.every(({ order }) => order !== undefined && ids.has(order.id)));
});

test('the log is followed over breaks, without a hole and without a double', async () => {
  await shop.sequence();
  const all: number[] = [];
  for await (const { position } of doorstep.listEvents.all({ limit: 500 })) all.push(position ?? 0);
  // Breaks after every few bytes that it lets through.
  const breaking: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    if (response.body === null) return response;
    let left = 60_000;
    const cut = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        controller.enqueue(chunk.subarray(0, left));
        left -= chunk.length;
        if (left <= 0) controller.error(new TypeError('terminated'));
      },
    });
    return new Response(response.body.pipeThrough(cut), response);
  };
  const follower = doorstepClient({ url, apiKey: shop.secret, fetch: breaking, backoffMs: 1 });
  const followed: number[] = [];
  for await (const { position } of follower.streamEvents({ after: 0 })) {
    followed.push(position);
    if (followed.length === all.length) break;
  }
  assert.deepEqual(followed, all);
  assert.ok(all.length > 700);
});

test('an event is followed the moment it happens', async () => {
  const events = doorstep.streamEvents({ after: await lastPosition() });
  const first = events.next();
  const { body } = await shop.call('POST', '/v1/orders', orderOf({ MUG: 1 }));
  await shop.sequence();
  const { value } = await first;
  assert.equal(value?.type, 'order.captured.v1');
  assert.equal(value?.subject, body.id);
  await events.return();
});

async function lastPosition(): Promise<number> {
  await shop.sequence();
  let last = 0;
  for await (const { position } of doorstep.listEvents.all({ limit: 1000 }))
    last = position ?? last;
  return last;
}

async function outcomesOf(
  by: Doorstep,
  orders: Parameters<Doorstep['captureOrdersInBulk']>[0],
): Promise<BulkOutcome[]> {
  const outcomes: BulkOutcome[] = [];
  for await (const outcome of by.captureOrdersInBulk(orders)) outcomes.push(outcome);
  return outcomes;
}
