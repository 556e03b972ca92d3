// The database derives an order's payment status in a generated column, so that lists can filter by
// it; core derives the same word. So do both what a converted payment is worth. Here one is held
// against the other.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AMOUNT_MINOR_MAX } from '@doorstep/core/money.ts';
import { worthOf } from '@doorstep/core/payments/conversion.ts';
import { type AccountSums, paymentStatus } from '@doorstep/core/payments/payment-account.ts';
import pg from 'pg';
import { freshDatabase } from '../shop.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let client: pg.Client;
before(async () => {
  database = await freshDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
after(async () => {
  await client.end();
  await database.drop();
});

const UP_TO = [0n, 1n, 2n, 3n];

function allAccounts(): ({ dueMinor: bigint } & AccountSums)[] {
  return UP_TO.flatMap((dueMinor) =>
    UP_TO.flatMap((authorizedMinor) =>
      UP_TO.flatMap((voidedMinor) =>
        UP_TO.flatMap((capturedMinor) =>
          UP_TO.map((refundedMinor) => ({
            dueMinor,
            authorizedMinor,
            voidedMinor,
            capturedMinor,
            refundedMinor,
          })),
        ),
      ),
    ),
  );
}

test('the generated column says what core says, for every account of up to three units', async () => {
  const accounts = allAccounts();
  const rows = accounts.map((one) => Object.values(one).map(Number));
  const { rows: found } = await client.query(
    `with given as (
       select (row ->> 0)::bigint as due, (row ->> 1)::bigint as authorized,
              (row ->> 2)::bigint as voided, (row ->> 3)::bigint as captured,
              (row ->> 4)::bigint as refunded, place
       from jsonb_array_elements($1::jsonb) with ordinality as given(row, place)
     )
     insert into payment_accounts (tenant_id, order_id, currency, capture_at, due_minor,
       authorized_minor, voided_minor, captured_minor, refunded_minor, created_at)
     select gen_random_uuid(), gen_random_uuid(), 'EUR', 'shipment', due, authorized, voided,
            captured, refunded, now()
     from given order by place
     returning due_minor, authorized_minor, voided_minor, captured_minor, refunded_minor, status`,
    [JSON.stringify(rows)],
  );
  assert.equal(found.length, accounts.length);
  for (const row of found)
    assert.equal(
      row.status,
      paymentStatus({
        dueMinor: BigInt(row.due_minor),
        authorizedMinor: BigInt(row.authorized_minor),
        voidedMinor: BigInt(row.voided_minor),
        capturedMinor: BigInt(row.captured_minor),
        refundedMinor: BigInt(row.refunded_minor),
      }),
      JSON.stringify(row, (_key, value) => (typeof value === 'bigint' ? String(value) : value)),
    );
});

test('what a sum of a converted payment is worth is the same in the database, to the widest amounts', async () => {
  const numbers = [1n, 2n, 3n, 7n, 1999n, 10_832n, AMOUNT_MINOR_MAX - 1n, AMOUNT_MINOR_MAX];
  const given = [0n, -3n, ...numbers].flatMap((sum) =>
    numbers.flatMap((amount) => numbers.map((worth) => [sum, amount, worth] as const)),
  );
  // A sum goes beyond the whole by little, if at all: what does not fit into the column is no case.
  const cases = given.filter(([sum, amount, worth]) => (sum * worth) / amount < AMOUNT_MINOR_MAX);
  const { rows } = await client.query(
    `select stated_worth((row ->> 0)::bigint, (row ->> 1)::bigint, (row ->> 2)::bigint)::text as worth
     from jsonb_array_elements($1::jsonb) with ordinality as given(row, place) order by place`,
    [JSON.stringify(cases.map((one) => one.map(String)))],
  );
  assert.deepEqual(
    rows.map(({ worth }) => BigInt(worth)),
    cases.map(([sum, amountMinor, orderAmountMinor]) =>
      worthOf(sum, { amountMinor, orderAmountMinor }),
    ),
  );
  const none = await client.query('select stated_worth(7, 1, null)::text as worth');
  assert.equal(BigInt(none.rows[0].worth), 7n);
});
