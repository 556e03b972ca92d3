// Disables a gift card or enables it, or changes its end or whose it is.

import type { GiftCardAnswer, changeGiftCard as operation } from '@doorstep/contract/gift-cards.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import { type CustomerId, type Id, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { refuseStale } from '../db/refuse-stale.ts';
import type { CommandTx } from '../db/run-command.ts';
import { findGiftCard, lockGiftCard } from './lock-gift-card.ts';
import { presentGiftCard } from './present-value.ts';
import { refuseCustomer } from './refuse-customer.ts';
import { refusePast, timeOf } from './refuse-giving.ts';
import { changeCard, type ValueRow } from './sql.ts';

type Input = BodyOf<typeof operation>;

export async function changeGiftCard(
  tx: CommandTx,
  id: Id<'giftCard'>,
  { version, ...input }: Input,
): Promise<GiftCardAnswer | Refusal> {
  const seen = await findGiftCard(tx, id);
  if (isRefusal(seen)) return seen;
  // Locked before the card, as whoever merges them has it.
  const unfit =
    refuseStale(version, seen.version) ??
    (await refuseCustomer(tx, (input.customer as CustomerId | null | undefined) ?? null));
  if (unfit !== undefined) return unfit;
  const card = await lockGiftCard(tx, id, version);
  if (isRefusal(card)) return card;
  const after = changed(card, input, tx.now);
  const names = NAMES.filter((name) => after[name] !== stateOf(card)[name]);
  if (names.length === 0) return presentGiftCard(card, tx.now);
  const past = names.includes('expiresAt')
    ? refusePast(timeOf(after.expiresAt), tx.now)
    : undefined;
  if (past !== undefined) return past;
  const row = await tx.row(changeCard, [
    ...[card.id, after.disabledAt, after.expiresAt],
    after.customer === null ? null : uuidOf(after.customer),
  ]);
  if (row === undefined) throw new Error('a locked gift card was not changed');
  tx.emit({
    type: 'gift-card.changed.v1',
    subject: id,
    version: row.version,
    data: { changed: names },
    change: { before: stateOf(card), after },
  });
  return presentGiftCard(row, tx.now);
}

const NAMES = ['disabledAt', 'expiresAt', 'customer'] as const;

function stateOf(card: ValueRow) {
  return {
    disabledAt: card.disabled_at?.toISOString() ?? null,
    expiresAt: card.expires_at?.toISOString() ?? null,
    customer: card.customer_id === null ? null : idFromUuid('customer', card.customer_id),
  };
}

function changed(card: ValueRow, { disabled, expiresAt, customer }: Input, now: Date) {
  const before = stateOf(card);
  const disabledAt = disabled === true ? (before.disabledAt ?? now.toISOString()) : null;
  return {
    disabledAt: disabled === undefined ? before.disabledAt : disabledAt,
    expiresAt:
      expiresAt === undefined ? before.expiresAt : (timeOf(expiresAt)?.toISOString() ?? null),
    customer: customer === undefined ? before.customer : (customer as CustomerId | null),
  };
}
