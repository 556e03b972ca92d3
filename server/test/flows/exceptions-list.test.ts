// The list of what people must look at: its order, its pages, its filters.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Answer, type Caller, openShop, type Shop } from '../shop.ts';
import { stockUp } from '../stock.ts';

let shop: Shop;
let ada: Caller;
const clockAheadMs = 0;
before(async () => {
  shop = await openShop({ now: () => new Date(Date.now() + clockAheadMs) });
  await stockUp(shop, { BER: { MUG: 10, CUP: 10, POT: 10, JAR: 100 }, HAM: {} });
  const components = [{ sku: 'CUP', quantity: 2 }];
  await shop.call('POST', '/v1/skus', { code: 'PAIR', title: 'Two cups', components });
  ({ caller: ada } = await userNamed('Ada'));
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
const report = async (title: string, more: object = {}) =>
  (await post('/v1/exceptions', { title, ...more })).body;
const change = (exception: { id: string }, what: string, body: object, caller: Caller = shop) =>
  caller.call(
    what === 'resolution' ? 'POST' : 'PUT',
    `/v1/exceptions/${exception.id}/${what}`,
    body,
  );
const inHours = (hours: number) =>
  new Date(Date.now() + clockAheadMs + hours * 3_600_000).toISOString();

describe('the list', () => {
  test('goes by severity and deadline, pages by key, and filters', async () => {
    const made: string[] = [];
    for (const [severity, hours] of [
      ['low', 1],
      ['critical', 9],
      ['high', 5],
      ['critical', 2],
      ['high', 5],
      ['medium', -1],
    ] as const)
      made.push((await report(`${severity} ${hours}`, { severity, deadline: inHours(hours) })).id);
    const [low, critical9, high, critical2, high2, medium] = made;
    const urgent = [critical2, critical9, high, high2, medium, low];
    const idsOfPages = async (query: string) => {
      const ids: string[] = [];
      let cursor = '';
      do {
        const page = await get(`/v1/exceptions?type=reported&limit=2${query}${cursor}`);
        ids.push(...page.items.map((item: { id: string }) => item.id));
        cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
      } while (cursor !== '');
      return ids;
    };
    // Two of one severity and nearly one deadline: their ids rise with time.
    assert.deepEqual(await idsOfPages(''), urgent);
    assert.deepEqual(await idsOfPages('&sort=deadline'), [
      medium,
      low,
      critical2,
      high,
      high2,
      critical9,
    ]);
    assert.deepEqual(await idsOfPages('&sort=newest'), [...made].reverse());
    assert.deepEqual(await idsOfPages('&severity=high'), [high, high2]);
    const overdue = await one('overdue=true&type=reported');
    assert.deepEqual([overdue.id, overdue.overdue], [medium, true]);
    const wrong = await shop.call('GET', '/v1/exceptions?cursor=nonsense');
    assert.equal(wrong.body.code, 'cursor-invalid');
    for (const id of made) await change({ id }, 'resolution', { resolution: 'resolved' });
    const closed = await list('status=closed&type=reported&limit=6');
    assert.deepEqual(
      closed.map((item: { id: string }) => item.id),
      [...made].reverse(),
    );
  });

  test('finds those at a location, open and closed', async () => {
    const here = await report('Here', { about: { location: 'HAM' } });
    assert.equal((await one('location=HAM')).id, here.id);
    await change(here, 'resolution', { resolution: 'resolved' });
    assert.deepEqual(await list('location=HAM'), []);
    assert.ok((await list('location=HAM&status=closed')).length >= 1);
    const nowhere = await shop.call('GET', '/v1/exceptions?location=NOWHERE');
    assert.equal(nowhere.body.code, 'location-unknown');
  });

  test('is summed up by type and severity', async () => {
    const before = await get('/v1/exceptions/summary');
    const made = [
      await report('One', { severity: 'critical', deadline: inHours(-1) }),
      await report('Two', { severity: 'low' }),
      await report('Three'),
    ];
    await change(made[2], 'snooze', { until: inHours(5) });
    const { body } = await ada.call('GET', '/v1/exceptions/summary');
    assert.deepEqual(
      [body.open - before.open, body.snoozed - before.snoozed, body.overdue - before.overdue],
      [2, 1, 1],
    );
    assert.equal(body.bySeverity[0].severity, 'critical');
    assert.equal(body.bySeverity[0].open, 1);
    const reported = body.byType.find(({ type }: { type: string }) => type === 'reported');
    assert.equal(reported.open, 2);
    for (const each of made) await change(each, 'resolution', { resolution: 'resolved' });
  });
});
