// What a video platform hears of a drop while it runs: on the live stream, and by webhook.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startWorker, type Worker } from '../../src/worker.ts';
import { roomOf } from '../drop-room.ts';
import { streamedEvents } from '../read-stream.ts';
import {
  createEndpoint,
  type Endpoint,
  localRules,
  openReceiver,
  type Receiver,
} from '../receiver.ts';
import { openShop, type Shop } from '../shop.ts';
import { stockUp } from '../stock.ts';
import { until } from '../until.ts';

let shop: Shop;
let receiver: Receiver;
let endpoint: Endpoint;
let worker: Worker;
let address: string;
before(async () => {
  shop = await openShop({ outbound: localRules() });
  await stockUp(shop, { BER: { MUG: 20 } });
  receiver = await openReceiver();
  endpoint = await createEndpoint(shop, receiver.url, { eventTypes: ['drop.'] });
  worker = startWorker(shop.runtime);
  address = await shop.app.listen({ host: '127.0.0.1', port: 0 });
});
after(async () => {
  await worker.stop();
  await receiver.close();
  await shop.close();
});

const TOLD = [
  'drop.created.v1',
  'drop.started.v1',
  'drop.sold.v1',
  'drop.sell_through.v1',
  'drop.paused.v1',
  'drop.resumed.v1',
  'drop.sold.v1',
  'drop.sell_through.v1',
  'drop.sold_out.v1',
  'drop.stopped.v1',
];

test('a platform follows a drop on the stream and by webhook, and hears the same', async () => {
  const from = (await shop.call('GET', '/v1/events?limit=1000')).body.nextAfter;
  const hour = 3_600_000;
  const planned = await shop.call('POST', '/v1/drops', {
    name: 'Live',
    startsAt: new Date(Date.now() - hour).toISOString(),
    endsAt: new Date(Date.now() + hour).toISOString(),
    items: [{ sku: 'MUG', pool: [{ location: 'BER', units: 4 }] }],
  });
  assert.equal(planned.status, 201, JSON.stringify(planned.body));
  const drop = roomOf(shop, planned.body.id);
  const version = async () => (await shop.call('GET', drop.at)).body.version;
  await until(async () => (await version()) === 2, 'the drop began');

  assert.equal((await drop.buy('ada', { MUG: 2 })).status, 201);
  for (const step of ['pause', 'resumption'])
    assert.equal((await shop.call('POST', `${drop.at}/${step}`)).status, 200);
  assert.equal((await drop.buy('bob', { MUG: 2 })).status, 201);
  assert.equal((await shop.call('POST', `${drop.at}/stop`, {})).status, 200);

  // Orders and stock are told between them: read on until all of the drop is there.
  const streamed = await untilAll(drop.id, from);
  assert.deepEqual(
    streamed.map(({ type }) => type),
    TOLD,
  );
  assert.deepEqual(
    streamed.map((event) => event.version),
    TOLD.map((_, at) => at + 1),
    'each once, in order',
  );

  await until(() => receiver.received.length >= TOLD.length, 'all were delivered');
  const hooked = receiver.received.map(({ headers }) => headers['webhook-id'] ?? '').sort();
  assert.deepEqual(hooked, streamed.map(({ id }) => id).sort());
  assert.ok(receiver.received.every(({ event }) => event.type.startsWith('drop.')));
  assert.ok(endpoint.secret.startsWith('whsec_'));
});

async function untilAll(drop: string, from: number) {
  for (let count = TOLD.length; ; count += 1) {
    const events = await streamedEvents({ address, secret: shop.secret }, count, {
      query: `?after=${from}`,
    });
    const own = events.filter(({ subject }) => subject === drop);
    if (own.length >= TOLD.length) return own;
  }
}
