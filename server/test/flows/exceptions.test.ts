// What a person must look at: raised with its cause, worked on, and closed with it.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { operations } from '@doorstep/contract/operations.ts';
import { systemActor } from '@doorstep/core/access/actor.ts';
import { Ajv } from 'ajv';
import addFormatsModule from 'ajv-formats';
import { type CommandTx, runCommand } from '../../src/db/run-command.ts';
import { startWorker } from '../../src/worker.ts';
import { type Answer, type Caller, openShop, type Shop } from '../shop.ts';
import { levelAt, orderOf, stockUp } from '../stock.ts';

const ajv = new Ajv({ strict: false });
(addFormatsModule as unknown as typeof addFormatsModule.default)(ajv);

let shop: Shop;
let ada: Caller;
let adaId: string;
let clockAheadMs = 0;
before(async () => {
  shop = await openShop({ now: () => new Date(Date.now() + clockAheadMs) });
  await stockUp(shop, { BER: { MUG: 10, CUP: 10, POT: 10, JAR: 100 }, HAM: {} });
  const components = [{ sku: 'CUP', quantity: 2 }];
  await shop.call('POST', '/v1/skus', { code: 'PAIR', title: 'Two cups', components });
  ({ caller: ada, id: adaId } = await userNamed('Ada'));
});
after(() => shop.close());

async function userNamed(name: string): Promise<{ caller: Caller; id: string }> {
  const email = `${name.toLowerCase()}@example.com`;
  const password = 'long enough';
  const { body: user } = await post('/v1/users', { email, name, role: 'operations', password });
  const { body: session } = await post('/v1/sessions', { tenant: 'test', email, password });
  const headers = { authorization: `Bearer ${session.token}` };
  return {
    id: user.id,
    caller: { call: (method, path, body) => shop.call(method, path, body, headers) },
  };
}

const post = (path: string, body: object): Promise<Answer> => shop.call('POST', path, body);
const get = async (path: string) => (await shop.call('GET', path)).body;
const list = async (query: string) => (await get(`/v1/exceptions?${query}`)).items;
const one = async (query: string) => {
  const items = await list(query);
  assert.equal(items.length, 1, `${query} ${JSON.stringify(items)}`);
  return items[0];
};
const read = (exception: { id: string }) => get(`/v1/exceptions/${exception.id}`);
const report = async (title: string, more: object = {}) =>
  (await post('/v1/exceptions', { title, ...more })).body;
const count = (sku: string, counted: number, location = 'BER') =>
  post('/v1/stock/counts', { location, lines: [{ sku, counted }] });
const change = (exception: { id: string }, what: string, body: object, caller: Caller = shop) =>
  caller.call(
    what === 'resolution' ? 'POST' : 'PUT',
    `/v1/exceptions/${exception.id}/${what}`,
    body,
  );
const inHours = (hours: number) =>
  new Date(Date.now() + clockAheadMs + hours * 3_600_000).toISOString();
const command = (work: (tx: CommandTx) => void) =>
  runCommand(
    shop.runtime.app,
    { tenant: shop.tenant, actor: systemActor('test'), now: shop.runtime.now() },
    null,
    async (tx) => work(tx),
  );

interface Fix {
  readonly label: string;
  readonly operation: string | null;
  readonly method: string;
  readonly path: string;
  readonly params: Record<string, string>;
  readonly body: object | null;
  readonly asks: readonly string[];
}

/** Presses the button: only what asks for nothing can be sent as it is. */
async function press(fix: Fix): Promise<Answer> {
  assert.deepEqual(fix.asks, []);
  const operation = operations.find(({ id }) => id === fix.operation);
  assert.ok(operation?.body !== undefined && ajv.validate(operation.body, fix.body), fix.label);
  return shop.call(fix.method, fix.path, fix.body ?? undefined);
}

