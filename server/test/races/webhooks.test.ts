// Webhooks in several processes at once: each delivery is sent by one of them, whoever reads,
// leases, rotates or removes meanwhile; and what a killed process held is sent by another.

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pino from 'pino';
import { Webhook } from 'standardwebhooks';
import { inTransaction } from '../../src/db/transaction.ts';
import { readLog } from '../../src/log/read-log.ts';
import { openRuntime, type Runtime } from '../../src/runtime.ts';
import { queueDeliveries } from '../../src/webhooks/queue-deliveries.ts';
import {
  createEndpoint,
  deliveriesOf,
  type Endpoint,
  localRules,
  makeEvents,
  openReceiver,
  queueWebhooks,
  type Receiver,
  startSending,
} from '../receiver.ts';
import { openShop, type Shop } from '../shop.ts';
import { until } from '../until.ts';

const secretKeys = [randomBytes(32)];

let shop: Shop;
let second: Runtime;
let receiver: Receiver;
before(async () => {
  shop = await openShop({ secretKeys, outbound: localRules() });
  await shop.call('POST', '/v1/channels', { code: 'web', name: 'Web' });
  const log = pino({ level: 'silent' });
  second = openRuntime({ url: shop.url, log, secretKeys, outbound: localRules() });
  receiver = await openReceiver();
});
after(async () => {
  await receiver.close();
  await second.close();
  await shop.close();
});

const endpointAt = (path: string) =>
  createEndpoint(shop, receiver.url.replace('/hook', path), { eventTypes: ['channel.'] });
const of = (path: string) => receiver.received.filter((one) => one.path === path);
const isSent = async (endpoint: Endpoint, count: number) => {
  const all: { state: string }[] = await deliveriesOf(shop, endpoint);
  return all.length === count && all.every(({ state }) => state === 'delivered');
};
const answerSlowly: Parameters<Receiver['does']>[0] = (response) =>
  void setTimeout(() => response.writeHead(204).end(), 15);

test('two processes that send make one delivery each, never more at once than allowed', async () => {
  const endpoint = await endpointAt('/two');
  await makeEvents(shop, 80);
  let atOnce = 0;
  let most = 0;
  receiver.does((response) => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    setTimeout(() => {
      atOnce -= 1;
      response.writeHead(204).end();
    }, 10);
  });
  const both = [shop.runtime, second].map((runtime) => startSending(runtime));
  await until(() => isSent(endpoint, 80), 'all are delivered', 20_000);
  await Promise.all(both.map((one) => one.stop()));
  assert.equal(of('/two').length, 80);
  assert.equal(new Set(of('/two').map(({ event }) => event.id)).size, 80);
  assert.ok(most <= 8, `${most} requests at once`);
  await shop.call('DELETE', endpoint.at);
});

test('a shop whose clock races sends each event once, stamped with the time of the receivers', async () => {
  receiver.does(answerSlowly);
  const endpoint = await endpointAt('/racing');
  const started = performance.now();
  const racing = () => new Date(Date.now() + (performance.now() - started) * 10_000);
  const sending = startSending({ ...shop.runtime, now: racing });
  await makeEvents(shop, 20);
  await until(() => of('/racing').length >= 20, 'all arrive');
  await sending.stop();
  assert.equal(of('/racing').length, 20);
  for (const { headers } of of('/racing')) {
    const agoMs = Date.now() - Number(headers['webhook-timestamp']) * 1000;
    assert.ok(agoMs > -1000 && agoMs < 60_000, `${agoMs}`);
  }
  await shop.call('DELETE', endpoint.at);
});

test('events that are read twice, and at the same time, are queued once', async () => {
  const endpoint = await endpointAt('/twice');
  await makeEvents(shop, 40);
  await shop.sequence();
  const events = await inTransaction(shop.runtime.app, shop.tenant, (tx) => readLog(tx, 0n, 1000));
  const queue = (runtime: Runtime) =>
    inTransaction(runtime.app, shop.tenant, (tx) => queueDeliveries(tx, runtime, events));
  const queued = await Promise.all([shop.runtime, second, shop.runtime, second].map(queue));
  assert.equal(
    queued.reduce((sum, one) => sum + one, 0),
    40,
  );
  while (await queueWebhooks(shop.runtime));
  assert.equal((await deliveriesOf(shop, endpoint)).length, 40);
  await shop.call('DELETE', endpoint.at);
});

