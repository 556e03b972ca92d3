// A transfer as people see it.

import type { TransferAnswer } from '@doorstep/contract/stock-documents.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { selectTransfer, selectTransferLines } from './documents.sql.ts';

export async function readTransfer(tx: Tx, id: Id<'transfer'>): Promise<TransferAnswer | Refusal> {
  const row = await tx.row(selectTransfer, [uuidOf(id)]);
  if (row === undefined) return refuse('not-found', `There is no transfer ${id}.`);
  const lines = await tx.rows(selectTransferLines, [uuidOf(id)]);
  return {
    id,
    from: row.from_code,
    to: row.to_code,
    status: row.status,
    reference: row.reference,
    dispatchedAt: row.dispatched_at.toISOString(),
    receivedAt: row.received_at?.toISOString() ?? null,
    canceledAt: row.canceled_at?.toISOString() ?? null,
    lines: lines.map(({ sku, quantity, received }) => ({ sku, quantity, received })),
  };
}