describe('less stock than promised', () => {
  test('a count below what is promised is recorded, told, and closes itself when stock comes', async () => {
    await post('/v1/orders', orderOf({ MUG: 6 }));
    assert.equal((await count('MUG', 4)).status, 201);
    assert.equal((await levelAt(shop, 'MUG', 'BER')).shortfall, 2);
    const raised = await one('type=stock-below-promised');
    assert.deepEqual(
      [raised.severity, raised.subject, raised.data, raised.times],
      ['high', 'MUG at BER, 2 units short', { unitsShort: 2 }, 1],
    );
    assert.deepEqual(raised.about.sku.code, 'MUG');
    await post('/v1/stock/receipts', { location: 'BER', lines: [{ sku: 'MUG', quantity: 1 }] });
    const better = await read(raised);
    assert.deepEqual([better.data, better.times, better.version], [{ unitsShort: 1 }, 2, 2]);
    await post('/v1/stock/receipts', { location: 'BER', lines: [{ sku: 'MUG', quantity: 1 }] });
    const closed = await read(raised);
    assert.deepEqual(
      [closed.status, closed.resolution, closed.version, closed.fixes],
      ['closed', 'cause-gone', 3, []],
    );
    assert.deepEqual(await list('type=stock-below-promised'), []);
  });

  test('its fixes name what to count and the newest orders to cancel; pressed, it is gone', async () => {
    await post('/v1/orders', orderOf({ POT: 4 }));
    const second = (await post('/v1/orders', orderOf({ POT: 2 }))).body;
    const third = (await post('/v1/orders', orderOf({ POT: 1 }))).body;
    await count('POT', 5);
    const { fixes, ...raised } = await one('type=stock-below-promised');
    const [counting, receiving, ...canceling] = fixes as Fix[];
    assert.deepEqual(counting?.body, { location: 'BER', lines: [{ sku: 'POT' }] });
    assert.deepEqual(counting?.asks, ['/lines/0/counted']);
    assert.deepEqual(receiving?.body, { location: 'BER', lines: [{ sku: 'POT', quantity: 2 }] });
    assert.deepEqual(
      canceling.map(({ label }) => label),
      [`Cancel 1 unit of order ${third.number}`, `Cancel 1 unit of order ${second.number}`],
    );
    for (const fix of canceling) assert.equal((await press(fix)).status, 201);
    assert.equal((await read(raised as { id: string })).resolution, 'cause-gone');
  });

  test('units of a kit are canceled with their kit', async () => {
    const { body: kit } = await post('/v1/orders', orderOf({ PAIR: 3 }));
    await count('CUP', 5);
    const { fixes } = await one('type=stock-below-promised');
    const cancel = (fixes as Fix[]).find((fix) => fix.operation === 'cancelOrder');
    assert.deepEqual(cancel?.body, {
      reason: 'inventory',
      lines: [{ line: kit.lines[0].id, quantity: 1 }],
    });
    if (cancel !== undefined) assert.equal((await press(cancel)).status, 201);
    assert.deepEqual(await list('type=stock-below-promised'), []);
  });

  test('nobody can say that it is done while it is not; dismissed, it comes back when it changes', async () => {
    await post('/v1/orders', orderOf({ CUP: 1 }));
    await count('CUP', 0);
    const raised = await one('type=stock-below-promised');
    const refused = await change(raised, 'resolution', { resolution: 'resolved' });
    assert.deepEqual(
      [refused.status, refused.body.code, refused.body.data.closes],
      [409, 'exception-cause-stands', 'when stock covers the promises again'],
    );
    const dismissed = await change(raised, 'resolution', {
      resolution: 'dismissed',
      note: 'Known',
    });
    assert.deepEqual([dismissed.body.status, dismissed.body.note], ['closed', 'Known']);
    assert.equal(
      (await change(raised, 'assignment', { owner: null })).body.code,
      'exception-closed',
    );
    await count('CUP', 1);
    const again = await one('type=stock-below-promised');
    assert.notEqual(again.id, raised.id);
    await count('CUP', 10);
    assert.equal((await read(again)).status, 'closed');
  });

  test('a count settles what a picker did not find there', async () => {
    const { id: sku } = await get('/v1/skus/MUG');
    const { id: location } = await get('/v1/locations/HAM');
    const cause = { type: 'short-pick', cause: `${sku} ${location}` } as const;
    await command((tx) => tx.raise({ ...cause, about: { sku, location }, data: {} }));
    const raised = await one('type=short-pick');
    assert.equal((await read(raised)).subject, 'MUG at HAM');
    await count('CUP', 10);
    assert.equal((await read(raised)).status, 'open');
    await count('MUG', 0, 'HAM');
    assert.equal((await read(raised)).resolution, 'cause-gone');
  });
});

