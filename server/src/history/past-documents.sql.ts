// SQL of credits, adjustments and write-offs of the past.

import { statement } from '../db/statement.ts';

export interface KnownDocumentRow {
  readonly id: string;
  readonly channel_id: string;
  readonly external_id: string;
  readonly content_hash: string;
}

export const selectKnownDocuments = statement<KnownDocumentRow>(
  'history.selectKnownDocuments',
  `select known.id, known.channel_id, known.external_id, known.content_hash
   from jsonb_to_recordset($1::jsonb) as wanted(channel uuid, external text)
   join past_documents as known on known.tenant_id = (select current_tenant())
     and known.channel_id = wanted.channel and known.external_id = wanted.external`,
);

export const insertPastDocuments = statement(
  'history.insertPastDocuments',
  `insert into past_documents (tenant_id, id, kind, channel_id, external_id, customer_id, country,
     currency, total_minor, reason, issued_at, import_id, content_hash)
   select current_tenant(), row.id, row.kind, row.channel, row.external, row.customer, row.country,
          row.currency, row.total, row.reason, row.issued, $2, row.content
   from jsonb_to_recordset($1::jsonb) as row(
     id uuid, kind text, channel uuid, external text, customer uuid, country text, currency text,
     total bigint, reason text, issued timestamptz, content text)
   order by row.channel, row.external`,
);

export const insertPastDocumentLines = statement(
  'history.insertPastDocumentLines',
  `insert into past_document_lines (tenant_id, document_id, number, sku_id, sku_code, title,
     quantity, unit_price, amount_minor, order_id, order_line)
   select current_tenant(), row.document, row.number, row.sku, row.code, row.title, row.quantity,
          row.price, row.amount, row."order", row.line
   from jsonb_to_recordset($1::jsonb) as row(
     document uuid, number integer, sku uuid, code text, title text, quantity integer, price text,
     amount bigint, "order" uuid, line integer)`,
);

export interface SoldLineRow {
  readonly customer_id: string;
  readonly order_id: string;
  readonly number: number;
  readonly placed_at: Date;
  readonly sku_code: string;
  readonly unit_price: string | null;
  readonly ordered: number;
}

// What these customers ever bought of these SKUs, by the index of each customer's orders.
export const selectSoldLines = statement<SoldLineRow>(
  'history.selectSoldLines',
  `select ord.customer_id, line.order_id, line.number, ord.placed_at, line.sku_code,
          line.unit_price, line.ordered
   from unnest($1::uuid[]) as buyer(id)
   join orders as ord on ord.tenant_id = (select current_tenant()) and ord.customer_id = buyer.id
   join order_lines as line on line.tenant_id = (select current_tenant())
     and line.order_id = ord.id and line.sku_code = any ($2::text[])
   where ord.imported_at is not null`,
);

export interface PastDocumentRow {
  readonly id: string;
  readonly kind: string;
  readonly channel: string;
  readonly external_id: string;
  readonly customer_id: string | null;
  readonly country: string | null;
  readonly currency: string;
  readonly total_minor: bigint;
  readonly reason: string | null;
  readonly issued_at: Date;
}

const COLUMNS = `document.id, document.kind, channel.code as channel, document.external_id,
          document.customer_id, document.country, document.currency, document.total_minor,
          document.reason, document.issued_at`;
const CHANNEL = `join channels as channel
     on channel.tenant_id = document.tenant_id and channel.id = document.channel_id`;

export const listPastDocuments = statement<PastDocumentRow>(
  'history.listPastDocuments',
  `select ${COLUMNS} from past_documents as document ${CHANNEL}
   where document.tenant_id = (select current_tenant()) and document.id < $1
   order by document.id desc limit $2`,
);

export const listPastDocumentsOfOrder = statement<PastDocumentRow>(
  'history.listPastDocumentsOfOrder',
  `select ${COLUMNS} from past_documents as document ${CHANNEL}
   where document.tenant_id = (select current_tenant()) and document.id < $1
     and document.id in (
       select document_id from past_document_lines
       where tenant_id = (select current_tenant()) and order_id = $3)
   order by document.id desc limit $2`,
);

export interface PastDocumentLineRow {
  readonly document_id: string;
  readonly sku_code: string;
  readonly title: string;
  readonly quantity: number;
  readonly unit_price: string | null;
  readonly amount_minor: bigint;
  readonly order_id: string | null;
  readonly order_line: number | null;
}

export const selectPastDocumentLines = statement<PastDocumentLineRow>(
  'history.selectPastDocumentLines',
  `select document_id, sku_code, title, quantity, unit_price, amount_minor, order_id, order_line
   from past_document_lines
   where tenant_id = (select current_tenant()) and document_id = any ($1::uuid[])
   order by document_id, number`,
);
