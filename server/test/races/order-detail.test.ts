// What people do on the page of an order and in the inbox, by many at once.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { selectTenantsWithDueHolds } from '../../src/orders/notes.sql.ts';
import { lapseHolds } from '../../src/orders/release-hold.ts';
import { runDue } from '../../src/run-due.ts';
import { sent } from '../sent.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

let shop: Shop;
let aheadMs = 0;
const clock = () => new Date(Date.now() + aheadMs);
const LAPSES = { name: 'lapse-holds', tenants: selectTenantsWithDueHolds, verb: lapseHolds };
before(async () => {
  shop = await openShop({ now: clock });
  await stockUp(shop, { BER: { MUG: 100 } });
});
after(() => shop.close());

const many = <T>(count: number, one: (place: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, place) => one(place)));
const withStatus = (answers: readonly Answer[], status: number) =>
  answers.filter((answer) => answer.status === status).length;
const ordered = async () =>
  `/v1/orders/${(await shop.call('POST', '/v1/orders', orderOf({ MUG: 2 }))).body.id}`;

test('twenty notes at once are all there, and of ten who change one as they saw it, one does', async () => {
  const at = await ordered();
  const written = await many(20, (place) =>
    shop.call('POST', `${at}/notes`, { body: `Note ${place}` }),
  );
  assert.equal(withStatus(written, 201), 20);
  const { notes, version } = (await shop.call('GET', at)).body;
  assert.equal(notes.length, 20);
  const noteAt = `${at}/notes/${notes[0].id}`;
  const changed = await many(10, (place) =>
    place % 2 === 0
      ? shop.call('PUT', noteAt, { body: `Anew ${place}`, version })
      : shop.call('DELETE', `${noteAt}?version=${version}`),
  );
  assert.deepEqual([withStatus(changed, 200), withStatus(changed, 409)], [1, 9]);
});

test('twenty comments on an exception at once are all there', async () => {
  const { body } = await shop.call('POST', '/v1/exceptions', { title: 'Talk about it' });
  const at = `/v1/exceptions/${body.id}/comments`;
  const said = await many(20, (place) => shop.call('POST', at, { body: `Word ${place}` }));
  assert.equal(withStatus(said, 201), 20);
  assert.equal((await shop.call('GET', at)).body.items.length, 20);
});

test('of ten who move the promised date as they saw it, one does', async () => {
  const at = await ordered();
  const { version } = (await shop.call('GET', at)).body;
  const answers = await many(10, (place) =>
    shop.call('PUT', `${at}/promise`, {
      shipBy: `2099-01-0${(place % 9) + 1}T00:00:00Z`,
      reason: 'carrier',
      version,
    }),
  );
  assert.deepEqual([withStatus(answers, 200), withStatus(answers, 409)], [1, 9]);
  const { items } = (await shop.call('GET', `${at}/timeline?kind=order`)).body;
  assert.equal(items.filter((one: { type: string }) => one.type.includes('promise')).length, 1);
});

test('a hold that lapses and is released at once ends once, whoever was first', async () => {
  const ends = new Set<string>();
  for (let round = 0; round < 6; round += 1) {
    const at = await ordered();
    const expiresAt = new Date(clock().getTime() + 60_000).toISOString();
    const placed = await shop.call('POST', `${at}/holds`, { reason: 'other', expiresAt });
    assert.equal(placed.status, 201, JSON.stringify(placed.body));
    aheadMs += 120_000;
    const release = () => shop.call('PUT', `${at}/holds/${placed.body.id}/release`);
    const lapse = () => runDue(shop.runtime, LAPSES);
    const [released] = await Promise.all(
      round % 2 === 0 ? [release(), lapse(), lapse()] : [lapse().then(release), lapse(), lapse()],
    );
    const { items } = (await shop.call('GET', `${at}/timeline?kind=holds`)).body;
    const [placing, ending, ...more] = items.map((one: { type: string }) => one.type);
    assert.deepEqual([placing, more], ['order.held.v1', []]);
    const isByHand = ending === 'order.hold_released.v1';
    assert.equal((released as Answer).status, isByHand ? 200 : 409);
    const { status, holds } = (await shop.call('GET', at)).body;
    assert.deepEqual([status, holds[0].releasedAt === null], ['open', false]);
    ends.add(ending);
  }
  assert.ok(ends.has('order.hold_lapsed.v1'), [...ends].join());
});

test('two units are refunded twice, however many ask at once', async () => {
  const { order } = await sent(shop, { MUG: 2 });
  const answers = await many(8, () =>
    shop.call('POST', `/v1/orders/${order}/refunds`, {
      lines: [{ line: 1, quantity: 1 }],
      reason: 'lost',
    }),
  );
  assert.deepEqual([withStatus(answers, 201), withStatus(answers, 409)], [2, 6]);
  const { body } = await shop.call('GET', `/v1/orders/${order}`);
  assert.equal(body.grantedMinor, 2000);
});

test('an exception retried, assigned and snoozed crosswise has every version told', async () => {
  const made: string[] = [];
  for (let place = 0; place < 6; place += 1)
    made.push((await shop.call('POST', '/v1/exceptions', { title: `Look ${place}` })).body.id);
  const backwards = [...made].reverse();
  const until = '2099-01-01T00:00:00Z';
  const answers = await many(12, (place) => {
    const exceptions = place % 2 === 0 ? made : backwards;
    if (place % 3 === 0) return shop.call('POST', '/v1/exceptions/retries', { exceptions });
    return place % 3 === 1
      ? shop.call('POST', '/v1/exceptions/assignments', { exceptions, owner: null })
      : shop.call('POST', '/v1/exceptions/snoozes', {
          exceptions,
          until: place % 2 === 0 ? until : null,
        });
  });
  assert.equal(withStatus(answers, 200), 12);
});
