// Lists gift cards, newest first: all, those with an end of the code, or those of a customer.

import type { GiftCardAnswer, listGiftCards as operation } from '@doorstep/contract/gift-cards.ts';
import type { QueryOf } from '@doorstep/contract/operation.ts';
import { type CustomerId, uuidOf } from '@doorstep/core/ids.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { type Page, pageById } from '../http/list-page.ts';
import {
  selectGiftCards,
  selectGiftCardsByNumber,
  selectGiftCardsOfCustomer,
} from './cards.sql.ts';
import { presentGiftCard } from './present-value.ts';

export async function listGiftCards(
  tx: Tx,
  { lastFour, customer, state, ...request }: QueryOf<typeof operation>,
  now: Date,
): Promise<Page<GiftCardAnswer> | Refusal> {
  return pageById(
    request,
    (before, limit) => {
      const asked = [before, limit, state ?? null, now];
      if (customer !== undefined)
        return tx.rows(selectGiftCardsOfCustomer, [
          ...asked,
          uuidOf(customer as CustomerId),
          lastFour?.toUpperCase() ?? null,
        ]);
      if (lastFour !== undefined)
        return tx.rows(selectGiftCardsByNumber, [...asked, lastFour.toUpperCase()]);
      return tx.rows(selectGiftCards, asked);
    },
    (row) => presentGiftCard(row, now),
  );
}
