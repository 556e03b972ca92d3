// What the transaction of a verb says when the database says no.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { statement } from '../../src/db/statement.ts';
import { inTransaction, isUnreachable } from '../../src/db/transaction.ts';
import { openShop, type Shop } from '../shop.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
});
after(() => shop.close());

const diskFull = statement(
  'test.diskFull',
  `do $$ begin raise exception 'no space left' using errcode = 'disk_full'; end $$`,
);
const look = statement('test.look', 'select 1');

test('of statements sent together the one that failed says why, not those behind it', async () => {
  const sentTogether = inTransaction(shop.runtime.app, null, async (tx) => {
    // Whoever waits for several hears of a failure later than who waits for the one behind them.
    const several = async () => Promise.all([Promise.all([tx.run(diskFull)])]);
    const both = Promise.all([several(), tx.rows(look)]);
    setImmediate(busyUntilBothAreAnswered);
    await both;
  });
  await assert.rejects(sentTogether, (error: Error & { code?: string }) => {
    assert.equal(error.code, '53100', error.message);
    return isUnreachable(error);
  });
});

/** Answers that are there at once are read at once. */
function busyUntilBothAreAnswered(): void {
  for (const until = performance.now() + 150; performance.now() < until; );
}
