// What the transaction of a verb says when the database says no.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { uuidOf } from '@doorstep/core/ids.ts';
import type { Pool } from '../../src/db/pool.ts';
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

const makeLease = statement(
  'test.makeLease',
  `insert into number_leases (tenant_id, series, next_number) values ($1, 'test', 1)`,
);
const countLeases = statement<{ leases: number }>(
  'test.countLeases',
  `select count(*)::integer as leases from number_leases where series = 'test'`,
);

test('what is sent along with a begin that fails writes nothing', async () => {
  const { tenant } = shop;
  const write = (pool: Pool) =>
    inTransaction(pool, tenant, (tx) => tx.run(makeLease, [uuidOf(tenant)]));
  await assert.rejects(
    write(withoutBegin(shop.runtime.app)),
    /row-level security|division by zero/,
  );
  const [found] = await inTransaction(shop.runtime.app, tenant, (tx) => tx.rows(countLeases));
  assert.equal(found?.leases, 0);
});

/** A pool whose connections fail to begin. */
function withoutBegin(pool: Pool): Pool {
  return {
    async connect() {
      const connection = await pool.connect();
      const query = connection.query.bind(connection) as (query: unknown) => unknown;
      return new Proxy(connection, {
        get(target, name) {
          if (name === 'query')
            return (asked: unknown) =>
              query(String(asked).startsWith('begin') ? 'select 1 / 0' : asked);
          const value: unknown = Reflect.get(target, name);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
    },
  } as unknown as Pool;
}