describe('a SKU nobody knows', () => {
  test('is told for each line of the order that names it, and closes when the line is canceled', async () => {
    const { body: order } = await post('/v1/orders', orderOf({ JAR: 1, GHOST: 2, SPOOK: 1 }));
    const raised = await list('type=unknown-sku');
    assert.deepEqual(
      raised.map((exc: { data: object; subject: string }) => [exc.data, exc.subject]).sort(),
      [
        [{ line: 2, skuCode: 'GHOST' }, `order ${order.number}, line 2, GHOST`],
        [{ line: 3, skuCode: 'SPOOK' }, `order ${order.number}, line 3, SPOOK`],
      ],
    );
    const ghost = raised.find((exc: { data: { line: number } }) => exc.data.line === 2);
    const [create, cancel] = ghost.fixes as Fix[];
    assert.deepEqual([create?.operation, create?.asks], ['createSku', []]);
    assert.deepEqual(create?.body, { code: 'GHOST', title: 'GHOST' });
    assert.deepEqual(cancel?.body, {
      reason: 'inventory',
      lines: [{ line: order.lines[1].id, quantity: 2 }],
    });
    if (cancel !== undefined) assert.equal((await press(cancel)).status, 201);
    assert.equal((await read(ghost)).status, 'closed');
    const left = await one(`order=${order.number}&status=open`);
    assert.equal(left.data.skuCode, 'SPOOK');
    assert.equal((await list(`order=${order.number}`)).length, 2);
    await post(`/v1/orders/${order.id}/cancellations`, { reason: 'staff' });
    assert.deepEqual(await list(`order=${order.number}&status=open`), []);
  });
});

describe('a report', () => {
  test('says what it is about in words, and is resolved by a person', async () => {
    const { body: order } = await post('/v1/orders', orderOf({ JAR: 1 }));
    const about = { order: order.number, sku: 'MUG', location: 'BER' };
    const reported = await report('The box is torn', { about, severity: 'high' });
    assert.deepEqual(
      [reported.title, reported.subject, reported.severity, reported.status, reported.version],
      ['The box is torn', `order ${order.number}, MUG at BER`, 'high', 'open', 1],
    );
    assert.equal(reported.about.order.id, order.id);
    const done = await press(reported.fixes[0]);
    assert.deepEqual([done.body.status, done.body.resolution], ['closed', 'resolved']);
    assert.match(done.body.closedBy, /^api-key:key_/);
    const again = await change(reported, 'resolution', { resolution: 'resolved' });
    assert.equal(again.body.code, 'exception-closed');
  });

  test('told again under its reference is the same one, until it is closed', async () => {
    const first = await report('The printer is out of paper', { reference: 'printer-7' });
    const second = await report('The printer is out of paper', { reference: 'printer-7' });
    assert.deepEqual([second.id, second.times, second.version], [first.id, 2, 2]);
    await change(first, 'resolution', { resolution: 'resolved' });
    const third = await report('The printer is out of paper', { reference: 'printer-7' });
    assert.notEqual(third.id, first.id);
    await change(third, 'resolution', { resolution: 'resolved' });
  });

  test('about what is not there is refused', async () => {
    const zeros = '0'.repeat(32);
    for (const [about, code] of [
      [{ order: '999999' }, 'not-found'],
      [{ order: `ord_${zeros}` }, 'not-found'],
      [{ sku: 'NOTHING' }, 'sku-unknown'],
      [{ location: 'NOWHERE' }, 'location-unknown'],
      [{ parcel: `pcl_${zeros}` }, 'not-found'],
      [{ payment: `pay_${zeros}` }, 'not-found'],
      [{ return: `ret_${zeros}` }, 'not-found'],
      [{ fulfillmentOrder: `ful_${zeros}` }, 'not-found'],
    ] as const)
      assert.equal((await report('?', { about })).code, code, JSON.stringify(about));
    assert.deepEqual(await list('type=reported'), []);
  });

  test('loses its words when its order is erased', async () => {
    const { body: order } = await post('/v1/orders', orderOf({ JAR: 1 }));
    const about = { order: order.id };
    const reported = await report('Ada of 5 Main Street is angry', { about, reference: 'ada' });
    await change(reported, 'resolution', { resolution: 'resolved', note: 'Ada is happy' });
    await post(`/v1/orders/${order.id}/erasure`, {});
    const { title, note, data } = await read(reported);
    assert.deepEqual([title, note, data], ['[erased]', null, {}]);
  });
});

