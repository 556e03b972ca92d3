// What happened to orders, in order: the timeline, the live stream, and the log under load.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWorker, type Worker } from '../../src/worker.ts';
import { type StreamedEvent, streamedEvents } from '../read-stream.ts';
import { type Caller, openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

let shop: Shop;
let worker: Worker;
let address: string;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 5000 } });
  worker = startWorker(shop.runtime);
  address = await shop.app.listen({ host: '127.0.0.1', port: 0 });
});
after(async () => {
  await worker.stop();
  await shop.close();
});

const streamed = (count: number, headers: object, query = '') =>
  streamedEvents({ address, secret: shop.secret }, count, { headers, query });
const typesOf = (events: readonly StreamedEvent[]) => events.map((event) => event.type);

test('the timeline tells everything that happened, a page at a time', async () => {
  const order = await shop.call('POST', '/v1/orders', orderOf({ MUG: 2 }, { note: 'Hello' }));
  const path = `/v1/orders/${order.body.id}`;
  await shop.call('PUT', `${path}/tags/vip`);
  const hold = await shop.call('POST', `${path}/holds`, { reason: 'other' });
  await shop.call('PUT', `${path}/holds/${hold.body.id}/release`);
  await shop.call('PATCH', `${path}/custom-fields`, { customFields: { a: 1 } });
  const canceled = await shop.call('POST', `${path}/cancellations`, { reason: 'other' });
  const types = [
    'order.captured.v1',
    'order.note_added.v1',
    'order.tagged.v1',
    'order.held.v1',
    'order.hold_released.v1',
    'order.custom_fields_set.v1',
    'order.canceled.v1',
  ];
  const whole = (await shop.call('GET', `${path}/timeline`)).body;
  assert.deepEqual(typesOf(whole.items), types);
  assert.deepEqual([whole.nextAfterVersion, canceled.body.version], [null, types.length]);
  const first = (await shop.call('GET', `${path}/timeline?limit=4`)).body;
  const rest = (
    await shop.call('GET', `${path}/timeline?limit=4&afterVersion=${first.nextAfterVersion}`)
  ).body;
  assert.deepEqual(typesOf([...first.items, ...rest.items]), types);
});

test('a live stream starts at what is newest, and resumes behind the last event seen', async () => {
  await sleep(300); // what the test before did has its positions by now
  const live = streamed(2, {});
  await sleep(300);
  const buy = () => shop.call('POST', '/v1/orders', orderOf({ MUG: 1 }));
  const first = await buy();
  const second = await buy();
  const seen = await live;
  assert.deepEqual(
    seen.map((event) => event.subject),
    [first.body.id, second.body.id],
  );
  const third = await buy();
  const resumed = await streamed(2, { 'last-event-id': String(seen[0]?.position) });
  assert.deepEqual(
    resumed.map((event) => event.subject),
    [second.body.id, third.body.id],
  );
  const byQuery = await streamed(2, {}, `?after=${seen[0]?.position}`);
  assert.deepEqual(byQuery, resumed);
});

test('a stream needs a key that may read events', async () => {
  const answer = await fetch(`${address}/v1/events/stream`);
  assert.equal(answer.status, 401);
  await answer.body?.cancel();
});

test('200 captures of two tenants at once: each reader sees each event once, without a gap', async () => {
  const other = await shop.anotherTenant('second');
  await stockUp(other, { BER: { MUG: 500 } });
  const buy = (who: Caller) => who.call('POST', '/v1/orders', orderOf({ MUG: 1 }));
  const stopped = { value: false };
  const reading = [shop, other].map((who) => readEverything(who, stopped));
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, place) => buy(place % 2 === 0 ? shop : other)),
  );
  assert.ok(answers.every((answer) => answer.status === 201));
  await shop.sequence();
  stopped.value = true;
  const logs = await Promise.all(reading);
  for (const [place, events] of logs.entries()) {
    const bought = answers.filter((_, index) => index % 2 === place).map(({ body }) => body.id);
    const captured = events.filter((event) => event.type === 'order.captured.v1');
    const told = captured.map((event) => event.subject);
    for (const id of bought) assert.equal(told.filter((subject) => subject === id).length, 1);
    assert.equal(new Set(events.map((event) => event.id)).size, events.length);
    const theirs = answers.filter((_, index) => index % 2 !== place).map(({ body }) => body.id);
    assert.ok(!theirs.some((id) => told.includes(id)));
  }
});

/** Polls the log from its beginning while it grows; throws when a position is left out. */
async function readEverything(who: Caller, stopped: { value: boolean }): Promise<StreamedEvent[]> {
  const events: StreamedEvent[] = [];
  for (let idle = 0; idle < 2; ) {
    const wasStopped = stopped.value;
    const { body } = await who.call('GET', `/v1/events?after=${events.length}&limit=37`);
    for (const event of body.items as StreamedEvent[]) {
      assert.equal(event.position, events.length + 1);
      events.push(event);
    }
    idle = wasStopped && body.items.length === 0 ? idle + 1 : 0;
    await sleep(5);
  }
  return events;
}
