// Amounts as Stripe counts them. For most currencies those are the minor units of ISO 4217; here are
// the others. https://docs.stripe.com/currencies#special-cases

import { minorDigits } from '@doorstep/core/money.ts';

const STRIPE_DIGITS: Readonly<Record<string, number>> = { ISK: 2, UGX: 2, MGA: 0 };
/** Of three decimals Stripe moves two: the last digit must be zero. */
const THREE_DIGIT_STEP = 10n;

/** Undefined: Stripe cannot move just this much. */
export function toStripe(amountMinor: bigint, currency: string): number | undefined {
  const iso = minorDigits(currency);
  const stripe = STRIPE_DIGITS[currency] ?? iso;
  if (stripe >= iso) {
    if (iso === 3 && amountMinor % THREE_DIGIT_STEP !== 0n) return undefined;
    return Number(amountMinor * 10n ** BigInt(stripe - iso));
  }
  const scale = 10n ** BigInt(iso - stripe);
  return amountMinor % scale === 0n ? Number(amountMinor / scale) : undefined;
}

export function fromStripe(amount: number, currency: string): bigint {
  const code = currency.toUpperCase();
  const iso = minorDigits(code);
  const stripe = STRIPE_DIGITS[code] ?? iso;
  return stripe >= iso
    ? BigInt(amount) / 10n ** BigInt(stripe - iso)
    : BigInt(amount) * 10n ** BigInt(iso - stripe);
}