describe('work', () => {
  test('is assigned to oneself, to somebody by id or e-mail, and given back', async () => {
    const reported = await report('Assign me');
    const mine = await change(reported, 'assignment', { owner: 'me', version: 1 }, ada);
    assert.deepEqual([mine.body.owner, mine.body.version], [{ id: adaId, name: 'Ada' }, 2]);
    assert.equal((await change(reported, 'assignment', { owner: adaId })).body.version, 2);
    assert.deepEqual(
      (await ada.call('GET', '/v1/exceptions?owner=me')).body.items.map(
        (item: { id: string }) => item.id,
      ),
      [reported.id],
    );
    assert.equal((await one(`owner=${adaId}&sort=newest`)).id, reported.id);
    assert.equal((await ada.call('GET', '/v1/exceptions/summary')).body.mine, 1);
    const stale = await change(reported, 'assignment', { owner: null, version: 1 });
    assert.deepEqual([stale.body.code, stale.body.data], ['version-conflict', { version: 2 }]);
    const bea = await userNamed('Bea');
    const given = await change(reported, 'assignment', { owner: 'BEA@example.com' });
    assert.equal(given.body.owner.id, bea.id);
    const back = await change(reported, 'assignment', { owner: null });
    assert.deepEqual([back.body.owner, back.body.version], [null, 4]);
    assert.equal((await one('owner=none&type=reported')).id, reported.id);
    await shop.call('PATCH', `/v1/users/${bea.id}`, { disabled: true });
    for (const [owner, code] of [
      ['nobody@example.com', 'user-unknown'],
      [bea.id, 'user-unknown'],
      ['me', 'not-a-user'],
    ])
      assert.equal((await change(reported, 'assignment', { owner })).body.code, code);
    assert.equal((await shop.call('GET', '/v1/exceptions?owner=me')).body.code, 'not-a-user');
    await change(reported, 'resolution', { resolution: 'dismissed' });
  });

  test('is put aside until a moment, and is there again then', async () => {
    const soon = await report('Soon');
    const later = await report('Later');
    const past = await change(soon, 'snooze', { until: inHours(-1) });
    assert.equal(past.body.code, 'validation-failed');
    const until = inHours(1);
    const snoozed = await change(soon, 'snooze', { until });
    assert.deepEqual([snoozed.body.status, snoozed.body.snoozedUntil], ['snoozed', until]);
    assert.equal((await change(soon, 'snooze', { until })).body.version, 2);
    await change(later, 'snooze', { until: inHours(48) });
    assert.deepEqual(await list('type=reported'), []);
    assert.equal((await list('status=snoozed')).length, 2);
    const worker = startWorker(shop.runtime);
    try {
      clockAheadMs += 2 * 3_600_000;
      for (const end = Date.now() + 10_000; (await list('type=reported')).length === 0; )
        assert.ok(Date.now() < end && (await sleep(20, true)), 'it did not wake in time');
    } finally {
      await worker.stop();
    }
    const awake = await one('type=reported');
    assert.deepEqual([awake.id, awake.snoozedUntil, awake.version], [soon.id, null, 3]);
    const woken = await change(later, 'snooze', { until: null });
    assert.deepEqual([woken.body.status, woken.body.version], ['open', 3]);
    assert.equal((await change(later, 'snooze', { until: null })).body.version, 3);
    for (const each of [soon, later]) await change(each, 'resolution', { resolution: 'resolved' });
  });

  test('that was put aside is there again when its cause is seen again', async () => {
    const first = await report('Again', { reference: 'again' });
    await change(first, 'snooze', { until: inHours(48) });
    const seen = await report('Again', { reference: 'again' });
    assert.deepEqual([seen.id, seen.status, seen.times], [first.id, 'open', 2]);
    await change(first, 'resolution', { resolution: 'resolved' });
  });

  test('needs the right to it', async () => {
    const reported = await report('Look, do not touch');
    const looker = await shop.as(['exceptions:read']);
    assert.equal((await looker.call('GET', '/v1/exceptions')).status, 200);
    for (const [what, body] of [
      ['assignment', { owner: null }],
      ['snooze', { until: null }],
      ['resolution', { resolution: 'resolved' }],
    ] as const)
      assert.equal((await change(reported, what, body, looker)).body.code, 'not-allowed');
    const blind = await shop.as(['exceptions:write']);
    for (const path of ['', '/summary', `/${reported.id}`])
      assert.equal((await blind.call('GET', `/v1/exceptions${path}`)).body.code, 'not-allowed');
    await change(reported, 'resolution', { resolution: 'resolved' });
  });

  test('of one transaction: of a cause raised and cleared the last word counts', async () => {
    const of = (cause: string) => ({ type: 'webhook-failing', cause }) as const;
    const raise = (tx: CommandTx, cause: string, more: Record<string, unknown> = {}) =>
      tx.raise({ ...of(cause), about: {}, data: more });
    await command((tx) => {
      raise(tx, 'a');
      tx.clear(of('a'));
      tx.clear(of('b'));
      raise(tx, 'b');
      raise(tx, 'b', { twice: true });
    });
    const b = await one('type=webhook-failing');
    assert.deepEqual([b.data, b.times, b.version], [{ twice: true }, 1, 1]);
    await command((tx) => {
      raise(tx, 'b');
      tx.clear(of('b'));
    });
    assert.deepEqual([(await read(b)).status, (await read(b)).version], ['closed', 2]);
  });
});

test('colleagues talk about an exception, closed or not, and an erasure takes their words', async () => {
  const { body: order } = await post('/v1/orders', orderOf({ JAR: 1 }));
  const about = { order: order.id };
  const { body: made } = await post('/v1/exceptions', { title: 'Ask the buyer', about });
  const at = `/v1/exceptions/${made.id}/comments`;
  assert.deepEqual((await get(at)).items, []);
  const { status, body: said } = await ada.call('POST', at, { body: 'Called, nobody there' });
  assert.equal(status, 201, JSON.stringify(said));
  await post(`/v1/exceptions/${made.id}/resolution`, { resolution: 'resolved' });
  await post(at, { body: 'She called back' });
  const { items, names } = await get(at);
  assert.deepEqual(
    items.map((one: { body: string }) => one.body),
    ['Called, nobody there', 'She called back'],
  );
  assert.equal(names[items[0].author], 'Ada');
  await post(`/v1/orders/${order.id}/erasure`, {});
  const erased = await get(at);
  assert.ok(erased.items.every((one: { body: string }) => one.body === '[erased]'));
});
