// What the transaction of a verb says when the database says no.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { uuidOf } from '@doorstep/core/ids.ts';
import { openPool, type Pool } from '../../src/db/pool.ts';
import { statement } from '../../src/db/statement.ts';
import { CommitUnknown, inTransaction, isUnreachable, lookOnce } from '../../src/db/transaction.ts';
import { openCommitProxy } from '../faults/commit-proxy.ts';
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

test('what a part of failed work asks later is not sent, for the connection is someone else’s by then', async () => {
  const { app } = shop.runtime;
  let late: Promise<unknown> = Promise.resolve();
  const failing = inTransaction(app, shop.tenant, async (tx) => {
    late = sleep(50).then(() => tx.run(makeLease, [uuidOf(shop.tenant)]));
    late.catch(() => {});
    await tx.rows(look);
    throw new Error('a mistake of ours');
  });
  await assert.rejects(failing, /a mistake of ours/);
  await assert.rejects(late, /test.makeLease was asked behind the end of its transaction/);
});

const backend = statement<{ pid: number }>('test.backend', 'select pg_backend_pid() as pid');
const follow = statement('test.follow', 'set transaction read only');

test('a database that only follows another one by now is left for a new connection', async () => {
  const pool = poolOfOne(shop.runtime.url);
  const [before] = await lookOnce(pool, backend);
  const written = inTransaction(pool, shop.tenant, async (tx) => {
    await tx.run(follow);
    await tx.run(makeLease, [uuidOf(shop.tenant)]);
  });
  await assert.rejects(written, isUnreachable);
  const [now] = await lookOnce(pool, backend);
  assert.notEqual(now?.pid, before?.pid);
  await pool.end();
});

test('a database that does not answer any more is given up, and found again', async () => {
  const url = new URL(shop.runtime.url);
  const proxy = await openCommitProxy(
    Number(url.port),
    () => null,
    () => {},
  );
  url.port = String(proxy.port);
  const pool = poolOfOne(url.href, 300);
  await lookOnce(pool, look);
  proxy.hold('to-client');
  await assert.rejects(lookOnce(pool, look), isUnreachable);
  proxy.letGo();

  const committed = inTransaction(pool, shop.tenant, async (tx) => {
    await tx.rows(look);
    proxy.hold('to-client');
  });
  await assert.rejects(committed, CommitUnknown);
  proxy.letGo();
  await lookOnce(pool, look);
  await pool.end();
  proxy.close();
});

function poolOfOne(url: string, answerTimeoutMs?: number): Pool {
  const silence = answerTimeoutMs === undefined ? {} : { answerTimeoutMs };
  return openPool({ url, role: 'doorstep_app', connectionsMax: 1, name: 'test', ...silence });
}
