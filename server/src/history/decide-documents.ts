// Credits, adjustments and write-offs of a batch: made, or left as they are. A line of a credit is
// linked to the sale it gives back only where exactly one fits.

import type { PastDocument, PastDocumentLine } from '@doorstep/core/history/past-order.ts';
import { type CustomerId, type Id, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { newIdAt } from '../db/ids.ts';
import type { Batch, Decided, PlacedDocument } from './batch.ts';
import {
  insertPastDocumentLines,
  insertPastDocuments,
  type KnownDocumentRow,
  type SoldLineRow,
  selectKnownDocuments,
  selectSoldLines,
} from './past-documents.sql.ts';
import { selectSkusByCode } from './past-orders.sql.ts';

export async function decideDocuments(
  batch: Batch,
  documents: readonly PlacedDocument[],
): Promise<readonly Decided[]> {
  if (documents.length === 0) return [];
  const known = await findKnown(batch, documents);
  const seen = new Set<string>();
  const decisions = documents.map((one) => {
    const key = keyOf(batch, one.document);
    const decision = decide(one, known.get(key), seen.has(key));
    seen.add(key);
    return { ...decision, one };
  });
  const fresh = decisions.filter(({ outcome }) => outcome === 'create').map(({ one }) => one);
  const made = batch.write ? await write(batch, fresh) : new Map<number, string>();
  return decisions.map(({ one, outcome, reason, entity }) => ({
    place: one.place,
    outcome,
    reason,
    entity: made.get(one.place) ?? entity,
  }));
}

function decide(
  { hash }: PlacedDocument,
  known: KnownDocumentRow | undefined,
  isSeen: boolean,
): Omit<Decided, 'place'> {
  const entity = known?.id ?? null;
  if (isSeen)
    return { outcome: 'refuse', reason: 'The file holds another one of this id.', entity };
  if (known === undefined) return { outcome: 'create', reason: null, entity };
  return known.content_hash === hash
    ? { outcome: 'skip', reason: 'It is there already, as the file has it.', entity }
    : { outcome: 'refuse', reason: 'It was imported before and said something else.', entity };
}

async function findKnown(
  batch: Batch,
  documents: readonly PlacedDocument[],
): Promise<ReadonlyMap<string, KnownDocumentRow>> {
  const wanted = documents.flatMap(({ document }) => {
    const channel = batch.channels.get(document.channel);
    return channel === undefined
      ? []
      : [{ channel: uuidOf(channel), external: document.externalId }];
  });
  const rows = await batch.tx.rows(selectKnownDocuments, [JSON.stringify(wanted)]);
  return new Map(
    rows.map((row) => [`${row.channel_id.replaceAll('-', '')} ${row.external_id}`, row]),
  );
}

function keyOf({ channels }: Batch, { channel, externalId }: PastDocument): string {
  const id = channels.get(channel);
  return `${id === undefined ? channel : uuidOf(id)} ${externalId}`;
}

interface Identified extends PlacedDocument {
  readonly id: Id<'pastDocument'>;
  readonly customer: CustomerId | null;
}

async function write(
  batch: Batch,
  documents: readonly PlacedDocument[],
): Promise<Map<number, string>> {
  if (documents.length === 0) return new Map();
  const { tx, work } = batch;
  const fresh = documents.map(
    (one): Identified => ({
      ...one,
      id: newIdAt('pastDocument', one.document.placedAt),
      customer: batch.customers(one.document.customer),
    }),
  );
  const codes = fresh.flatMap(({ document }) => document.lines.map(({ skuCode }) => skuCode));
  const skus = new Map(
    (await tx.rows(selectSkusByCode, [[...new Set(codes)]])).map(({ code, id }) => [code, id]),
  );
  const sold = await soldBefore(batch, fresh);
  const lines = fresh.flatMap((one) => lineRows(one, skus, sold));
  await tx.run(insertPastDocuments, [
    JSON.stringify(fresh.map((one) => documentRow(batch, one))),
    work.row.id,
  ]);
  await tx.run(insertPastDocumentLines, [JSON.stringify(lines)]);
  for (const one of fresh) emitImported(batch, one, lines);
  return new Map(fresh.map(({ place, id }) => [place, uuidOf(id)]));
}

type Sold = ReadonlyMap<string, readonly SoldLineRow[]>;

async function soldBefore({ tx }: Batch, documents: readonly Identified[]): Promise<Sold> {
  const credits = documents.filter(({ document }) => document.kind === 'credit');
  const buyers = credits.flatMap(({ customer }) => (customer === null ? [] : [uuidOf(customer)]));
  const codes = credits.flatMap(({ document }) => document.lines.map(({ skuCode }) => skuCode));
  if (buyers.length === 0) return new Map();
  const rows = await tx.rows(selectSoldLines, [[...new Set(buyers)], [...new Set(codes)]]);
  return Map.groupBy(rows, (row) => `${row.customer_id.replaceAll('-', '')} ${row.sku_code}`);
}

/** The sale of the same article at the same price to the same buyer before, if it is the only one. */
function saleOf(
  line: PastDocumentLine,
  { document, customer }: Identified,
  sold: Sold,
): SoldLineRow | undefined {
  if (document.kind !== 'credit' || customer === null) return undefined;
  const fitting = (sold.get(`${uuidOf(customer)} ${line.skuCode}`) ?? []).filter(
    (sale) =>
      sale.unit_price === line.unitPrice &&
      sale.placed_at <= document.placedAt &&
      sale.ordered >= -line.quantity,
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

interface LineRow {
  readonly document: string;
  readonly number: number;
  readonly sku: string | null;
  readonly code: string;
  readonly quantity: number;
  readonly amount: string;
  readonly order: string | null;
}

function lineRows(one: Identified, skus: ReadonlyMap<string, string>, sold: Sold): LineRow[] {
  return one.document.lines.map((line, index) => {
    const sale = saleOf(line, one, sold);
    return {
      document: uuidOf(one.id),
      number: index + 1,
      sku: skus.get(line.skuCode) ?? null,
      code: line.skuCode,
      title: line.title,
      quantity: line.quantity,
      price: line.unitPrice,
      amount: String(line.amountMinor),
      order: sale?.order_id ?? null,
      line: sale?.number ?? null,
    };
  });
}

function documentRow(batch: Batch, { id, customer, document, hash }: Identified): object {
  const channel = batch.channels.get(document.channel);
  return {
    id: uuidOf(id),
    kind: document.kind,
    channel: channel === undefined ? null : uuidOf(channel),
    external: document.externalId,
    customer: customer === null ? null : uuidOf(customer),
    country: document.shippingAddress?.country ?? null,
    currency: document.currency,
    total: String(document.totalMinor),
    reason: document.reason,
    issued: document.placedAt,
    content: hash,
  };
}

function emitImported(batch: Batch, one: Identified, rows: readonly LineRow[]): void {
  const { id, customer, document } = one;
  batch.tx.emit({
    type: 'past-document.imported.v1',
    subject: id,
    version: 1,
    occurredAt: document.placedAt,
    data: {
      import: idFromUuid('import', batch.work.row.id),
      kind: document.kind,
      channel: batch.channels.get(document.channel),
      channelCode: document.channel,
      externalId: document.externalId,
      customer,
      country: document.shippingAddress?.country ?? null,
      issuedAt: document.placedAt.toISOString(),
      currency: document.currency,
      totalMinor: Number(document.totalMinor),
      lines: rows
        .filter((row) => row.document === uuidOf(id))
        .map((row) => ({
          line: row.number,
          sku: row.sku === null ? null : idFromUuid('sku', row.sku),
          skuCode: row.code,
          quantity: row.quantity,
          amountMinor: Number(row.amount),
          order: row.order === null ? null : idFromUuid('order', row.order),
        })),
    },
  });
}
