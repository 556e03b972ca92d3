// What of a store credit expires, and when. A credit may have an end; what ends first is spent first, and
// what an order was promised does not end meanwhile. What comes back to a credit that is over stays for
// good: nobody loses a refund to a date that is past.

import { smaller } from '../payments/payment.ts';

export interface ExpiringMovement {
  readonly amountMinor: bigint;
  readonly heldMinor: bigint;
  readonly hold: string | null;
  /** Of what came: until when it may be spent; null: for good. */
  readonly expiresAt: Date | null;
}

/** A part of what is there, with its end. */
export interface Lot {
  readonly leftMinor: bigint;
  readonly expiresAt: Date | null;
}

/** @param movements all of one account, in the order they happened */
export function lotsOf(movements: readonly ExpiringMovement[]): Lot[] {
  let free: Lot[] = [];
  const promised = new Map<string, Lot[]>();
  for (const { amountMinor, heldMinor, hold, expiresAt } of movements) {
    const name = hold ?? '';
    if (heldMinor > 0n) {
      // What came with its promise, from a customer who was merged, was never free here.
      const came = amountMinor > 0n ? [{ leftMinor: heldMinor, expiresAt }] : null;
      const [taken, rest] = came === null ? take(free, heldMinor) : [came, free];
      free = rest;
      promised.set(name, [...(promised.get(name) ?? []), ...taken]);
    } else if (heldMinor < 0n) {
      const [gone, rest] = take(promised.get(name) ?? [], -heldMinor);
      promised.set(name, rest);
      // What was spent is gone; the rest is free again.
      const [, back] = take(gone, -amountMinor);
      for (const lot of back) free = withLot(free, lot);
    } else if (amountMinor > 0n) free = withLot(free, { leftMinor: amountMinor, expiresAt });
    else [, free] = take(free, -amountMinor);
  }
  return free;
}

/** What may not be spent any more. */
export function expiredMinor(lots: readonly Lot[], now: Date): bigint {
  return lots
    .filter(({ expiresAt }) => expiresAt !== null && expiresAt <= now)
    .reduce((sum, { leftMinor }) => sum + leftMinor, 0n);
}

/** When to look again; null: nothing that is left has an end. */
export function nextExpiry(lots: readonly Lot[], now: Date): Date | null {
  return lots.find(({ expiresAt }) => expiresAt !== null && expiresAt > now)?.expiresAt ?? null;
}

/** Sorted by their end: what ends first is spent first. */
function withLot(lots: readonly Lot[], lot: Lot): Lot[] {
  return [...lots, lot].sort((a, b) => endOf(a) - endOf(b));
}

function endOf({ expiresAt }: Lot): number {
  return expiresAt === null ? Number.MAX_SAFE_INTEGER : expiresAt.getTime();
}

/** The first of them up to an amount: what ended by now is before all else. And what is left. */
function take(lots: readonly Lot[], amountMinor: bigint): [Lot[], Lot[]] {
  let left = amountMinor;
  const taken: Lot[] = [];
  const rest: Lot[] = [];
  for (const lot of lots) {
    const part = smaller(left, lot.leftMinor);
    left -= part;
    if (part > 0n) taken.push({ ...lot, leftMinor: part });
    if (part < lot.leftMinor) rest.push({ ...lot, leftMinor: lot.leftMinor - part });
  }
  return [taken, rest];
}
