// What is personal in orders, and in what was answered about them.

import { type CustomerId, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { lockPersonalTokens } from '../db/search.sql.ts';
import {
  deletePersonalTokens,
  eraseCancellationNotes,
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
  eraseTermsNotes,
  eraseTrackingWords,
} from './erasure.sql.ts';

/** What a request repeated after the erasure is told instead of its old answer. */
const ERASED = refuse('customer-erased', 'The customer of this request was erased since.');

/**
 * Erases it from orders whose rows the caller has locked, and the customer's own tokens.
 *
 * @param orders bare UUIDs
 */
export async function erasePersonalRows(
  tx: CommandTx,
  customer: CustomerId | null,
  orders: readonly string[],
): Promise<void> {
  await tx.run(lockPersonalTokens);
  const [erased, holds] = await Promise.all([
    tx.rows(eraseOrders, [orders]),
    tx.rows(eraseHoldNotes, [orders]),
    tx.run(eraseOrderContacts, [orders]),
    tx.run(eraseOrderNotes, [orders]),
    tx.run(eraseCancellationNotes, [orders]),
    tx.run(eraseExceptionWords, [orders]),
    tx.run(eraseGrantNotes, [orders]),
    tx.run(eraseRequestNotes, [orders]),
    tx.run(eraseTermsNotes, [orders]),
    tx.run(eraseReviewNotes, [orders]),
    tx.run(eraseRiskTraces, [orders]),
    tx.run(eraseRiskWords, [orders]),
    tx.run(eraseReturnNotes, [orders]),
    tx.run(eraseReturnItemWords, [orders]),
    tx.run(eraseTrackingWords, [orders]),
    tx.run(erasePaymentTokens, [orders]),
    tx.run(eraseFailureDetails, [orders]),
    tx.run(eraseSourceRows, [customer === null ? null : uuidOf(customer), orders]),
    tx.run(deletePersonalTokens, [customer === null ? null : uuidOf(customer), orders]),
  ]);
  const answersOf = [
    ...(customer === null ? [] : [customer]),
    ...orders.map((order) => idFromUuid('order', order)),
    ...holds.map((hold) => idFromUuid('hold', hold.id)),
  ];
  await tx.run(eraseStoredAnswers, [answersOf, JSON.stringify(ERASED)]);
  for (const order of erased)
    tx.emit({
      type: 'order.erased.v1',
      subject: idFromUuid('order', order.id),
      version: order.version,
      data: {},
    });
}
