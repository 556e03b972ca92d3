// Gives more on a gift card, or takes some back: a person answers for it.

import type { GiftCardAnswer, adjustGiftCard as operation } from '@doorstep/contract/gift-cards.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { Id } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { adjustValue } from './adjust-value.ts';
import { lockGiftCard } from './lock-gift-card.ts';
import { presentGiftCard } from './present-value.ts';

export async function adjustGiftCard(
  tx: CommandTx,
  id: Id<'giftCard'>,
  { version, ...adjustment }: BodyOf<typeof operation>,
): Promise<GiftCardAnswer | Refusal> {
  const card = await lockGiftCard(tx, id, version);
  if (isRefusal(card)) return card;
  const row = await adjustValue(tx, card, adjustment);
  return isRefusal(row) ? row : presentGiftCard(row, tx.now);
}
