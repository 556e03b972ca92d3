// The gift card that a request names, locked.

import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { refuseStale } from '../db/refuse-stale.ts';
import type { Tx } from '../db/transaction.ts';
import { lockValue, selectValue, type ValueRow } from './sql.ts';

export async function lockGiftCard(
  tx: Tx,
  card: Id<'giftCard'>,
  version: number | undefined,
): Promise<ValueRow | Refusal> {
  const row = asCard(await tx.row(lockValue, [uuidOf(card)]));
  return 'refused' in row ? row : (refuseStale(version, row.version) ?? row);
}

export async function findGiftCard(tx: Tx, card: Id<'giftCard'>): Promise<ValueRow | Refusal> {
  return asCard(await tx.row(selectValue, [uuidOf(card)]));
}

function asCard(row: ValueRow | undefined): ValueRow | Refusal {
  return row?.kind === 'gift-card' ? row : refuse('not-found', 'There is no such gift card.');
}
