// Receivers as they are: slow, failing, gone, redirecting inside, never done. Nothing is lost, and
// nothing leaks.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, test } from 'node:test';
import {
  createEndpoint,
  deliveriesOf,
  type Endpoint,
  localRules,
  makeEvents,
  openReceiver,
  type Receiver,
  type Sending,
  startSending,
} from '../receiver.ts';
import { openShop, type Shop } from '../shop.ts';
import { until } from '../until.ts';

const DAY_MS = 86_400_000;

let shop: Shop;
let receiver: Receiver;
let sending: Sending;
let aheadMs = 0;
/** What names lead to. */
const names = new Map<string, string[][]>();
before(async () => {
  const now = () => new Date(Date.now() + aheadMs);
  const resolve = async (host: string) => {
    const answers = names.get(host) ?? [];
    return (answers.length > 1 ? answers.shift() : answers[0]) ?? [];
  };
  shop = await openShop({ outbound: localRules(resolve), now, realNow: now });
  await shop.call('POST', '/v1/channels', { code: 'web', name: 'Web' });
  // An endpoint gets what is behind the log's end when it is made: this must not be.
  await shop.sequence();
  sending = startSending(shop.runtime, { timeoutMs: 400 });
});
after(async () => {
  await sending.stop();
  await shop.close();
});

const made: Endpoint[] = [];
afterEach(async () => {
  for (const { at } of made.splice(0)) await shop.call('DELETE', at);
  await receiver.close();
});

/** A receiver and an endpoint of its own, which wants channels only. */
async function open(urlOf = (url: string) => url): Promise<Endpoint> {
  receiver = await openReceiver();
  const url = urlOf(receiver.url);
  const endpoint = await createEndpoint(shop, url, { eventTypes: ['channel.'] });
  made.push(endpoint);
  return endpoint;
}

const only = async (endpoint: Endpoint) => (await deliveriesOf(shop, endpoint))[0];
const healthOf = async ({ at }: Endpoint) => (await shop.call('GET', at)).body.health;

/** The try that was made last, once there were so many. */
async function afterTries(endpoint: Endpoint, tries: number) {
  await until(async () => ((await only(endpoint))?.attempts ?? 0) >= tries, `${tries} tries`);
  return only(endpoint);
}

/** A try waits five seconds or more for the next one: what is due sooner is a lease. */
const LEASE_MS_MAX = 4000;

/**
 * Until something of the endpoint is due. Not while one is on its way: put past the end of its lease,
 * it would be taken for lost and be sent once more, and rightly so.
 */
async function passTime(endpoint: Endpoint): Promise<void> {
  const waiting: { nextAttemptAt: string | null }[] = await deliveriesOf(shop, endpoint);
  const dues = waiting.map(({ nextAttemptAt }) => Date.parse(nextAttemptAt ?? ''));
  const now = Date.now() + aheadMs;
  if (dues.some((due) => due <= now + LEASE_MS_MAX)) return;
  const { pausedUntil } = await healthOf(endpoint);
  const first = Math.min(...dues.filter((due) => !Number.isNaN(due)));
  const next = Math.max(first, pausedUntil === null ? 0 : Date.parse(pausedUntil));
  if (Number.isFinite(next)) aheadMs = Math.max(aheadMs, next + 1 - Date.now());
}

