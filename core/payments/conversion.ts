// What a payment in another currency is worth in the currency of its order. The worth of the whole is
// stated with the payment, never looked up; of a part it is that part of it. Rounded is what was moved
// in all, and a movement is worth by how much that changes: so parts always add up to the whole.

import { minorDigits } from '../money.ts';

export interface Conversion {
  /** All of the payment, in its own currency. */
  readonly amountMinor: bigint;
  /** What that is worth in the currency of the order. */
  readonly orderAmountMinor: bigint;
}

/**
 * What a sum of the payment is worth, rounded half away from zero. It never falls while the sum rises.
 * The database has the same rule as `stated_worth`; a test holds the two against each other.
 *
 * @param conversion null: the payment is in the currency of the order
 */
export function worthOf(sumMinor: bigint, conversion: Conversion | null): bigint {
  if (conversion === null) return sumMinor;
  return share(sumMinor, conversion.orderAmountMinor, conversion.amountMinor);
}

/** The least sum of the payment that is worth so much, or the nearest of those that are. */
export function sumReaching(worthMinor: bigint, conversion: Conversion | null): bigint {
  const nearest = nearestSum(worthMinor, conversion);
  return worthOf(nearest, conversion) < worthMinor ? nearest + 1n : nearest;
}

/** The greatest sum of the payment that is worth no more, or the nearest of those that are not. */
export function sumWithin(worthMinor: bigint, conversion: Conversion | null): bigint {
  const nearest = nearestSum(worthMinor, conversion);
  return worthOf(nearest, conversion) > worthMinor ? nearest - 1n : nearest;
}

/** Whether it is less than the smallest amount of the payment's currency is worth. */
export function isBelowUnit(worthMinor: bigint, conversion: Conversion | null): boolean {
  if (conversion === null) return worthMinor <= 0n;
  return worthMinor * conversion.amountMinor < conversion.orderAmountMinor;
}

/** Where the payment's currency is finer, it is worth just this; where it is coarser, nearly. */
function nearestSum(worthMinor: bigint, conversion: Conversion | null): bigint {
  if (conversion === null) return worthMinor;
  return share(worthMinor, conversion.amountMinor, conversion.orderAmountMinor);
}

function share(sum: bigint, part: bigint, whole: bigint): bigint {
  const rounded = (2n * (sum < 0n ? -sum : sum) * part + whole) / (2n * whole);
  return sum < 0n ? -rounded : rounded;
}

const RATE_DIGITS = 5;
const RATE_PLACES_MAX = 40;

/**
 * How much of the order's currency one unit of the payment's is, to five digits: "0.92319". For people
 * to read; nothing is calculated with it.
 */
export function rateOf(
  { amountMinor, orderAmountMinor }: Conversion,
  { from, to }: { readonly from: string; readonly to: string },
): string {
  const part = orderAmountMinor * 10n ** BigInt(minorDigits(from));
  const whole = amountMinor * 10n ** BigInt(minorDigits(to));
  let places = 0;
  while (
    places < RATE_PLACES_MAX &&
    share(10n ** BigInt(places), part, whole) < 10n ** BigInt(RATE_DIGITS - 1)
  )
    places += 1;
  const digits = share(10n ** BigInt(places), part, whole)
    .toString()
    .padStart(places + 1, '0');
  const text = `${digits.slice(0, digits.length - places)}.${digits.slice(digits.length - places)}`;
  return text.replace(/\.?0*$/, '');
}
