// Imports of stock, and taking them back, while others move the same levels.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import pg from 'pg';
import { importBytes, sendBytes, workOff } from '../importing.ts';
import { openShop, type Shop } from '../shop.ts';
import { levelAt, stockUp } from '../stock.ts';
import { until } from '../until.ts';

const SKUS = Array.from({ length: 60 }, (_, place) => `S${String(place).padStart(2, '0')}`);
const FIRST = 'S00';
const LAST = 'S59';

let shop: Shop;
let owner: pg.Client;
before(async () => {
  shop = await openShop();
  owner = new pg.Client({ connectionString: shop.url });
  await owner.connect();
  await stockUp(shop, { BER: Object.fromEntries(SKUS.map((sku) => [sku, 10])) });
});
after(async () => {
  await owner.end();
  await shop.close();
});
beforeEach(() => count(SKUS, 10));

const fileOf = (skus: readonly string[], onHand: number) =>
  ['sku,location,onHand', ...skus.map((sku) => `${sku},BER,${onHand}`)].join('\n');

const count = (skus: readonly string[], onHand: number) =>
  importBytes(shop, fileOf(skus, onHand), { profile: 'doorstep-stock' });

const onHandOf = async (sku: string) => (await levelAt(shop, sku, 'BER')).onHand;

/** What else happens to a level: locks it, in a transaction that stays open. */
const touch = (sku: string, units = 0) =>
  owner.query(
    `update stock_levels set on_hand = on_hand + $2
     where sku_id = (select id from skus where code = $1)`,
    [sku, units],
  );

const isSomebodyWaiting = async () => {
  const { rows } = await owner.query(
    `select count(*)::int as waiting from pg_locks where not granted`,
  );
  return rows[0].waiting > 0;
};

/** It is to be written; the dry run that every import begins with is over. */
async function beginCount(skus: readonly string[], onHand: number): Promise<void> {
  const body = { profile: 'doorstep-stock', fileName: 'stock.csv' };
  const { id } = (await shop.call('POST', '/v1/imports', body)).body;
  await sendBytes(shop, id, Buffer.from(fileOf(skus, onHand)));
  await workOff(shop);
  const applied = await shop.call('POST', `/v1/imports/${id}/application`);
  assert.equal(applied.status, 202, JSON.stringify(applied.body));
}

const read = async (id: string) => (await shop.call('GET', `/v1/imports/${id}`)).body;

/** Somebody holds a level, and wants another one while `work` waits for the first. */
async function wantBoth(held: string, wanted: string, work: () => Promise<void>): Promise<void> {
  await owner.query('begin');
  // In a circle it is the first to be told of it.
  await owner.query(`set local deadlock_timeout = '10ms'`);
  await touch(held);
  const working = work();
  try {
    await until(isSomebodyWaiting, 'the import waits for the level that is held');
    await touch(wanted);
  } finally {
    await owner.query('commit');
    await working;
  }
}

test('who takes levels in key order never waits in a circle with an import in another order', async () => {
  await beginCount([LAST, FIRST], 12);
  await wantBoth(FIRST, LAST, () => workOff(shop));
  assert.deepEqual([await onHandOf(FIRST), await onHandOf(LAST)], [12, 12]);
});

test('nor with one that is taken back, the last document first', async () => {
  const { id } = await count([FIRST, LAST], 20);
  await shop.call('POST', `/v1/imports/${id}/reversal`);
  await wantBoth(FIRST, LAST, () => workOff(shop));
  assert.deepEqual([await onHandOf(FIRST), await onHandOf(LAST)], [10, 10]);
});

test('an import of stock, and taking it back, holds few levels at once', async () => {
  await beginCount(SKUS, 20);
  await owner.query('begin');
  await touch(LAST);
  const counting = workOff(shop);
  await until(async () => (await onHandOf(FIRST)) === 20, 'the first are counted', 5000);
  await owner.query('rollback');
  await counting;
  assert.equal(await onHandOf(LAST), 20);

  await count(SKUS, 10);
  const { id } = await count(SKUS, 20);
  await shop.call('POST', `/v1/imports/${id}/reversal`);
  await owner.query('begin');
  await touch(FIRST);
  const undoing = workOff(shop);
  await until(async () => (await onHandOf(LAST)) === 10, 'the last are taken back', 5000);
  await owner.query('rollback');
  await undoing;
  assert.equal(await onHandOf(FIRST), 10);
});

test('what was on hand before a count is what was there when nobody else could move it', async () => {
  await beginCount([FIRST], 30);
  await owner.query('begin');
  await touch(FIRST, 5);
  const counting = workOff(shop);
  await until(isSomebodyWaiting, 'the import waits for the level');
  await owner.query('commit');
  await counting;
  const { items } = (await shop.call('GET', '/v1/imports')).body;
  await shop.call('POST', `/v1/imports/${items[0].id}/reversal`);
  await workOff(shop);
  assert.equal(await onHandOf(FIRST), 15);
  await touch(FIRST, -5);
});

test('a batch that meets a deadlock each time is done in smaller ones', async () => {
  await owner.query(
    `create function meet_deadlock() returns trigger language plpgsql as $$
     declare
       written integer := coalesce(nullif(current_setting('test.written', true), ''), '0')::int + 1;
     begin
       perform set_config('test.written', written::text, true);
       if written > 2 then raise exception 'met' using errcode = 'deadlock_detected'; end if;
       return new;
     end $$`,
  );
  await owner.query(
    `create trigger meets_deadlock before insert on stock_documents
     for each row execute function meet_deadlock()`,
  );
  try {
    const some = SKUS.slice(0, 4);
    const done = await count(some, 13);
    assert.equal(done.state, 'done', JSON.stringify(done.error));
    assert.deepEqual(done.documents.change, { stock: 4 });
    await shop.call('POST', `/v1/imports/${done.id}/reversal`);
    await workOff(shop);
    const undone = await read(done.id);
    assert.deepEqual([undone.state, undone.undo.undone], ['undone', 4]);
  } finally {
    await owner.query('drop trigger meets_deadlock on stock_documents');
  }
});
