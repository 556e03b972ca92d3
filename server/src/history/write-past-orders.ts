// Writes orders of the past: rows and an event each, a batch in a few statements. Nothing is
// reserved, charged or told to anybody.

import { actorText } from '@doorstep/core/access/actor.ts';
import { canceledOfLine } from '@doorstep/core/history/order-price.ts';
import { openUnits, type PastLine } from '@doorstep/core/history/past-order.ts';
import { type Id, idFromUuid, type OrderId, type SkuId, uuidOf } from '@doorstep/core/ids.ts';
import { payable } from '@doorstep/core/orders/order-total.ts';
import { newId, newIdAt, newUuid } from '../db/ids.ts';
import { writeRows } from '../db/row-set.ts';
import {
  insertAdjustments,
  insertCharges,
  insertContacts,
  insertNotes,
  insertTags,
} from '../orders/capture.sql.ts';
import type { Batch, PlacedOrder } from './batch.ts';
import { soldHash } from './content-hash.ts';
import {
  insertImportedOrders,
  insertPastCancellations,
  insertPastLines,
  insertPastOrders,
  selectSkusByCode,
} from './past-orders.sql.ts';

interface Numbered extends PlacedOrder {
  readonly id: OrderId;
  readonly number: bigint;
  readonly lineIds: readonly Id<'orderLine'>[];
}

/** @returns the bare UUID of each new order, by its place */
export async function writePastOrders(
  batch: Batch,
  orders: readonly PlacedOrder[],
): Promise<ReadonlyMap<number, string>> {
  if (orders.length === 0) return new Map();
  const { tx, work } = batch;
  const numbers = await work.runtime.numbers.take(tx.tenant, 'order', orders.length);
  const fresh = orders.map(
    (order, index): Numbered => ({
      ...order,
      id: newIdAt('order', order.document.placedAt),
      number: numbers[index] ?? 0n,
      lineIds: order.document.lines.map(() => newId('orderLine')),
    }),
  );
  const skus = await findSkus(batch, fresh);
  await Promise.all([
    tx.run(insertPastOrders, [JSON.stringify(fresh.map((one) => orderRow(batch, one))), tx.now]),
    tx.run(insertPastLines, [JSON.stringify(fresh.flatMap((one) => lineRows(one, skus)))]),
    ...writeParts(batch, fresh),
  ]);
  for (const one of fresh) emitImported(batch, one, skus);
  return new Map(fresh.map(({ place, id }) => [place, uuidOf(id)]));
}

type Skus = ReadonlyMap<string, SkuId>;

async function findSkus({ tx }: Batch, orders: readonly PlacedOrder[]): Promise<Skus> {
  const codes = orders.flatMap(({ document }) => document.lines.map(({ skuCode }) => skuCode));
  const rows = await tx.rows(selectSkusByCode, [[...new Set(codes)]]);
  return new Map(rows.map(({ code, id }) => [code, idFromUuid('sku', id)]));
}

/** Those that few orders have are written only where there are some. */
function writeParts({ tx, work }: Batch, orders: readonly Numbered[]): Promise<number>[] {
  const contacts = orders.flatMap(contactRows);
  const charges = orders.flatMap(chargeRows);
  const adjustments = orders.flatMap(adjustmentRows);
  const canceled = orders.flatMap((one) => cancellationRows(one));
  const tags = orders.flatMap(({ id, document }) =>
    document.tags.map((tag) => ({ order: uuidOf(id), tag })),
  );
  const notes = orders.flatMap(({ id, document: { note } }) =>
    note === null
      ? []
      : [{ order: uuidOf(id), id: newUuid(), body: note, author: actorText(tx.actor) }],
  );
  const imported = orders.map(importedRow);
  const write = (
    sql: Parameters<typeof tx.run>[0],
    rows: readonly object[],
    ...more: readonly unknown[]
  ) => (rows.length === 0 ? [] : [tx.run(sql, [JSON.stringify(rows), ...more])]);
  return [
    writeRows(tx, insertContacts, contacts),
    ...write(insertCharges, charges),
    ...write(insertAdjustments, adjustments),
    ...write(insertPastCancellations, canceled, actorText(tx.actor)),
    ...write(insertTags, tags),
    ...write(insertNotes, notes, tx.now),
    ...write(insertImportedOrders, imported, work.row.id),
  ];
}

function orderRow(batch: Batch, { id, number, document }: Numbered): object {
  const channel = batch.channels.get(document.channel);
  const customer = batch.customers(document.customer);
  const { total } = document;
  const sum = (count: (line: PastLine) => number) =>
    document.lines.reduce((units, line) => units + count(line), 0);
  return {
    id: uuidOf(id),
    number: String(number),
    channel: channel === undefined ? null : uuidOf(channel),
    external: document.externalId,
    customer: customer === null ? null : uuidOf(customer),
    currency: document.currency,
    tax_included: document.pricesIncludeTax,
    items: String(total.itemsMinor),
    shipping: String(total.shippingMinor),
    discount: String(total.discountMinor),
    tax: String(total.taxMinor),
    total: String(total.totalMinor),
    canceled_amount: String(document.canceledMinor),
    country: document.shippingAddress?.country ?? document.billingAddress?.country ?? null,
    placed: document.placedAt,
    ship_by: document.promised.shipBy,
    promised_by: document.promised.promisedBy,
    deliver_by: document.promised.deliverBy,
    ordered: sum((line) => line.quantity),
    canceled: sum((line) => line.canceled),
    unpromised: sum(openUnits),
    shipped: sum((line) => line.shipped),
    delivered: sum((line) => line.delivered),
    returned: sum((line) => line.returned),
  };
}

