// Money that the shop owes to its buyers and that pays for orders: store credit of a customer, and
// gift cards. What one holds is the sum of its movements.

import { type Refusal, refuse } from '../refusal.ts';

/**
 * `issued`, `given`, `taken`: by people. `held`, `spent`, `released`, `refunded`: by orders. `moved`: to
 * the customer that this one was merged into.
 */
export const VALUE_MOVEMENT_KINDS = [
  'issued',
  'given',
  'taken',
  'held',
  'spent',
  'released',
  'refunded',
  'expired',
  'moved',
] as const;
export type ValueMovementKind = (typeof VALUE_MOVEMENT_KINDS)[number];

export interface Balance {
  readonly balanceMinor: bigint;
  /** Promised to orders, and not spent yet. */
  readonly heldMinor: bigint;
}

export function availableMinor({ balanceMinor, heldMinor }: Balance): bigint {
  return balanceMinor - heldMinor;
}

/** Nobody takes back what is not there, or what an order was promised. */
export function refuseBeyondAvailable(
  balance: Balance,
  takenMinor: bigint,
): Refusal<'stored-value-too-low'> | undefined {
  const available = availableMinor(balance);
  if (takenMinor <= available) return undefined;
  return refuse(
    'stored-value-too-low',
    `${available} minor units are there and promised to no order, so ${takenMinor} cannot be taken.`,
    { availableMinor: Number(available), amountMinor: Number(takenMinor) },
  );
}

export const GIFT_CARD_STATES = ['active', 'used', 'expired', 'disabled'] as const;
export type GiftCardState = (typeof GIFT_CARD_STATES)[number];

export interface GiftCardLife extends Balance {
  readonly disabledAt: Date | null;
  readonly expiresAt: Date | null;
}

/** What people call it: why it cannot be spent, if it cannot. */
export function giftCardState(card: GiftCardLife, now: Date): GiftCardState {
  if (card.disabledAt !== null) return 'disabled';
  if (card.expiresAt !== null && card.expiresAt <= now) return 'expired';
  return card.balanceMinor === 0n ? 'used' : 'active';
}
