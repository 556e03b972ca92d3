// A refund that goes elsewhere than where the money came from: the payments that were captured keep their
// money, and what they would have given back another payment gives in their place.

import { type Refusal, refuse } from '../refusal.ts';
import { type Payment, refundable, smaller } from './payment.ts';
import type { AccountTerms } from './payment-account.ts';
import { allocateRefund, type RefundAllocation } from './refund-allocation.ts';
import { refundOwed } from './settlement.ts';

/** What each payment gives over, in their order: the parts sum to the amount. */
export function carryOver(
  account: AccountTerms,
  payments: readonly Payment[],
  {
    amountMinor,
    allocation,
  }: { readonly amountMinor: bigint; readonly allocation: RefundAllocation },
): bigint[] | Refusal<'refund-not-captured'> {
  // What is in another currency goes back in that one, and what was carried over before is owed already.
  const rooms = payments.map((one) =>
    one.conversion === null && one.carried <= 0n ? refundable(one) : 0n,
  );
  const room = rooms.reduce((sum, one) => sum + one, 0n);
  const owed = refundOwed(account, payments);
  const most = smaller(room, owed);
  if (most < amountMinor)
    return refuse(
      'refund-not-captured',
      `Of this, ${most} minor units are captured in the currency of the order and would go back.`,
      { capturedMinor: Number(most), amountMinor: Number(amountMinor) },
    );
  return allocateRefund(amountMinor, rooms, allocation);
}