test('rotations while events are delivered leave each signed by a secret that was valid', async () => {
  receiver.does(answerSlowly);
  const endpoint = await endpointAt('/rotating');
  const secrets = [endpoint.secret];
  const sending = startSending(shop.runtime);
  await makeEvents(shop, 30);
  for (let rotation = 0; rotation < 5; rotation += 1) {
    // Every other one ends what came before, so that the next may overlap.
    const overlap = rotation % 2 === 0 ? {} : { overlapHours: 0 };
    const { body } = await shop.call('POST', `${endpoint.at}/secret-rotations`, overlap);
    secrets.push(body.secret);
    await makeEvents(shop, 5);
  }
  await until(() => isSent(endpoint, 55), 'all are delivered');
  await sending.stop();
  for (const { body, headers } of of('/rotating')) {
    const fits = secrets.filter((secret) => verifies(secret, body, headers));
    assert.ok(fits.length > 0 && fits.length <= 2);
  }
  await shop.call('DELETE', endpoint.at);
});

test('an endpoint that is removed while it is sent to takes nothing with it', async () => {
  receiver.does(answerSlowly);
  const [leaving, staying] = [await endpointAt('/leaving'), await endpointAt('/staying')];
  const both = [shop.runtime, second].map((runtime) => startSending(runtime));
  await makeEvents(shop, 20);
  await until(() => of('/leaving').length > 3, 'it is under way');
  const [removed, ...more] = await Promise.all([
    shop.call('DELETE', leaving.at),
    makeEvents(shop, 20),
    shop.call('POST', `${leaving.at}/secret-rotations`, {}),
    shop.call('POST', `${leaving.at}/dead-deliveries/retries`),
  ]);
  assert.equal(removed.status, 204);
  assert.equal(more.length, 3);
  await until(() => isSent(staying, 40), 'the other has all');
  const seen = of('/leaving').length;
  await makeEvents(shop, 10);
  await until(() => isSent(staying, 50), 'the other has more');
  await Promise.all(both.map((one) => one.stop()));
  assert.ok(of('/leaving').length <= seen + 8);
  await shop.call('DELETE', staying.at);
});

test('twenty that make endpoints at once make no more than fifty', async () => {
  const make = () =>
    shop.call('POST', '/v1/webhook-endpoints', { url: receiver.url, active: false });
  const statuses: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const answers = await Promise.all(Array.from({ length: 20 }, make));
    statuses.push(...answers.map(({ status }) => status));
  }
  assert.equal(statuses.filter((status) => status === 201).length, 50);
  assert.equal(statuses.filter((status) => status === 409).length, 10);
  const { items } = (await shop.call('GET', '/v1/webhook-endpoints?limit=200')).body;
  assert.equal(items.length, 50);
  await Promise.all(
    items.map((one: { id: string }) => shop.call('DELETE', `/v1/webhook-endpoints/${one.id}`)),
  );
});

test('what a process held that was killed is sent by another when the lease is over', async () => {
  const endpoint = await endpointAt('/killed');
  receiver.does((response, _received, count) => {
    if (count > seen + 3) response.writeHead(204).end();
  });
  const seen = receiver.received.length;
  await makeEvents(shop, 3);
  await shop.sequence();
  while (await queueWebhooks(shop.runtime));
  const child = startChild();
  await until(() => of('/killed').length === 3, 'it sends');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const killedAt = performance.now();
  const sending = startSending(shop.runtime, { leaseMs: LEASE_MS });
  await until(() => isSent(endpoint, 3), 'all are delivered after all', 10_000);
  await sending.stop();
  const tookMs = performance.now() - killedAt;
  assert.ok(tookMs < LEASE_MS + 2000, `${tookMs}`);
  assert.equal(of('/killed').length, 6);
  assert.equal(new Set(of('/killed').map(({ event }) => event.id)).size, 3);
  await shop.call('DELETE', endpoint.at);
});

test('a process without the key sends nothing, costs no try, and leaves it to one that has it', async () => {
  const endpoint = await endpointAt('/keyless');
  await makeEvents(shop, 1);
  const logged: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  const keyless = openRuntime({
    url: shop.url,
    log,
    secretKeys: [randomBytes(32)],
    outbound: localRules(),
  });
  const idle = startSending(keyless);
  await until(() => logged.length > 0, 'it says so');
  await until(async () => (await deliveriesOf(shop, endpoint)).length === 1, 'it is queued');
  await idle.stop();
  await keyless.close();
  const [waiting] = await deliveriesOf(shop, endpoint);
  assert.deepEqual([waiting.state, waiting.attempts, of('/keyless').length], ['pending', 0, 0]);
  assert.match(logged.join(''), /sealed under the master key [0-9a-f]{8}, which is not given/);
  assert.ok(!logged.join('').includes(endpoint.secret));
  await shop.call('DELETE', endpoint.at);
});

const LEASE_MS = 2500;

function startChild(): ChildProcess {
  const script = join(import.meta.dirname, '../faults/hold-webhooks.ts');
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    env: {
      ...process.env,
      DATABASE_URL: shop.url,
      SECRET_KEY: secretKeys[0]?.toString('base64'),
      LEASE_MS: String(LEASE_MS),
    },
    stdio: 'inherit',
  });
}

function verifies(secret: string, body: string, headers: Record<string, string>): boolean {
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch {
    return false;
  }
}
