// Where codes of gift cards come in: each try is counted before it is looked at, and a right one forgets
// what was counted. Nobody behind this door sees a code.

import type { GiftCardAnswer } from '@doorstep/contract/gift-cards.ts';
import { type Actor, actorText } from '@doorstep/core/access/actor.ts';
import { idFromUuid, type TenantId } from '@doorstep/core/ids.ts';
import { GIFT_CARD } from '@doorstep/core/payments/stored-value-provider.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { GuessLimit } from '../access/guess-limit.ts';
import type { SecretBox } from '../access/secret-box.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { findByCode } from './card-codes.ts';
import { presentGiftCard } from './present-value.ts';
import type { ValueRow } from './sql.ts';

export interface DoorDeps {
  readonly app: Pool;
  readonly now: () => Date;
  readonly secrets: SecretBox;
  readonly guesses: GuessLimit;
}

export interface Guesser {
  readonly tenant: TenantId;
  readonly actor: Actor;
  /** Who typed it, where the channel says so. */
  readonly visitor?: string | undefined;
}

export interface GiftCardDoor {
  lookUp(who: Guesser, code: string): Promise<GiftCardAnswer | Refusal>;
  /** Payments by gift card with the id of the card in place of its code. */
  withoutCodes<P extends Coded>(who: Guesser, payments: readonly P[]): Promise<P[] | Refusal>;
}

interface Coded {
  readonly provider: string;
  readonly token?: string;
}

export function giftCardDoor(deps: DoorDeps): GiftCardDoor {
  return {
    async lookUp(who, code) {
      const card = await find(deps, who, code);
      return isRefusal(card) ? card : presentGiftCard(card, deps.now());
    },
    async withoutCodes(who, payments) {
      const opened: (typeof payments)[number][] = [];
      for (const payment of payments) {
        const isCoded = payment.provider === GIFT_CARD && payment.token !== undefined;
        const card = isCoded ? await find(deps, who, payment.token ?? '') : undefined;
        if (isRefusal(card)) return card;
        opened.push(
          card === undefined ? payment : { ...payment, token: idFromUuid('giftCard', card.id) },
        );
      }
      return opened;
    },
  };
}

async function find(
  { app, secrets, guesses }: DoorDeps,
  { tenant, actor, visitor }: Guesser,
  code: string,
): Promise<ValueRow | Refusal> {
  const kind = visitor === undefined ? 'gift-card-channel' : 'gift-card';
  const name = `${actorText(actor)} ${visitor ?? ''}`;
  const tooMany = await guesses.refuse(kind, tenant, name);
  if (tooMany !== undefined) return tooMany;
  const card = await inTransaction(app, tenant, (tx) =>
    findByCode(tx, { box: secrets, tenant }, code),
  );
  if (card === undefined) return refuse('gift-card-unknown', 'No gift card has this code.');
  await guesses.forget(kind, tenant, name);
  return card;
}
