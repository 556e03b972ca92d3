// That rows arrive in PostgreSQL as they were given.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import pg from 'pg';
import { testPostgres } from '../../test/embedded.ts';
import { rowSet } from './row-set.ts';

let client: pg.Client;
before(async () => {
  client = new pg.Client({ connectionString: (await testPostgres()).url });
  await client.connect();
});
after(() => client.end());

const columns = {
  id: 'uuid',
  order: 'integer',
  amount: 'bigint',
  rate: 'real',
  isOpen: 'boolean',
  title: 'text',
  week: 'date',
  at: 'timestamptz',
  facts: 'json',
  fields: 'jsonb',
} as const;
const rows = rowSet(columns);

const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 4 });
const moment = fc.date({
  min: new Date('1970-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const text = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((one) => !one.includes('\0'));
const thing = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.oneof(text, fc.integer()), {
  noNullPrototype: true,
});
const row = fc.record({
  id: orNull(fc.uuid()),
  order: orNull(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
  amount: orNull(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
  rate: orNull(fc.float({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0)),
  isOpen: orNull(fc.boolean()),
  title: orNull(text),
  week: orNull(moment.map((one) => one.toISOString().slice(0, 10))),
  at: orNull(moment),
  facts: orNull(thing),
  fields: orNull(thing),
});

test('rows of every type of column arrive as they were given, nulls as nulls', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 6 }), async (given) => {
      const text = `select id, "order", amount::text, rate, "isOpen", title, week::text, at, facts,
          fields from ${rows.sql}`;
      const { rows: found } = await client.query(text, rows.params(given));
      const wanted = given.map((one) => ({
        ...one,
        amount: one.amount === null ? null : String(one.amount),
      }));
      // PostgreSQL tells a real in its shortest form.
      const told = found.map((one) => ({
        ...one,
        rate: one.rate === null ? null : Math.fround(one.rate) + 0,
      }));
      assert.deepEqual(told, wanted);
    }),
    { numRuns: 200 },
  );
});

test('a moment may be told as text, an id without its dashes, and what is left out is null', async () => {
  const told = { id: 'f'.repeat(32), at: '2026-11-28T01:02:03.004Z' };
  const { rows: found } = await client.query(
    `select id, at, title from ${rows.sql}`,
    rows.params([told]),
  );
  assert.deepEqual(found, [
    { id: 'ffffffff-ffff-ffff-ffff-ffffffffffff', at: new Date(told.at), title: null },
  ]);
});

test('what is no UUID is refused before it is sent', () => {
  assert.throws(() => rows.params([{ id: 'abc' }]), /abc is not a UUID/);
});
