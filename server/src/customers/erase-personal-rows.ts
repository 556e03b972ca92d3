// What is personal in orders, and in what was answered about them.

import { type CustomerId, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { lockPersonalTokens } from '../db/search.sql.ts';
import {
  deletePersonalTokens,
  eraseCancellationNotes,
  eraseDifferenceNotes,
  eraseExceptionComments,
  eraseExceptionWords,
  eraseFailureDetails,
  eraseGrantNotes,
  eraseHoldNotes,
  eraseOrderContacts,
  eraseOrderNotes,
  eraseOrders,
  erasePaymentTokens,
  eraseRequestNotes,
  eraseReturnItemWords,
  eraseReturnNotes,
  eraseReviewNotes,
  eraseRiskTraces,
  eraseRiskWords,
  eraseSourceRows,
  eraseStoredAnswers,
  eraseStoredValueNotes,
  eraseTermsNotes,
  eraseTrackingWords,
} from './erasure.sql.ts';

/** What a request repeated after the erasure is told instead of its old answer. */
export const ERASED = refuse('customer-erased', 'The customer of this request was erased since.');

export interface PersonalRows {
  readonly customers: readonly CustomerId[];
  /** Bare UUIDs, of rows that the caller has locked. */
  readonly orders: readonly string[];
  /**
   * What was answered to a request is kept for two weeks in case it is repeated. To look it through takes
   * time: for many old orders it is left to go by itself.
   */
  readonly answers: 'erased' | 'left-to-lapse';
}

/** Erases it from orders, and the customers' own tokens. */
export async function erasePersonalRows(
  tx: CommandTx,
  { customers, orders, answers }: PersonalRows,
): Promise<void> {
  const bare = customers.map(uuidOf);
  const [erased, holds] = await Promise.all([
    tx.rows(eraseOrders, [orders]),
    tx.rows(eraseHoldNotes, [orders]),
    tx.run(eraseOrderContacts, [orders]),
    tx.run(eraseOrderNotes, [orders]),
    tx.run(eraseCancellationNotes, [orders]),
    tx.run(eraseExceptionWords, [orders]),
    tx.run(eraseExceptionComments, [orders]),
    tx.run(eraseGrantNotes, [orders]),
    tx.run(eraseRequestNotes, [orders]),
    tx.run(eraseTermsNotes, [orders]),
    tx.run(eraseStoredValueNotes, [bare]),
    tx.run(eraseReviewNotes, [orders]),
    tx.run(eraseDifferenceNotes, [orders]),
    tx.run(eraseRiskTraces, [orders]),
    tx.run(eraseRiskWords, [orders]),
    tx.run(eraseReturnNotes, [orders]),
    tx.run(eraseReturnItemWords, [orders]),
    tx.run(eraseTrackingWords, [orders]),
    tx.run(erasePaymentTokens, [orders]),
    tx.run(eraseFailureDetails, [orders]),
    tx.run(eraseSourceRows, [bare, orders]),
  ]);
  const answersOf = [
    ...customers,
    ...orders.map((order) => idFromUuid('order', order)),
    ...holds.map((hold) => idFromUuid('hold', hold.id)),
  ];
  if (answers === 'erased') await tx.run(eraseStoredAnswers, [answersOf, JSON.stringify(ERASED)]);
  // Last, for the order list waits for it: who read the words before is waited for, and who comes after
  // finds none.
  await tx.run(lockPersonalTokens);
  await tx.run(deletePersonalTokens, [bare, orders]);
  for (const order of erased)
    tx.emit({
      type: 'order.erased.v1',
      subject: idFromUuid('order', order.id),
      version: order.version,
      data: {},
    });
}
