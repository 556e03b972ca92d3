// Who may give back how much: alone, only together with somebody else, or not at all.

import { type Refusal, refuse } from '../refusal.ts';

/** A limit is for what somebody gives back on one order in all, so that parts do not get round it. */
export interface RefundLimit {
  /** One that every tenant has, one of its own, or `api-key`. */
  readonly role: string;
  readonly currency: string;
  /** Up to this much nobody else has to agree. */
  readonly aloneMinor: bigint;
  /** Beyond this somebody of this role may neither ask for it nor agree to it; null: no such limit. */
  readonly mostMinor: bigint | null;
}

export type RefundSay = 'alone' | 'with-approval';

/**
 * @param role null: the shop itself, by its rules
 * @param givenMinor what they gave back on this order before without anybody else
 */
export function refundSay(
  limits: readonly RefundLimit[],
  role: RefundLimit['role'] | null,
  { amountMinor, givenMinor, currency }: RefundAsked,
): RefundSay | Refusal<'refund-beyond-role'> {
  const own = limits.filter((limit) => limit.role === role);
  if (own.length === 0) return 'alone';
  // Whoever has a limit has none of it in a currency that it does not name.
  const limit = own.find((one) => one.currency === currency);
  if (limit === undefined) return 'with-approval';
  const total = amountMinor + givenMinor;
  const { aloneMinor, mostMinor } = limit;
  if (mostMinor !== null && total > mostMinor)
    return refuse(
      'refund-beyond-role',
      `The role ${role} may give back up to ${mostMinor} minor units of ${currency} on an order; this would be ${total}.`,
      { role, currency, mostMinor: Number(mostMinor), givenMinor: Number(givenMinor) },
    );
  return total > aloneMinor ? 'with-approval' : 'alone';
}

export interface RefundAsked {
  readonly amountMinor: bigint;
  readonly givenMinor: bigint;
  readonly currency: string;
}
