import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { DoorstepError, DoorstepUnreachable, doorstepClient } from '../src/doorstep-client.ts';
import {
  type Answer,
  type FakeServer,
  hangUp,
  json,
  openFakeServer,
  problem,
  silence,
} from './fake-server.ts';

const servers: FakeServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function open(...answers: readonly Answer[]) {
  const server = await openFakeServer(...answers);
  servers.push(server);
  const { url, asked } = server;
  return { asked, doorstep: doorstepClient({ url: `${url}/`, apiKey: 'dsk_test', backoffMs: 1 }) };
}

const order = { channel: 'web', currency: 'EUR', lines: [{ sku: 'MUG', quantity: 1 }] };
const made = json(201, { id: 'ord_1' });
const keys = (asked: FakeServer['asked']) => asked.map(({ headers }) => headers['idempotency-key']);

test('the input is put into path, query and body, each field where it stands', async () => {
  const { doorstep, asked } = await open(json(200, { items: [], nextCursor: null }));
  await doorstep.cancelOrder({ order: 'a/b', reason: 'customer', note: 'Ordered twice' });
  await doorstep.listOrders({ status: 'open', tag: 'a&b', limit: 5 });
  await doorstep.getMe({}, { headers: { traceparent: '00-1-2-00' } });
  const [cancel, list, me] = asked;
  assert.deepEqual(
    [cancel?.method, cancel?.path, cancel?.body],
    ['POST', '/v1/orders/a%2Fb/cancellations', '{"reason":"customer","note":"Ordered twice"}'],
  );
  assert.equal(cancel?.headers['content-type'], 'application/json');
  assert.equal(cancel?.headers.authorization, 'Bearer dsk_test');
  assert.equal(list?.path, '/v1/orders?status=open&tag=a%26b&limit=5');
  assert.equal(list?.headers['content-type'], undefined);
  assert.equal(list?.headers['idempotency-key'], undefined);
  assert.equal(me?.headers['traceparent'], '00-1-2-00');
});

test('a field of the path that is missing is a mistake of the program, and nothing is sent', async () => {
  const { doorstep, asked } = await open(made);
  await assert.rejects(doorstep.getOrder({ order: '' }), TypeError);
  assert.throws(() => doorstepClient({ url: 'nonsense' }), TypeError);
  assert.equal(asked.length, 0);
});

test('a write is tried again under one key, whatever broke', async () => {
  const { doorstep, asked } = await open(
    hangUp,
    problem(503, 'overloaded', { 'retry-after': '0' }),
    problem(409, 'idempotency-in-flight'),
    (response) => response.writeHead(502).end('<html>Bad gateway'),
    made,
  );
  assert.equal((await doorstep.captureOrder(order)).id, 'ord_1');
  assert.equal(asked.length, 5);
  assert.equal(new Set(keys(asked)).size, 1);
  assert.match(String(keys(asked)[0]), /^[0-9a-f-]{36}$/);
  assert.equal(new Set(asked.map(({ body }) => body)).size, 1);
  await doorstep.captureOrder(order);
  assert.notEqual(keys(asked)[5], keys(asked)[0]);
  await doorstep.captureOrder(order, { idempotencyKey: 'mine' });
  assert.equal(keys(asked)[6], 'mine');
});

test('an answer that breaks off in the middle is a failure like any other', async () => {
  const { doorstep, asked } = await open((response) => {
    response.writeHead(201, { 'content-length': '100' });
    response.write('{"id":');
    setTimeout(() => response.destroy(), 5);
  }, made);
  assert.equal((await doorstep.captureOrder(order)).id, 'ord_1');
  assert.equal(asked.length, 2);
});

test('tries have an end, and the last failure is told', async () => {
  const { doorstep, asked } = await open(problem(503, 'database-unavailable'));
  await assert.rejects(doorstep.captureOrder(order, { retriesMax: 2 }), {
    name: 'DoorstepError',
    code: 'database-unavailable',
  });
  assert.equal(asked.length, 3);
  await assert.rejects(doorstep.captureOrder(order, { retriesMax: 0 }), DoorstepError);
  assert.equal(asked.length, 4);
});

test('a refusal is not tried again, and says all it knows', async () => {
  const errors = [{ field: '/lines', problem: 'must have 1 item' }];
  const refused = {
    code: 'validation-failed',
    title: 'Bad',
    status: 400,
    detail: 'Lines are missing.',
    remedy: 'Add one.',
    requestId: 'req_7',
    data: { seen: 0 },
    errors,
  };
  const { doorstep, asked } = await open(json(400, refused));
  await assert.rejects(doorstep.captureOrder({ ...order, lines: [] }), (error) => {
    assert.ok(error instanceof DoorstepError);
    assert.equal(error.message, 'validation-failed: Lines are missing.');
    assert.deepEqual(
      [error.code, error.status, error.detail, error.remedy, error.requestId],
      ['validation-failed', 400, 'Lines are missing.', 'Add one.', 'req_7'],
    );
    assert.deepEqual([error.data, error.errors], [{ seen: 0 }, errors]);
    return true;
  });
  assert.equal(asked.length, 1);
});

