// What happened to a store credit or a gift card, newest first.

import type { AnswerOf } from '@doorstep/contract/operation.ts';
import type { listStoreCreditMovements as operation } from '@doorstep/contract/store-credit.ts';
import { type CustomerId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { nameActors } from '../access/name-actors.ts';
import type { Tx } from '../db/transaction.ts';
import { type ListRequest, pageById } from '../http/list-page.ts';
import { presentMovement } from './present-value.ts';
import { selectMovements, selectStoreCreditId } from './sql.ts';

export type Movements = AnswerOf<typeof operation>;

/** @param value a bare UUID */
export async function listMovements(
  tx: Tx,
  value: string,
  request: ListRequest,
): Promise<Movements | Refusal> {
  const page = await pageById(
    request,
    (before, limit) => tx.rows(selectMovements, [before, limit, value]),
    presentMovement,
  );
  if (isRefusal(page)) return page;
  return {
    ...page,
    names: await nameActors(
      tx,
      page.items.map(({ actor }) => actor),
    ),
  };
}

export async function listStoreCreditMovements(
  tx: Tx,
  { customer, currency }: { readonly customer: string; readonly currency: string },
  request: ListRequest,
): Promise<Movements | Refusal> {
  const account = await tx.row(selectStoreCreditId, [uuidOf(customer as CustomerId), currency]);
  return account === undefined
    ? refuse('not-found', `The customer has no store credit in ${currency}.`)
    : listMovements(tx, account.id, request);
}
