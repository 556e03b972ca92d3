// The movements of an account, as far as they say what of it expires.

import type { ExpiringMovement } from '@doorstep/core/stored-value/expiry.ts';
import type { Tx } from '../db/transaction.ts';
import { selectLots, type ValueRow } from './sql.ts';

export async function readLots(tx: Tx, { id }: Pick<ValueRow, 'id'>): Promise<ExpiringMovement[]> {
  const rows = await tx.rows(selectLots, [id]);
  return rows.map((row) => ({
    amountMinor: row.amount_minor,
    heldMinor: row.held_minor,
    hold: row.hold_id,
    expiresAt: row.expires_at,
  }));
}