test('a server that asks to wait is heard, and one that asks for too long is told of', async () => {
  const { doorstep, asked } = await open(
    problem(429, 'rate-limited', { 'retry-after': '1' }),
    problem(429, 'rate-limited', { 'retry-after': '3600' }),
  );
  const since = performance.now();
  await assert.rejects(doorstep.getMe(), { code: 'rate-limited', retryAfterSeconds: 3600 });
  assert.ok(performance.now() - since > 990);
  assert.equal(asked.length, 2);
});

test('signing in takes no key, so it is sent once', async () => {
  const { doorstep, asked } = await open(hangUp);
  const input = { tenant: 'test', email: 'ada@example.com', password: 'secret' };
  await assert.rejects(doorstep.signIn(input), DoorstepUnreachable);
  assert.equal(asked.length, 1);
  assert.equal(keys(asked)[0], undefined);
});

test('a try that takes too long is given up, and the next one may answer', async () => {
  const { doorstep, asked } = await open(silence, made);
  assert.equal((await doorstep.captureOrder(order, { timeoutMs: 50 })).id, 'ord_1');
  assert.equal(asked.length, 2);
  const { doorstep: silent } = await open(silence);
  const options = { timeoutMs: 20, retriesMax: 1 };
  await assert.rejects(silent.getMe({}, options), {
    name: 'DoorstepUnreachable',
    reason: 'timeout',
  });
});

test('an abort ends the request, and the wait between tries, with its reason', async () => {
  const { doorstep, asked } = await open(
    silence,
    problem(503, 'overloaded', { 'retry-after': '30' }),
  );
  for (const tries of [1, 2]) {
    const aborting = new AbortController();
    const answer = doorstep.captureOrder(order, { signal: aborting.signal });
    const rejected = assert.rejects(answer, { message: 'enough' });
    while (asked.length < tries) await sleep(5);
    await sleep(50); // the second is answered by then, and waits to be sent again
    const since = performance.now();
    aborting.abort(new Error('enough'));
    await rejected;
    assert.ok(performance.now() - since < 1000);
    assert.equal(asked.length, tries);
  }
  const before = { signal: AbortSignal.abort(new Error('before')) };
  await assert.rejects(doorstep.captureOrder(order, before), { message: 'before' });
});

test('nobody there is told apart from a refusal', async () => {
  const doorstep = doorstepClient({ url: 'http://127.0.0.1:9', backoffMs: 1, retriesMax: 1 });
  await assert.rejects(doorstep.getMe(), (error) => {
    assert.ok(error instanceof DoorstepUnreachable && !(error instanceof DoorstepError));
    assert.deepEqual(
      [error.reason, error.message],
      ['network', 'Nobody answers at http://127.0.0.1:9.'],
    );
    return true;
  });
});

test('what is no answer of Doorstep says so', async () => {
  const { doorstep } = await open((response) => response.writeHead(404).end('nginx'));
  await assert.rejects(doorstep.getMe(), { code: 'not-a-problem', status: 404 });
});

test('every item of a list comes, page after page, and only the pages that are taken are read', async () => {
  const { doorstep, asked } = await open(
    json(200, { items: [{ id: 'ord_1' }, { id: 'ord_2' }], nextCursor: 'next' }),
    json(200, { items: [{ id: 'ord_3' }], nextCursor: null }),
  );
  const ids: string[] = [];
  for await (const { id } of doorstep.listOrders.all({ status: 'open' })) ids.push(id);
  assert.deepEqual(ids, ['ord_1', 'ord_2', 'ord_3']);
  assert.deepEqual(
    asked.map(({ path }) => path),
    ['/v1/orders?status=open', '/v1/orders?status=open&cursor=next'],
  );
  const { doorstep: second, asked: seen } = await open(
    json(200, { items: [{ position: 1 }], nextAfter: 1 }),
    json(200, { items: [], nextAfter: 1 }),
  );
  const events = second.listEvents.all({ after: 0 });
  assert.equal((await events.next()).value?.position, 1);
  assert.equal(seen.length, 1);
  assert.equal((await events.next()).done, true);
  assert.equal(seen[1]?.path, '/v1/events?after=1');
});

test('a page on which nothing is ends no list while it says where to go on', async () => {
  const { doorstep, asked } = await open(
    json(200, { items: [{ id: 'ord_1' }], nextCursor: 'far' }),
    json(200, { items: [], nextCursor: 'farther' }),
    json(200, { items: [{ id: 'ord_2' }], nextCursor: null }),
  );
  const ids: string[] = [];
  for await (const { id } of doorstep.listOrders.all({ tag: 'rare' })) ids.push(id);
  assert.deepEqual(ids, ['ord_1', 'ord_2']);
  assert.equal(asked[2]?.path, '/v1/orders?tag=rare&cursor=farther');
});

test('the newest events are told once, and then what comes behind them', async () => {
  const { doorstep, asked } = await open(
    json(200, { items: [{ position: 9 }], nextAfter: 9 }),
    json(200, { items: [], nextAfter: 9 }),
  );
  const positions: unknown[] = [];
  for await (const { position } of doorstep.listEvents.all({ newest: true }))
    positions.push(position);
  assert.deepEqual(positions, [9]);
  assert.deepEqual(
    asked.map(({ path }) => path),
    ['/v1/events?newest=true', '/v1/events?after=9'],
  );
});
