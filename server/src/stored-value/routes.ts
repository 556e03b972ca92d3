// Store credit and gift cards over HTTP.

import * as cards from '@doorstep/contract/gift-cards.ts';
import type { AnswerOf } from '@doorstep/contract/operation.ts';
import * as credit from '@doorstep/contract/store-credit.ts';
import { type CustomerId, type Id, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import type { SecretBox } from '../access/secret-box.ts';
import { answerCommand } from '../http/answer-command.ts';
import { bindCall, bindCommand, bindRead, type HttpContext } from '../http/bind.ts';
import { adjustGiftCard } from './adjust-gift-card.ts';
import { adjustStoreCredit } from './adjust-store-credit.ts';
import { changeGiftCard } from './change-gift-card.ts';
import type { GiftCardDoor } from './gift-card-door.ts';
import { issueGiftCard } from './issue-gift-card.ts';
import { listGiftCards } from './list-gift-cards.ts';
import { listMovements, listStoreCreditMovements } from './list-movements.ts';
import { findGiftCard } from './lock-gift-card.ts';
import { presentGiftCard } from './present-value.ts';
import { readStoreCredit } from './read-store-credit.ts';

export function storedValueRoutes(http: HttpContext, door: GiftCardDoor, secrets: SecretBox): void {
  bindRead(http, credit.getStoreCredit, (tx, { params }) =>
    readStoreCredit(tx, params.customer as CustomerId),
  );
  bindRead(http, credit.listStoreCreditMovements, (tx, { params, query }) =>
    listStoreCreditMovements(tx, params, query),
  );
  bindCommand(http, credit.adjustStoreCredit, (tx, { params, body }) =>
    adjustStoreCredit(tx, params.customer as CustomerId, body),
  );
  bindCall(http, cards.issueGiftCard, (call) =>
    answerCommand<AnswerOf<typeof cards.issueGiftCard>>(
      http,
      call,
      (tx) => issueGiftCard(tx, secrets, call.body),
      ({ giftCard }) => ({ giftCard, code: null }),
    ),
  );
  bindRead(http, cards.listGiftCards, (tx, { query }) => listGiftCards(tx, query, http.now()));
  bindRead(http, cards.getGiftCard, async (tx, { params }) => {
    const card = await findGiftCard(tx, params.giftCard as Id<'giftCard'>);
    return isRefusal(card) ? card : presentGiftCard(card, http.now());
  });
  bindRead(http, cards.listGiftCardMovements, async (tx, { params, query }) => {
    const card = await findGiftCard(tx, params.giftCard as Id<'giftCard'>);
    return isRefusal(card)
      ? card
      : listMovements(tx, uuidOf(params.giftCard as Id<'giftCard'>), query);
  });
  bindCall(http, cards.lookUpGiftCard, ({ principal, body }) =>
    door.lookUp({ ...principal, visitor: body.visitor }, body.code),
  );
  bindCommand(http, cards.adjustGiftCard, (tx, { params, body }) =>
    adjustGiftCard(tx, params.giftCard as Id<'giftCard'>, body),
  );
  bindCommand(http, cards.changeGiftCard, (tx, { params, body }) =>
    changeGiftCard(tx, params.giftCard as Id<'giftCard'>, body),
  );
}
