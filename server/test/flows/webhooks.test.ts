// Webhook endpoints as their owners use them: what arrives, how it is proven, what can be done
// when it did not.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { systemActor } from '@doorstep/core/access/actor.ts';
import { Ajv } from 'ajv';
import addFormatsModule from 'ajv-formats';
import pg from 'pg';
import { Webhook } from 'standardwebhooks';
import { runCommand } from '../../src/db/run-command.ts';
import { verifyTenant } from '../../src/verify/verify-tenant.ts';
import { forgetDeliveries } from '../../src/webhooks/forget-deliveries.ts';
import {
  createEndpoint,
  deliveriesOf,
  type Endpoint,
  localRules,
  makeEvents,
  openReceiver,
  type Received,
  type Receiver,
  type Sending,
  startSending,
} from '../receiver.ts';
import { openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';
import { until } from '../until.ts';

const DAY_MS = 86_400_000;

let shop: Shop;
let receiver: Receiver;
let sending: Sending;
/** How far the clock of the shop is ahead. */
let aheadMs = 0;
before(async () => {
  const now = () => new Date(Date.now() + aheadMs);
  shop = await openShop({ outbound: localRules(), now, realNow: now });
  await stockUp(shop, { BERLIN: { MUG: 20 } });
  receiver = await openReceiver();
  sending = startSending(shop.runtime);
});
after(async () => {
  await sending.stop();
  await receiver.close();
  await shop.close();
});

const of = (path: string) => receiver.received.filter((one) => one.path === path);
const endpointAt = (path: string, more?: object) =>
  createEndpoint(shop, receiver.url.replace('/hook', path), more);

test('an order arrives once, signed, as a CloudEvent, with the id it has in the log', async () => {
  const endpoint = await endpointAt('/orders', { eventTypes: ['order.'] });
  const { body: order } = await shop.call('POST', '/v1/orders', {
    ...orderOf({ MUG: 1 }),
    customer: { email: 'ada@example.com', name: 'Ada Lovelace' },
  });
  await until(() => of('/orders').length > 0, 'the order arrives');
  const [received] = of('/orders') as [Received];
  const { items } = (await shop.call('GET', '/v1/events?limit=1000')).body;
  const logged = items.find((one: { type: string }) => one.type === 'order.captured.v1');

  const { headers, body, event } = received;
  assert.equal(headers['content-type'], 'application/cloudevents+json; charset=utf-8');
  assert.equal(headers['webhook-id'], logged.id);
  assert.doesNotThrow(() => new Webhook(endpoint.secret).verify(body, headers));
  assert.throws(() => new Webhook(endpoint.secret).verify(`${body} `, headers));
  assert.deepEqual(event, {
    specversion: '1.0',
    id: logged.id,
    source: `/tenants/${shop.tenant}/events`,
    type: 'order.captured.v1',
    subject: order.id,
    time: logged.occurredAt,
    datacontenttype: 'application/json',
    sequence: String(logged.position).padStart(16, '0'),
    recordedtime: logged.recordedAt,
    subjectversion: 1,
    data: logged.data,
  });
  assertCloudEvent(event);
  assert.ok(!/\bada\b|lovelace|actor/i.test(body), body); // "ada" may stand in an id
  const [delivery] = await deliveriesOf(shop, endpoint);
  await until(
    async () => (await deliveriesOf(shop, endpoint))[0]?.state === 'delivered',
    'it is recorded',
  );
  assert.equal(delivery.event, logged.id);
  const { health } = (await shop.call('GET', endpoint.at)).body;
  assert.equal(health.pending, 0);
  assert.notEqual(health.lastSuccessAt, null);
});

test('the secret is shown once, and stands nowhere else', async () => {
  const headers = { 'idempotency-key': 'made once' };
  const make = () =>
    shop.call('POST', '/v1/webhook-endpoints', { url: receiver.url, active: false }, headers);
  const { body: made } = await make();
  assert.match(made.secret, /^whsec_[A-Za-z0-9+/]{43}=$/);
  const { body: again, headers: told } = await make();
  assert.equal(told['idempotency-replayed'], 'true');
  assert.deepEqual(again, { ...made, secret: null });
  const at = `/v1/webhook-endpoints/${made.id}`;
  assert.ok(!('secret' in (await shop.call('GET', at)).body));
  const everything = await shop.runtime.app.connect();
  try {
    await everything.query(`select set_config('doorstep.tenant', $1, false)`, [
      shop.tenant.slice(4),
    ]);
    for (const table of ['webhook_endpoints', 'idempotency_keys', 'events']) {
      const { rows } = await everything.query(`select t::text as row from ${table} t`);
      const bytes = Buffer.from(made.secret).toString('hex');
      for (const { row } of rows) assert.ok(!row.includes(made.secret) && !row.includes(bytes));
    }
  } finally {
    everything.release(true);
  }
});

test('an endpoint gets what it wants, and a ping goes to it alone', async () => {
  const channels = await endpointAt('/channels', { eventTypes: ['channel.changed.v1'] });
  await endpointAt('/skus', { eventTypes: ['sku.'] });
  const { status } = await shop.call('POST', `${channels.at}/pings`);
  assert.equal(status, 202);
  await shop.call('PATCH', '/v1/skus/MUG', { title: 'A mug' });
  await makeEvents(shop, 1);
  await until(() => of('/channels').length === 2 && of('/skus').length === 1, 'all arrive');
  const types = of('/channels').map(({ event }) => event.type);
  assert.deepEqual(types.sort(), ['channel.changed.v1', 'webhook-endpoint.pinged.v1']);
  assert.equal(of('/skus')[0]?.event.type, 'sku.changed.v1');
  await shop.call('DELETE', channels.at);
});

test('after a rotation both secrets sign for a day, then only the new one', async () => {
  const endpoint = await endpointAt('/rotated', { eventTypes: ['channel.'] });
  const { body: rotated, status } = await shop.call('POST', `${endpoint.at}/secret-rotations`, {});
  assert.equal(status, 201);
  assert.notEqual(rotated.secret, endpoint.secret);
  await makeEvents(shop, 1);
  await until(() => of('/rotated').length === 1, 'it arrives');
  const [first] = of('/rotated') as [Received];
  assert.equal(first.headers['webhook-signature']?.split(' ').length, 2);
  for (const secret of [endpoint.secret, rotated.secret])
    assert.doesNotThrow(() => new Webhook(secret).verify(first.body, first.headers));

  const soon = await shop.call('POST', `${endpoint.at}/secret-rotations`, {});
  assert.deepEqual([soon.status, soon.body.code], [409, 'webhook-secret-overlaps']);
  assert.equal(soon.body.data.previousSecretUntil, rotated.previousSecretUntil);

  aheadMs += DAY_MS;
  await makeEvents(shop, 1);
  await until(() => of('/rotated').length === 2, 'the next arrives');
  const [, next] = of('/rotated') as [Received, Received];
  const timestamp = Number(next.headers['webhook-timestamp']);
  assert.ok(timestamp - Number(first.headers['webhook-timestamp']) >= DAY_MS / 1000);
  assert.equal(next.headers['webhook-signature'], signatureBy(rotated.secret, next));
  const now = await shop.call('POST', `${endpoint.at}/secret-rotations`, { overlapHours: 0 });
  assert.equal(now.body.previousSecretUntil, null);
  const again = await shop.call('POST', `${endpoint.at}/secret-rotations`, {});
  assert.equal(again.status, 201);
  await shop.call('DELETE', endpoint.at);
});

test('while it is off nothing is sent; a replay sends what happened, with the same ids', async () => {
  const endpoint = await endpointAt('/off', { eventTypes: ['channel.', 'sku.'] });
  const since = new Date(Date.now() + aheadMs).toISOString();
  await makeEvents(shop, 3);
  await until(() => of('/off').length === 3, 'it is on');
  await shop.call('PATCH', endpoint.at, { active: false });
  await makeEvents(shop, 2);
  await shop.call('PATCH', '/v1/skus/MUG', { title: 'Another mug' });
  const refused = await shop.call('POST', `${endpoint.at}/replays`, { since });
  assert.equal(refused.body.code, 'webhook-endpoint-inactive');
  await settled();
  await shop.call('PATCH', endpoint.at, { active: true });
  await makeEvents(shop, 1);
  await until(() => of('/off').length === 4, 'it is on again');

  const started = await shop.call('POST', `${endpoint.at}/replays`, {
    since,
    eventTypes: ['channel.'],
  });
  assert.equal(started.status, 201, JSON.stringify(started.body));
  const at = `${endpoint.at}/replays/${started.body.id}`;
  await until(async () => (await shop.call('GET', at)).body.state === 'done', 'it is done');
  const { body: replay } = await shop.call('GET', at);
  assert.equal(replay.queued, 6);
  await until(() => of('/off').length === 10, 'all arrive once more');
  const ids = of('/off').map(({ event }) => event.id);
  assert.equal(new Set(ids).size, 6);
  assert.equal((await shop.call('POST', `${at}/cancellation`)).body.state, 'done');
  const { items } = (await shop.call('GET', `${endpoint.at}/replays`)).body;
  assert.deepEqual(items, [replay]);
  await shop.call('DELETE', endpoint.at);
});

test('a canceled replay queues no more', async () => {
  const endpoint = await endpointAt('/canceled', { eventTypes: ['channel.'] });
  await sending.stop();
  const { body: replay } = await shop.call('POST', `${endpoint.at}/replays`, {
    since: '2026-01-01T00:00:00Z',
  });
  const { body: canceled } = await shop.call(
    'POST',
    `${endpoint.at}/replays/${replay.id}/cancellation`,
  );
  assert.deepEqual([canceled.state, canceled.queued], ['canceled', 0]);
  sending = startSending(shop.runtime);
  await settled();
  assert.equal(of('/canceled').length, 0);
  await shop.call('DELETE', endpoint.at);
});

test('one delivery is sent now, whether it waits or arrived; lists tell them apart by state', async () => {
  const endpoint = await endpointAt('/now', { eventTypes: ['channel.'] });
  receiver.does((response) => void response.writeHead(500).end());
  await shop.call('POST', `${endpoint.at}/pings`);
  const list = async (state: string) =>
    (await shop.call('GET', `${endpoint.at}/deliveries?state=${state}`)).body.items;
  await until(async () => (await list('pending'))[0]?.attempts === 1, 'the first try fails');
  const [waiting] = await list('pending');
  receiver.does((response) => void response.writeHead(204).end());
  const resend = `${endpoint.at}/deliveries/${waiting.id}/resends`;
  assert.equal((await shop.call('POST', resend)).status, 202);
  await until(async () => (await list('delivered')).length === 1, 'it arrives now');
  assert.deepEqual([await list('pending'), await list('dead')], [[], []]);
  const before = of('/now').length;
  await shop.call('POST', resend);
  await until(() => of('/now').length > before, 'it arrives once more');
  const ids = of('/now').map(({ headers }) => headers['webhook-id']);
  assert.equal(new Set(ids).size, 1);
  await shop.call('PATCH', endpoint.at, { active: false });
  assert.equal((await shop.call('POST', resend)).body.code, 'webhook-endpoint-inactive');
});

test('a removed endpoint is gone, and nothing more is sent to it', async () => {
  const endpoint = await endpointAt('/removed', { eventTypes: ['channel.'] });
  await sending.stop();
  await makeEvents(shop, 3);
  sending = startSending(shop.runtime);
  assert.equal((await shop.call('DELETE', endpoint.at)).status, 204);
  await settled();
  assert.equal((await shop.call('GET', endpoint.at)).status, 404);
  assert.equal((await shop.call('GET', `${endpoint.at}/deliveries`)).status, 404);
  const seen = of('/removed').length;
  await makeEvents(shop, 2);
  await settled();
  assert.equal(of('/removed').length, seen);
  const left = await count(`state = 'pending' and endpoint_id = '${endpoint.id.slice(4)}'`);
  assert.equal(left, 0);
});

test('what arrived is forgotten after 7 days, what died after 30', async () => {
  const endpoint = await endpointAt('/old', { eventTypes: ['channel.'] });
  await makeEvents(shop, 3);
  await until(
    async () =>
      (await count(`state = 'delivered' and endpoint_id = '${endpoint.id.slice(4)}'`)) === 3,
    'three are delivered',
  );
  const forget = async (days: number) => {
    aheadMs += days * DAY_MS;
    const context = { tenant: shop.tenant, actor: systemActor('test'), now: shop.runtime.now() };
    await runCommand(shop.runtime.app, context, null, forgetDeliveries);
  };
  await forget(6.9);
  assert.equal((await deliveriesOf(shop, endpoint)).length, 3);
  await forget(0.2);
  assert.equal((await deliveriesOf(shop, endpoint)).length, 0);
  await shop.call('DELETE', endpoint.at);
});

test('verify names an event that an endpoint wants and that is not queued for it', async () => {
  const endpoint = await endpointAt('/missing', { eventTypes: ['channel.changed.v1', 'sku.'] });
  await makeEvents(shop, 3);
  await until(() => of('/missing').length === 3, 'all arrive');
  const broken = async () => {
    const { checks } = await verifyTenant(shop.runtime.app, shop.tenant);
    return checks.flatMap(({ violations }) => violations);
  };
  assert.deepEqual(await broken(), []);
  const owner = new pg.Client({ connectionString: shop.url });
  await owner.connect();
  await owner.query('delete from webhook_deliveries where endpoint_id = $1 and position = $2', [
    endpoint.id.slice(4),
    of('/missing')[0]?.event.sequence,
  ]);
  await owner.end();
  const [missing, ...others] = await broken();
  assert.deepEqual(others, []);
  assert.equal(missing?.subject.replaceAll('-', ''), endpoint.id.slice(4));
  assert.match(missing?.found ?? '', /nothing of channel.changed.v1/);
  await shop.call('DELETE', endpoint.at);
});

test('a change needs the version that was read, and says what changed', async () => {
  const endpoint = await endpointAt('/changed', { eventTypes: ['nothing.'] }).catch(() => null);
  assert.equal(endpoint, null, 'a filter that nothing passes is refused');
  const made = await endpointAt('/changed', { active: false });
  const change = { description: 'ERP', eventTypes: ['order.'], version: 1 };
  const { body } = await shop.call('PATCH', made.at, change);
  assert.deepEqual([body.description, body.eventTypes, body.version], ['ERP', ['order.'], 2]);
  assert.equal((await shop.call('PATCH', made.at, change)).body.code, 'version-conflict');
  assert.equal((await shop.call('PATCH', made.at, { description: 'ERP' })).body.version, 2);
});

function signatureBy(secret: string, { headers, body }: Received): string {
  const at = new Date(Number(headers['webhook-timestamp']) * 1000);
  return new Webhook(secret).sign(headers['webhook-id'] ?? '', at, body);
}

/** Everything that happened is queued and sent, as far as it can be. */
async function settled(): Promise<void> {
  const probe: Endpoint = await endpointAt(`/settled-${Math.random()}`, { eventTypes: ['order.'] });
  await shop.call('POST', `${probe.at}/pings`);
  await until(
    async () => (await deliveriesOf(shop, probe))[0]?.state === 'delivered',
    'what came before is sent',
  );
  await shop.call('DELETE', probe.at);
}

async function count(where: string): Promise<number> {
  const client = await shop.runtime.app.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('doorstep.tenant', $1, true)`, [shop.tenant.slice(4)]);
    const { rows } = await client.query(
      `select count(*)::int as found from webhook_deliveries where ${where}`,
    );
    return rows[0].found;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const ajv = new Ajv({ strict: false });
(addFormatsModule as unknown as typeof addFormatsModule.default)(ajv);

/** The JSON format of CloudEvents 1.0.2, with its rules for names and types of attributes. */
const isCloudEvent = ajv.compile({
  type: 'object',
  required: ['specversion', 'id', 'source', 'type'],
  properties: {
    specversion: { const: '1.0' },
    id: { type: 'string', minLength: 1 },
    source: { type: 'string', minLength: 1, format: 'uri-reference' },
    type: { type: 'string', minLength: 1 },
    subject: { type: 'string', minLength: 1 },
    time: { type: 'string', format: 'date-time' },
    datacontenttype: { const: 'application/json' },
    data: {},
  },
  propertyNames: { pattern: '^[a-z0-9]{1,20}$' },
  additionalProperties: {
    anyOf: [
      { type: 'string' },
      { type: 'boolean' },
      { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
    ],
  },
});

function assertCloudEvent(event: unknown): void {
  assert.ok(isCloudEvent(event), ajv.errorsText(isCloudEvent.errors));
}
