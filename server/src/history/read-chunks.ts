// A file that was sent, from its beginning, piece by piece.

import type { TenantId } from '@doorstep/core/ids.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { type ImportRow, selectChunk } from './imports.sql.ts';

export async function* readChunks(
  pool: Pool,
  tenant: TenantId,
  row: Pick<ImportRow, 'id' | 'received_bytes'>,
): AsyncGenerator<Uint8Array> {
  let at = 0;
  while (at < Number(row.received_bytes)) {
    const start = at;
    const chunk = await inTransaction(pool, tenant, (tx) => tx.row(selectChunk, [row.id, start]));
    if (chunk === undefined) return; // it was canceled
    yield chunk.bytes;
    at += chunk.bytes.length;
  }
}
