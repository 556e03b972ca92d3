// The reader that sums up sales, and history as an import leaves it, for tests.

import assert from 'node:assert/strict';
import { systemActor } from '@doorstep/core/access/actor.ts';
import { type Id, type IdKind, uuidOf } from '@doorstep/core/ids.ts';
import pg from 'pg';
import { appendEvents } from '../src/db/append-events.ts';
import { newId } from '../src/db/ids.ts';
import { inTransaction } from '../src/db/transaction.ts';
import { runReader } from '../src/log/run-reader.ts';
import { sumsReader } from '../src/sums-reader.ts';
import { verifyTenant } from '../src/verify/verify-tenant.ts';
import type { Caller, Shop } from './shop.ts';

/** Sequences the log and sums it up to its end, as the worker does. */
export async function sumUpSales(shop: Pick<Shop, 'runtime' | 'sequence'>): Promise<void> {
  await shop.sequence();
  const { clock, app } = shop.runtime;
  while ((await runReader(clock, app, sumsReader(app))) !== null);
}

/** What a report answers. */
export async function askReport(caller: Caller, query: Record<string, string>) {
  const path = `/v1/reports/sales?${new URLSearchParams(query)}`;
  const { status, body } = await caller.call('GET', path);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

/** The key of each row with some of its figures. */
export function figuresOf(
  rows: readonly Record<string, unknown>[],
  ...names: string[]
): unknown[][] {
  return rows.map((row) => [row['key'], ...names.map((name) => row[name])]);
}

let year = 1980;

/** The days of a year that no other test sells in. */
export function freshYear() {
  year += 1;
  const own = year;
  const two = (number: number) => String(number).padStart(2, '0');
  return {
    from: `${own}-01-01`,
    to: `${own}-12-31`,
    day: (month: number, day: number) => `${own}-${two(month)}-${two(day)}T10:00:00Z`,
  };
}

/** Fails when reports are not what the log says. */
export async function assertReportsVerified({ runtime, tenant }: Shop): Promise<void> {
  const { checks } = await verifyTenant(runtime.app, tenant);
  const ours = checks.filter(({ name }) => /^Sales /.test(name));
  assert.equal(ours.length, 5);
  assert.deepEqual(
    ours.filter(({ ok }) => !ok),
    [],
  );
}

export interface PastLine {
  readonly sku: string;
  readonly units: number;
  readonly amountMinor: number;
  readonly canceled?: number;
  readonly returned?: number;
}

export interface Past {
  readonly channel: string;
  readonly customer?: string | null;
  readonly country?: string | null;
  readonly currency?: string;
  readonly at: string;
  readonly lines: readonly PastLine[];
}

export type PastDocument = Past & { readonly kind: 'credit' | 'adjustment' | 'write-off' };

let number = 1_000_000;

/** An order as an import writes it, delivered but for what is canceled; @returns its id */
export async function importOrder(shop: Shop, past: Past, canceledMinor = 0): Promise<string> {
  const order = newId('order');
  number += 1;
  const { currency = 'EUR', customer = null, country = null } = past;
  const total = past.lines.reduce((sum, line) => sum + line.amountMinor, 0);
  const units = past.lines.reduce((sum, line) => sum + line.units, 0);
  const canceled = past.lines.reduce((sum, line) => sum + (line.canceled ?? 0), 0);
  const returned = past.lines.reduce((sum, line) => sum + (line.returned ?? 0), 0);
  const lines = past.lines.map((line, place) => ({
    ...{ line: place + 1, id: newId('orderLine'), kind: 'item', kitLine: null, sku: null },
    ...{ skuCode: line.sku, amountMinor: line.amountMinor, ordered: line.units },
    ...{ canceled: line.canceled ?? 0, unpromised: 0, returned: line.returned ?? 0 },
    ...{ shipped: line.units - (line.canceled ?? 0), delivered: line.units - (line.canceled ?? 0) },
  }));
  await asOwner(shop, async (client, tenant) => {
    await client.query(
      `insert into orders (tenant_id, id, number, channel_id, external_id, customer_id, currency,
         prices_include_tax, stock_policy, split_policy, items_minor, shipping_minor,
         discount_minor, tax_minor, total_minor, canceled_minor, destination_country, placed_at,
         captured_at, imported_at, ordered, canceled, shipped, delivered, returned)
       values ($1, $2, $3::bigint, $4, $3::bigint::text, $5, $6, true, 'all-or-nothing', 'allow', $7, 0, 0, 0, $7,
         $8, $9, $10, $10, now(), $11, $12, $13, $13, $14)`,
      [
        ...[tenant, uuidOf(order), number, past.channel.slice(4), customer?.slice(4) ?? null],
        ...[currency, total, canceledMinor, country, past.at, units, canceled, units - canceled],
        returned,
      ],
    );
    await client.query(
      `insert into order_lines (tenant_id, order_id, number, id, kind, sku_code, title,
         amount_minor, payable_minor, ordered, canceled, shipped, delivered, returned)
       select $1, $2, row.line, substr(row.id, 5)::uuid, 'item', row."skuCode", row."skuCode",
              row."amountMinor", row."amountMinor", row.ordered, row.canceled, row.shipped,
              row.delivered, row.returned
       from json_to_recordset($3::json) as row(line int, id text, "skuCode" text,
         "amountMinor" bigint, ordered int, canceled int, shipped int, delivered int, returned int)`,
      [tenant, uuidOf(order), JSON.stringify(lines)],
    );
  });
  const totals = { currency, pricesIncludeTax: true, itemsMinor: total, shippingMinor: 0 };
  await emit(shop, order, 'order.imported.v1', {
    ...{ import: newId('import'), number: String(number), channel: past.channel },
    ...{ channelCode: 'any', externalId: String(number), customer, placedAt: past.at },
    ...{ totals: { ...totals, discountMinor: 0, taxMinor: 0, totalMinor: total }, canceledMinor },
    lines,
  });
  return order;
}

/** A credit, an adjustment or a write-off; units of a credit are negative, as is its money. */
export async function importDocument(shop: Shop, past: PastDocument): Promise<void> {
  const document = newId('pastDocument');
  const { currency = 'EUR', customer = null, country = null } = past;
  const totalMinor = past.lines.reduce((sum, line) => sum + line.amountMinor, 0);
  await asOwner(shop, (client, tenant) =>
    client.query(
      `insert into past_documents (tenant_id, id, kind, channel_id, external_id, customer_id,
         country, currency, total_minor, issued_at, import_id, content_hash)
       values ($1, $2::uuid, $3, $4, $2::uuid::text, $5, $6, $7, $8, $9, $2::uuid, 'x')`,
      [
        ...[tenant, uuidOf(document), past.kind, past.channel.slice(4)],
        ...[customer?.slice(4) ?? null, country, currency, totalMinor, past.at],
      ],
    ),
  );
  await emit(shop, document, 'past-document.imported.v1', {
    ...{ import: newId('import'), kind: past.kind, channel: past.channel, channelCode: 'any' },
    ...{ externalId: document, customer, country, issuedAt: past.at, currency, totalMinor },
    lines: past.lines.map(({ sku, units, amountMinor }, place) => ({
      ...{ line: place + 1, sku: null, skuCode: sku, quantity: units, amountMinor, order: null },
    })),
  });
}

/** A newer export says that units went meanwhile; @param lines line → units canceled, returned */
export async function reimportOrder(
  shop: Shop,
  order: string,
  canceledMinor: number,
  lines: readonly { line: number; canceled?: number; returned?: number }[],
): Promise<void> {
  const id = order as Id<IdKind>;
  await asOwner(shop, async (client, tenant) => {
    for (const { line, canceled = 0, returned = 0 } of lines) {
      await client.query(
        `update order_lines set canceled = canceled + $4, shipped = shipped - $4,
           delivered = delivered - $4, returned = returned + $5
         where tenant_id = $1 and order_id = $2 and number = $3`,
        [tenant, uuidOf(id), line, canceled, returned],
      );
      await client.query(
        `update orders set canceled = canceled + $3, shipped = shipped - $3,
           delivered = delivered - $3, returned = returned + $4, version = 2,
           canceled_minor = canceled_minor + $5
         where tenant_id = $1 and id = $2`,
        [tenant, uuidOf(id), canceled, returned, canceledMinor],
      );
    }
  });
  await emit(
    shop,
    id,
    'order.reimported.v1',
    {
      import: newId('import'),
      canceledMinor,
      lines: lines.map(({ canceled = 0, ...line }) => ({
        ...{ ...line, canceled, shipped: -canceled, delivered: -canceled },
      })),
    },
    2,
  );
}

async function emit(
  { runtime, tenant }: Shop,
  subject: Id<IdKind>,
  type: string,
  data: object,
  version = 1,
): Promise<void> {
  const now = runtime.now();
  await inTransaction(runtime.app, tenant, (tx) =>
    appendEvents(tx, systemActor('test'), now, [{ type, subject, version, data }]),
  );
}

async function asOwner(
  { url, tenant }: Shop,
  work: (client: pg.Client, tenant: string) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client, uuidOf(tenant));
  } finally {
    await client.end();
  }
}