/** As the tenant, by what is stored. */
async function query(sql: string) {
  const client = await shop.runtime.app.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('doorstep.tenant', $1, true)`, [shop.tenant.slice(4)]);
    const { rows } = await client.query(sql);
    await client.query('commit');
    return rows;
  } finally {
    client.release();
  }
}

const openExceptions = () =>
  query(`select cause, data from exceptions where type = 'webhook-failing' and closed_at is null`);

test('a receiver that fails is tried again, with the same id and a new time, until it is well', async () => {
  const endpoint = await open();
  receiver.does((response, _received, count) => response.writeHead(count < 3 ? 500 : 200).end());
  await makeEvents(shop, 1);
  const first = await afterTries(endpoint, 1);
  assert.deepEqual(
    [first.state, first.lastAttempt.status, first.lastAttempt.error, first.lastAttempt.answer],
    ['pending', 500, 'refused', null],
  );
  const waitMs = Date.parse(first.nextAttemptAt) - Date.parse(first.lastAttempt.at);
  assert.ok(waitMs >= 5000 && waitMs < 6500, `${waitMs}`);
  assert.equal((await healthOf(endpoint)).lastFailure, 'refused');
  aheadMs += 6000;
  await afterTries(endpoint, 2);
  aheadMs += 6 * 60_000;
  const last = await afterTries(endpoint, 3);
  assert.equal(last.state, 'delivered');
  assert.equal(new Set(receiver.ids()).size, 1);
  assert.equal(receiver.received.length, 3);
  const times = new Set(receiver.received.map(({ headers }) => headers['webhook-timestamp']));
  assert.equal(times.size, 3);
  assert.equal(new Set(receiver.received.map(({ body }) => body)).size, 1);
  assert.deepEqual((await healthOf(endpoint)).failingSince, null);
});

test('after ten tries a delivery is dead, people are told once, and it can be tried again', async () => {
  const endpoint = await open();
  receiver.does((response) => response.writeHead(503).end());
  await makeEvents(shop, 2);
  const dead = async () => (await shop.call('GET', `${endpoint.at}/dead-deliveries`)).body.items;
  await until(
    async () => {
      await passTime(endpoint);
      return (await dead()).length === 2;
    },
    'both are dead',
    // Two deliveries, ten tries each: up to four real seconds lie between those of the one and the other.
    90_000,
  );
  assert.equal(receiver.received.length, 20);
  assert.equal((await healthOf(endpoint)).dead, 2);
  const [told, ...more] = await openExceptions();
  assert.deepEqual([told.cause, told.data.failure, more], [endpoint.id, 'refused', []]);

  receiver.does((response) => response.writeHead(200).end());
  const [newest] = await dead();
  const one = `${endpoint.at}/dead-deliveries/${newest.id}/retries`;
  assert.equal((await shop.call('POST', one)).body.state, 'pending');
  await until(async () => (await only(endpoint)).state === 'delivered', 'it arrives');
  assert.deepEqual(await openExceptions(), [], 'the exception closed by itself');
  assert.equal((await shop.call('POST', one)).body.code, 'webhook-delivery-not-dead');
  const all = await shop.call('POST', `${endpoint.at}/dead-deliveries/retries`);
  assert.deepEqual(all.body, { retried: 1, remaining: false });
  await until(async () => (await dead()).length === 0, 'none is dead');
  await until(async () => (await healthOf(endpoint)).pending === 0, 'both arrived');
  assert.equal(new Set(receiver.ids()).size, 2);
});

test('a last try that fails while its endpoint is being removed is nothing to tell people', async () => {
  const endpoint = await open();
  receiver.does((response) => response.writeHead(500).end());
  await makeEvents(shop, 1);
  await afterTries(endpoint, 1);
  const own = `endpoint_id = '${endpoint.id.slice(4)}'`;
  await query(`update webhook_deliveries set attempts = 9 where ${own}`);
  receiver.does(async (response) => {
    await shop.call('DELETE', endpoint.at);
    response.writeHead(500).end();
  });
  aheadMs += 6000;
  const isDead = async () => {
    const [delivery] = await query(`select state from webhook_deliveries where ${own}`);
    return delivery.state === 'dead';
  };
  await until(isDead, 'it is dead');
  assert.equal((await shop.call('GET', endpoint.at)).status, 404);
  assert.deepEqual(await openExceptions(), []);
});

test('a slow receiver is given up and tried again; others do not wait for it', async () => {
  const slow = await open();
  const slowReceiver = receiver;
  slowReceiver.does(() => {});
  const quick = await open();
  try {
    await makeEvents(shop, 3);
    await until(() => receiver.received.length === 3, 'the quick one has all');
    const [delivery] = (await deliveriesOf(shop, slow)).filter(
      (one: { attempts: number }) => one.attempts > 0,
    );
    assert.equal(delivery, undefined, 'the slow one has not even failed yet');
    await until(
      async () =>
        (await deliveriesOf(shop, slow)).some(
          (one: { lastAttempt: { error: string } | null }) => one.lastAttempt?.error === 'timeout',
        ),
      'it timed out',
    );
    slowReceiver.does((response) => response.writeHead(200).end());
    aheadMs += 10 * 60_000;
    await until(async () => (await healthOf(slow)).pending === 0, 'the slow one has all, too');
    assert.equal(new Set(slowReceiver.ids()).size, 3);
    assert.equal((await healthOf(quick)).failingSince, null);
  } finally {
    await slowReceiver.close();
  }
});

test('a redirect to an address inside is a failure, and the inside is not asked', async () => {
  let asked = 0;
  const inside = createServer((_request, response) => {
    asked += 1;
    response.end('secret of the inside');
  });
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve));
  const location = `http://127.0.0.1:${(inside.address() as AddressInfo).port}/latest/meta-data`;
  try {
    const endpoint = await open();
    receiver.does((response) => response.writeHead(307, { location }).end(location));
    await makeEvents(shop, 1);
    const told = await afterTries(endpoint, 1);
    assert.deepEqual([told.lastAttempt.error, told.lastAttempt.status], ['redirected', 307]);
    assert.ok(!JSON.stringify(told).includes('meta-data'));
    assert.equal(asked, 0);
  } finally {
    inside.close();
  }
});

test('a receiver that is gone is switched off, and can be switched on again', async () => {
  const endpoint = await open();
  receiver.does((response) => response.writeHead(410).end());
  await makeEvents(shop, 1);
  const isOff = async () => !(await shop.call('GET', endpoint.at)).body.active;
  await until(isOff, 'it is switched off');
  const { body } = await shop.call('GET', endpoint.at);
  assert.equal(body.disabledReason, 'gone');
  assert.equal((await openExceptions())[0]?.data.disabled, 'gone');
  await shop.sequence();
  const { items } = (await shop.call('GET', '/v1/events?limit=1000')).body;
  assert.equal(items.at(-1).type.startsWith('exception.'), true);
  assert.equal(items.filter(isDisabled).length, 1);

  receiver.does((response) => response.writeHead(200).end());
  aheadMs += 60_000;
  await shop.call('PATCH', endpoint.at, { active: true });
  await until(async () => (await only(endpoint)).state === 'delivered', 'what waited arrives');
  assert.equal((await shop.call('GET', endpoint.at)).body.disabledReason, null);
  await until(async () => (await openExceptions()).length === 0, 'the exception is closed');
});

