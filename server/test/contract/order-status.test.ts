// The database derives the words of an order's status in generated columns, so that lists can
// filter by them; core derives the same words. Here one is held against the other.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  fulfillmentStatus,
  type OrderCounts,
  orderStatus,
  stockStatus,
} from '@doorstep/core/orders/order-status.ts';
import pg from 'pg';
import { freshDatabase } from '../shop.ts';

const ORDERED_MAX = 4;

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

/** Every order of up to four units that the database may hold. */
function allCounts(): OrderCounts[] {
  const counts: OrderCounts[] = [];
  const upTo = (most: number) => Array.from({ length: most + 1 }, (_, units) => units);
  for (const ordered of upTo(ORDERED_MAX).slice(1))
    for (const canceled of upTo(ordered))
      for (const unpromised of upTo(ordered - canceled))
        for (const backordered of upTo(ordered - canceled - unpromised))
          for (const shipped of upTo(ordered - canceled - unpromised - backordered))
            for (const openHolds of [0, 1, 2])
              counts.push({ ordered, canceled, unpromised, backordered, shipped, openHolds });
  return counts;
}

test('the generated columns say what core says, for every order of up to four units', async () => {
  const counts = allCounts();
  assert.ok(counts.length > 200);
  await client.query(
    `insert into orders (tenant_id, id, number, channel_id, currency, prices_include_tax,
       stock_policy, split_policy, items_minor, shipping_minor, discount_minor, tax_minor,
       total_minor, placed_at, captured_at, ordered, canceled, unpromised, backordered, shipped,
       open_holds)
     select gen_random_uuid(), gen_random_uuid(), row.number, gen_random_uuid(), 'EUR', true,
       'all-or-nothing', 'allow', 0, 0, 0, 0, 0, now(), now(), row.ordered, row.canceled,
       row.unpromised, row.backordered, row.shipped, row."openHolds"
     from jsonb_to_recordset($1::jsonb) as row(number int, ordered int, canceled int,
       unpromised int, backordered int, shipped int, "openHolds" int)`,
    [JSON.stringify(counts.map((one, number) => ({ ...one, number })))],
  );
  const { rows } = await client.query(
    `select number::int, status, fulfillment_status, stock_status from orders order by number`,
  );
  assert.equal(rows.length, counts.length);
  for (const row of rows) {
    const one = counts[row.number];
    if (one === undefined) throw new Error(`an order ${row.number} nobody wrote`);
    assert.deepEqual(
      [row.status, row.fulfillment_status, row.stock_status],
      [orderStatus(one), fulfillmentStatus(one), stockStatus(one)],
      JSON.stringify(one),
    );
  }
});