function lineRows({ id, lineIds, document }: Numbered, skus: Skus): object[] {
  return document.lines.map((line, index) => {
    const sku = skus.get(line.skuCode);
    return {
      order: uuidOf(id),
      number: index + 1,
      id: uuidOf(lineIds[index] ?? newId('orderLine')),
      external: line.externalId,
      sku: sku === undefined ? null : uuidOf(sku),
      code: line.skuCode,
      title: line.title,
      price: line.unitPrice,
      amount: String(line.amountMinor),
      payable: String(payable(line, document.pricesIncludeTax)),
      ordered: line.quantity,
      canceled: line.canceled,
      unpromised: openUnits(line),
      shipped: line.shipped,
      delivered: line.delivered,
      returned: line.returned,
    };
  });
}

function contactRows({ id, document }: Numbered): object[] {
  const { customer, shippingAddress, billingAddress } = document;
  if (customer === null && shippingAddress === null && billingAddress === null) return [];
  const name = customer?.name ?? shippingAddress?.name ?? null;
  const phone = customer?.phone ?? shippingAddress?.phone ?? null;
  const email = customer?.email ?? null;
  const order = uuidOf(id);
  return [{ order, email, phone, name, shipping: shippingAddress, billing: billingAddress }];
}

function chargeRows({ id, document }: Numbered): object[] {
  return document.shipping.map((charge, index) => ({
    order: uuidOf(id),
    number: index + 1,
    title: charge.title,
    amount: String(charge.amountMinor),
    payable: String(payable(charge, document.pricesIncludeTax)),
  }));
}

function adjustmentRows({ id, document }: Numbered): object[] {
  const places = [
    ...document.lines.map((priced, index) => ({ priced, line: index + 1, charge: null })),
    ...document.shipping.map((priced, index) => ({ priced, line: null, charge: index + 1 })),
  ];
  return places
    .flatMap(({ priced, line, charge }) => [
      ...priced.taxes.map((tax) => ({ line, charge, kind: 'tax', code: null, ...tax })),
      ...priced.discounts.map((one) => ({ line, charge, kind: 'discount', rate: null, ...one })),
    ])
    .map(({ amountMinor, ...row }, index) => ({
      order: uuidOf(id),
      number: index + 1,
      ...row,
      amount: String(amountMinor),
    }));
}

function cancellationRows({ id, document }: Numbered): object[] {
  const lines = document.lines.flatMap((line, index) => {
    const { canceled: quantity } = line;
    const amount = canceledOfLine(line, quantity, document.pricesIncludeTax);
    return quantity > 0 ? [{ line: index + 1, quantity, amountMinor: Number(amount) }] : [];
  });
  if (lines.length === 0) return [];
  const amount = Number(document.canceledMinor);
  const shipping = lines.reduce((rest, { amountMinor }) => rest - amountMinor, amount);
  return [{ order: uuidOf(id), id: newUuid(), shipping, amount, lines, at: document.placedAt }];
}

function importedRow({ id, document, hash }: Numbered): object {
  return {
    order: uuidOf(id),
    sold: soldHash(document),
    content: hash,
    payment: document.paymentStatus,
    status: document.status,
    refunded: String(document.refundedMinor),
  };
}

function emitImported(batch: Batch, { id, number, lineIds, document }: Numbered, skus: Skus): void {
  const { currency, pricesIncludeTax, total } = document;
  batch.tx.emit({
    type: 'order.imported.v1',
    subject: id,
    version: 1,
    occurredAt: document.placedAt,
    data: {
      import: idFromUuid('import', batch.work.row.id),
      number: String(number),
      channel: batch.channels.get(document.channel),
      channelCode: document.channel,
      externalId: document.externalId,
      customer: batch.customers(document.customer),
      placedAt: document.placedAt.toISOString(),
      totals: {
        currency,
        pricesIncludeTax,
        itemsMinor: Number(total.itemsMinor),
        shippingMinor: Number(total.shippingMinor),
        discountMinor: Number(total.discountMinor),
        taxMinor: Number(total.taxMinor),
        totalMinor: Number(total.totalMinor),
      },
      canceledMinor: Number(document.canceledMinor),
      lines: document.lines.map((line, index) => ({
        line: index + 1,
        id: lineIds[index],
        kind: 'item',
        kitLine: null,
        sku: skus.get(line.skuCode) ?? null,
        skuCode: line.skuCode,
        amountMinor: Number(line.amountMinor),
        ordered: line.quantity,
        canceled: line.canceled,
        unpromised: openUnits(line),
        shipped: line.shipped,
        delivered: line.delivered,
        returned: line.returned,
      })),
    },
  });
}