const isDisabled = (event: { type: string }) => event.type === 'webhook-endpoint.disabled.v1';

test('a receiver that took nothing for five days is switched off', async () => {
  const endpoint = await open();
  receiver.does((response) => response.writeHead(500).end());
  await makeEvents(shop, 1);
  await afterTries(endpoint, 1);
  aheadMs += 4.9 * DAY_MS;
  await afterTries(endpoint, 2);
  assert.equal((await shop.call('GET', endpoint.at)).body.active, true);
  aheadMs += 0.2 * DAY_MS;
  await afterTries(endpoint, 3);
  await until(async () => !(await shop.call('GET', endpoint.at)).body.active, 'it is off');
  const { body } = await shop.call('GET', endpoint.at);
  assert.deepEqual([body.disabledReason, body.health.pending], ['failing', 1]);
});

test('a receiver that asks for a pause gets it, for all that waits', async () => {
  const endpoint = await open();
  receiver.does((response) => {
    setTimeout(() => response.writeHead(429, { 'retry-after': '120' }).end(), 50);
  });
  await makeEvents(shop, 1);
  const told = await afterTries(endpoint, 1);
  const pauseMs = Date.parse(told.nextAttemptAt) - Date.parse(told.lastAttempt.at);
  assert.ok(pauseMs >= 120_000 && pauseMs < 122_000, `${pauseMs}`);
  // From when it was asked for, for the one and for all.
  assert.equal((await healthOf(endpoint)).pausedUntil, told.nextAttemptAt);
  await makeEvents(shop, 2);
  await until(async () => (await healthOf(endpoint)).pending === 3, 'more waits');
  assert.equal(receiver.received.length, 1);
  receiver.does((response) => response.writeHead(200).end());
  aheadMs += 121_000;
  await until(async () => (await healthOf(endpoint)).pending === 0, 'all arrive');
});

test('an answer without end, or of any size, keeps nobody', async () => {
  const endpoint = await open();
  receiver.does((response, _received, count) => {
    response.writeHead(200);
    if (count % 2 === 0) response.write('a');
    else for (let sent = 0; sent < 200; sent += 1) response.write('x'.repeat(65_536));
  });
  await makeEvents(shop, 4);
  let all: { state: string; attempts: number }[] = [];
  await until(async () => {
    all = await deliveriesOf(shop, endpoint);
    return all.length === 4 && all.every(({ state }) => state === 'delivered');
  }, 'all are delivered');
  assert.equal(new Set(receiver.ids()).size, 4);
  // Once each, but for what a busy machine took longer for than a try may take.
  const tries = all.reduce((sum, { attempts }) => sum + attempts, 0);
  assert.equal(receiver.received.length, tries);
});

test('a name that is public at first and private later is refused then, and tells nothing', async () => {
  names.set('turning.example', [['127.0.0.1'], []]);
  const endpoint = await open((url) => url.replace('127.0.0.1', 'turning.example'));
  await makeEvents(shop, 2);
  await until(
    async () =>
      (await deliveriesOf(shop, endpoint)).some(
        (one: { lastAttempt: { error: string } | null }) =>
          one.lastAttempt?.error === 'address-not-allowed',
      ),
    'the second look refuses',
  );
  const text = JSON.stringify(await deliveriesOf(shop, endpoint));
  assert.ok(!text.includes('127.0.0.1'), text);
  assert.equal(receiver.received.length, 1);
});

test('with a receiver that fails at random nothing is lost, and each event has one id', async () => {
  const endpoint = await open();
  let seed = 7;
  receiver.does((response) => {
    seed = (seed * 48_271) % 2_147_483_647;
    const kind = seed % 4;
    if (kind === 0) response.writeHead(500).end();
    else if (kind === 1) response.destroy();
    else response.writeHead(200).end();
  });
  await makeEvents(shop, 60);
  const isDone = async () => (await healthOf(endpoint)).pending === 0;
  const isQueued = async () => (await deliveriesOf(shop, endpoint)).length === 60;
  await until(isQueued, 'all are queued');
  await until(
    async () => {
      aheadMs += 3 * 60_000;
      return isDone();
    },
    'all arrive',
    60_000,
  );
  const states = (await deliveriesOf(shop, endpoint)).map((one: { state: string }) => one.state);
  assert.deepEqual(new Set(states), new Set(['delivered']));
  const { items } = (await shop.call('GET', '/v1/events?limit=1000')).body;
  const logged = new Set(items.map((one: { id: string }) => one.id));
  const arrived = new Set(receiver.ids());
  assert.equal(arrived.size, 60);
  for (const id of arrived) assert.ok(logged.has(id), id);
});
