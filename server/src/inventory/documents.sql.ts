// SQL of the documents that move stock, and of transfers.

import { statement } from '../db/statement.ts';

export const insertDocument = statement(
  'inventory.insertDocument',
  `insert into stock_documents (tenant_id, id, kind, location_id, reason, reference, expected_at,
     expectation_id, created_at, actor)
   values (current_tenant(), $1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

export const insertDocumentLines = statement(
  'inventory.insertDocumentLines',
  `insert into stock_document_lines (tenant_id, document_id, sku_id, quantity)
   select current_tenant(), $1, row.sku, row.quantity
   from jsonb_to_recordset($2::jsonb) as row(sku uuid, quantity integer)`,
);

export const lockExpectation = statement<{ location_id: string }>(
  'inventory.lockExpectation',
  `select location_id from stock_documents
   where tenant_id = (select current_tenant()) and id = $1 and kind = 'expectation' for update`,
);

export const selectExpectedLines = statement<{ sku_id: string; open: number }>(
  'inventory.selectExpectedLines',
  `select sku_id, quantity - received as open from stock_document_lines
   where tenant_id = (select current_tenant()) and document_id = $1 and received < quantity`,
);

export const addReceivedToExpectation = statement(
  'inventory.addReceivedToExpectation',
  `update stock_document_lines as line set received = line.received + row.quantity
   from jsonb_to_recordset($2::jsonb) as row(sku uuid, quantity integer)
   where line.tenant_id = (select current_tenant()) and line.document_id = $1
     and line.sku_id = row.sku`,
);

export const insertTransfer = statement(
  'inventory.insertTransfer',
  `insert into transfers (tenant_id, id, from_location, to_location, status, reference,
     dispatched_at)
   values (current_tenant(), $1, $2, $3, 'in-transit', $4, $5)`,
);

export const insertTransferLines = statement(
  'inventory.insertTransferLines',
  `insert into transfer_lines (tenant_id, transfer_id, sku_id, quantity)
   select current_tenant(), $1, row.sku, row.quantity
   from jsonb_to_recordset($2::jsonb) as row(sku uuid, quantity integer)`,
);

export interface TransferRow {
  readonly from_location: string;
  readonly to_location: string;
  readonly from_code: string;
  readonly to_code: string;
  readonly status: 'in-transit' | 'received' | 'canceled';
  readonly reference: string | null;
  readonly dispatched_at: Date;
  readonly received_at: Date | null;
  readonly canceled_at: Date | null;
  readonly version: number;
}

const TRANSFER = `select transfer.from_location, transfer.to_location, transfer.status,
          transfer.reference, transfer.dispatched_at, transfer.received_at,
          transfer.canceled_at, transfer.version, origin.code as from_code, destination.code as to_code
   from transfers as transfer
   join locations as origin
     on origin.tenant_id = transfer.tenant_id and origin.id = transfer.from_location
   join locations as destination
     on destination.tenant_id = transfer.tenant_id and destination.id = transfer.to_location
   where transfer.tenant_id = (select current_tenant()) and transfer.id = $1`;

export const selectTransfer = statement<TransferRow>('inventory.selectTransfer', TRANSFER);

export const lockTransfer = statement<TransferRow>(
  'inventory.lockTransfer',
  `${TRANSFER} for update of transfer`,
);

export interface TransferLineRow {
  readonly sku_id: string;
  readonly sku: string;
  readonly quantity: number;
  readonly received: number | null;
}

export const selectTransferLines = statement<TransferLineRow>(
  'inventory.selectTransferLines',
  `select line.sku_id, sku.code as sku, line.quantity, line.received
   from transfer_lines as line
   join skus as sku on sku.tenant_id = line.tenant_id and sku.id = line.sku_id
   where line.tenant_id = (select current_tenant()) and line.transfer_id = $1
   order by sku.code`,
);

export const closeTransfer = statement(
  'inventory.closeTransfer',
  `update transfers set status = 'received', received_at = $2, version = version + 1
   where tenant_id = (select current_tenant()) and id = $1`,
);

export const markCanceled = statement(
  'inventory.markCanceled',
  `update transfers set status = 'canceled', canceled_at = $2, version = version + 1
   where tenant_id = (select current_tenant()) and id = $1`,
);

// What arrives beside the list is in the movements and the event.
export const recordTransferReceipt = statement(
  'inventory.recordTransferReceipt',
  `update transfer_lines as line set received = row.received
   from jsonb_to_recordset($2::jsonb) as row(sku uuid, received integer)
   where line.tenant_id = (select current_tenant()) and line.transfer_id = $1
     and line.sku_id = row.sku`,
);
