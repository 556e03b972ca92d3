// Readers of the log and the sequencer, which takes past what they do not want those that have nothing
// else to read.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LogEvent } from '@doorstep/contract/log.ts';
import { openPool } from '../../src/db/pool.ts';
import { isUnreachable } from '../../src/db/transaction.ts';
import { type LogReader, runReader } from '../../src/log/run-reader.ts';
import { sequenceLog } from '../../src/log/sequence-log.ts';
import { openShop, type Shop } from '../shop.ts';
import { until } from '../until.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
});
after(() => shop.close());

/** It stands in a row that a migration made. */
const NAME = 'index-parcels';
const seen: LogEvent[] = [];
const reader: LogReader = {
  name: NAME,
  wants: ['sku.created.'],
  handle: async (_tenant, events) => void seen.push(...events),
};

const makeSku = (code: string) => shop.call('POST', '/v1/skus', { code, title: code });
const makeKey = () => shop.as(['events:read']);
const sequence = () => sequenceLog(shop.runtime.clock, [reader]);
const read = () => runReader(shop.runtime.clock, shop.runtime.app, reader);
const codesSeen = () => seen.map(({ data }) => data['code']);

async function unread(): Promise<number> {
  const { rows } = await shop.runtime.clock.query(
    `select head.last_position - reader.batch_position as unread
     from log_readers as reader, log_heads as head
     where reader = $1 and head.tenant_id = '00000000-0000-0000-0000-000000000000'`,
    [NAME],
  );
  return Number(rows[0].unread);
}

async function readAll(): Promise<void> {
  while ((await read()) !== null);
}

test('a reader is taken past what it does not want, and woken for what it does', async () => {
  await sequence();
  await readAll();
  await makeKey();
  assert.deepEqual((await sequence()).woken, []);
  assert.equal(await unread(), 0);
  assert.equal(await read(), null);

  await makeSku('WANTED');
  await makeKey();
  assert.deepEqual((await sequence()).woken, [reader]);
  assert.equal(await unread(), 2);
  await readAll();
  assert.deepEqual(codesSeen(), ['WANTED']);
});

test('a reader that is behind is not taken past what it has not read', async () => {
  await makeSku('BEHIND');
  // By a process that knows of no readers.
  await sequenceLog(shop.runtime.clock);
  await makeKey();
  assert.deepEqual((await sequence()).woken, []);
  assert.equal(await unread(), 2);
  await readAll();
  assert.equal(codesSeen().at(-1), 'BEHIND');
});

test('two processes number and read while events come in: each wanted one is read, in order', async () => {
  seen.length = 0;
  let isOver = false;
  const untilOver = async (step: () => Promise<unknown>) => {
    while (!isOver) await step();
  };
  // As often behind as not: what it wants is numbered, and then what it does not.
  const readNow = () => read().then(() => sleep(4));
  const working = [sequence, sequence, readNow, readNow].map(untilOver);
  for (let round = 0; round < 40; round += 1) {
    await makeSku(`RACE-${round}`);
    await makeKey();
  }
  isOver = true;
  await Promise.all(working);
  while ((await sequence()).grown.size > 0);
  await readAll();
  assert.equal(await unread(), 0);
  const wanted = Array.from({ length: 40 }, (_, round) => `RACE-${round}`);
  assert.deepEqual(codesSeen(), wanted);
});

test('one process at a time runs a reader, and nothing that changed meanwhile is kept for it', async () => {
  await makeSku('HELD');
  await sequence();
  const held = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const slow: LogReader = {
    ...reader,
    handle: async () => {
      begun.resolve();
      await held.promise;
    },
  };
  const reading = runReader(shop.runtime.clock, shop.runtime.app, slow);
  await begun.promise;
  const meanwhile = await read();
  // A number of its own, or a view of the past, would keep every dead row of the database.
  const { rows } = await shop.runtime.clock.query(
    `select count(*)::int as pinning from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()
       and (backend_xid is not null or backend_xmin is not null)`,
  );
  held.resolve();
  assert.notEqual(await reading, null);
  assert.equal(meanwhile, null);
  assert.equal(rows[0].pinning, 0);
  assert.equal(await unread(), 0);
});

test('several processes rest together: they read as often as one would', async () => {
  await readAll();
  const { clock, app } = shop.runtime;
  const readAndRest = (restMs: number) => runReader(clock, app, reader, () => restMs);
  seen.length = 0;
  await makeSku('FIRST-ROUND');
  await sequence();
  assert.equal(await readAndRest(60_000), 60_000);
  await makeSku('SECOND-ROUND');
  await sequence();
  // Longer than any reader rests: a clock that was set back must not make one sleep for an hour.
  assert.equal(await readAndRest(500), 500);
  assert.deepEqual(codesSeen(), ['FIRST-ROUND', 'SECOND-ROUND']);

  await makeSku('THIRD-ROUND');
  await sequence();
  const rests = await Promise.all([readAndRest(10), readAndRest(10), readAndRest(10)]);
  const told = rests.filter((rest) => rest !== null);
  assert.ok(told.length > 0, 'the lock of a reader is somebody’s');
  for (const rest of told)
    assert.ok(rest > 10 && rest <= 500, `it rests for what is left of the others' rest: ${rest}`);
  assert.equal(codesSeen().at(-1), 'SECOND-ROUND');
  await until(async () => {
    await readAndRest(10);
    return codesSeen().at(-1) === 'THIRD-ROUND';
  }, 'one of them reads when the rest is over');
  assert.deepEqual(codesSeen(), ['FIRST-ROUND', 'SECOND-ROUND', 'THIRD-ROUND']);
});

test('a process that is frozen in the middle of a reader loses it to another', async () => {
  await makeSku('FROZEN');
  await sequence();
  const clock = openPool({
    url: shop.runtime.url,
    role: 'doorstep_clock',
    connectionsMax: 1,
    name: 'frozen',
    // As the clock has it, but shorter than what a reader at work is silent for.
    settings: { idle_in_transaction_session_timeout: '300' },
  });
  const begun = Promise.withResolvers<void>();
  const thawed = Promise.withResolvers<void>();
  const frozen: LogReader = {
    ...reader,
    handle: async () => {
      begun.resolve();
      await thawed.promise;
    },
  };
  const reading = runReader(clock, shop.runtime.app, frozen);
  await begun.promise;
  seen.length = 0;
  await until(async () => {
    await read();
    return seen.length > 0;
  }, 'another process reads on');
  assert.deepEqual(codesSeen(), ['FROZEN']);
  thawed.resolve();
  await assert.rejects(reading, isUnreachable);
  await clock.end();
});
