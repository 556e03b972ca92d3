// The database derives the words of a status in generated columns, so that lists can filter by
// them; core derives the same words. Here one is held against the other.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { boardColumn } from '@doorstep/core/fulfillment/board.ts';
import {
  type FulfillmentOrderStatus,
  fulfillmentOrderStatus,
} from '@doorstep/core/fulfillment/fulfillment-status.ts';
import {
  fulfillmentStatus,
  type OrderCounts,
  orderStatus,
  returnStatus,
  stockStatus,
} from '@doorstep/core/orders/order-status.ts';
import pg from 'pg';
import { freshDatabase } from '../shop.ts';

const ORDERED_MAX = 3;

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

/** Every order of up to three units, and one shipped beyond, that the database may hold. */
function allCounts(): OrderCounts[] {
  const counts: OrderCounts[] = [];
  const upTo = (most: number) => Array.from({ length: most + 1 }, (_, units) => units);
  for (const ordered of upTo(ORDERED_MAX).slice(1))
    for (const canceled of upTo(ordered))
      for (const unpromised of upTo(ordered - canceled))
        for (const backordered of upTo(ordered - canceled - unpromised))
          for (const inWork of upTo(ordered - canceled - unpromised - backordered))
            for (const left of upTo(ordered - canceled - unpromised - backordered - inWork))
              for (const overshipped of [0, 1])
                for (const openHolds of [0, 2]) {
                  const shipped = left + overshipped;
                  const places = { ordered, canceled, unpromised, backordered, inWork, shipped };
                  for (const delivered of upTo(shipped))
                    for (const returned of upTo(shipped))
                      counts.push({ ...places, delivered, returned, overshipped, openHolds });
                }
  return counts;
}

function reservedOf(counts: OrderCounts): number {
  const { ordered, overshipped, canceled, unpromised, backordered, inWork, shipped } = counts;
  return ordered + overshipped - canceled - unpromised - backordered - inWork - shipped;
}

test('the generated columns say what core says, for every order of up to three units', async () => {
  const counts = allCounts();
  assert.ok(counts.length > 200);
  await client.query(
    `insert into orders (tenant_id, id, number, channel_id, currency, prices_include_tax,
       stock_policy, split_policy, items_minor, shipping_minor, discount_minor, tax_minor,
       total_minor, placed_at, captured_at, ordered, canceled, unpromised, backordered, reserved,
       in_work, shipped, delivered, returned, overshipped, open_holds)
     select gen_random_uuid(), gen_random_uuid(), row.number, gen_random_uuid(), 'EUR', true,
       'all-or-nothing', 'allow', 0, 0, 0, 0, 0, now(), now(), row.ordered, row.canceled,
       row.unpromised, row.backordered, row.reserved, row."inWork", row.shipped, row.delivered,
       row.returned, row.overshipped, row."openHolds"
     from jsonb_to_recordset($1::jsonb) as row(number int, ordered int, canceled int,
       unpromised int, backordered int, reserved int, "inWork" int, shipped int, delivered int,
       returned int, overshipped int, "openHolds" int)`,
    [JSON.stringify(counts.map((one, number) => ({ ...one, number, reserved: reservedOf(one) })))],
  );
  const { rows } = await client.query(
    `select number::int, status, fulfillment_status, stock_status, return_status
     from orders order by number`,
  );
  assert.equal(rows.length, counts.length);
  for (const row of rows) {
    const one = counts[row.number];
    if (one === undefined) throw new Error(`an order ${row.number} nobody wrote`);
    assert.deepEqual(
      [row.status, row.fulfillment_status, row.stock_status, row.return_status],
      [orderStatus(one), fulfillmentStatus(one), stockStatus(one), returnStatus(one)],
      JSON.stringify(one),
    );
  }
});

test('the same holds for every fulfillment order of up to three units, and its column', async () => {
  const upTo = (most: number) => Array.from({ length: most + 1 }, (_, units) => units);
  const counts = upTo(3).flatMap((allocated) =>
    upTo(3 - allocated).flatMap((picked) =>
      upTo(3 - allocated - picked).flatMap((packed) =>
        upTo(3 - allocated - picked - packed).flatMap((shipped) => {
          const canceled = 3 - allocated - picked - packed - shipped;
          const places = { allocated, picked, packed, shipped, canceled };
          return { ...places, quantity: 3, short: 0, overshipped: 0 };
        }),
      ),
    ),
  );
  type Row = (typeof counts)[number] & {
    status: FulfillmentOrderStatus;
    late: boolean;
    board_column: string | null;
  };
  const { rows } = await client.query<Row>(
    `insert into fulfillment_orders (tenant_id, id, order_id, location_id, released_at,
       released_by, late_at, quantity, allocated, picked, packed, shipped, canceled)
     select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), now(),
       'system:test', case when late then now() end, row.quantity, row.allocated, row.picked, row.packed, row.shipped,
       row.canceled
     from jsonb_to_recordset($1::jsonb) as row(quantity int, allocated int, picked int,
       packed int, shipped int, canceled int), unnest(array[true, false]) as late
     returning quantity, allocated, picked, packed, shipped, canceled, short, overshipped, status,
       late_at is not null as late, board_column`,
    [JSON.stringify(counts)],
  );
  assert.equal(rows.length, 2 * counts.length);
  for (const { status, late, board_column, ...one } of rows) {
    assert.equal(status, fulfillmentOrderStatus(one), JSON.stringify(one));
    assert.equal(board_column, boardColumn(one, late), JSON.stringify(one));
  }
});
