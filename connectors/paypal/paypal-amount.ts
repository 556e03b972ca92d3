// Amounts as PayPal writes them: decimals, as many as ISO 4217 says, but for those here.
// https://developer.paypal.com/reference/currency-codes/

import { formatMajor, minorDigits } from '@doorstep/core/money.ts';

interface Money {
  readonly currencyCode: string;
  readonly value: string;
}

/** PayPal moves no part of these. */
const WHOLE = new Set(['HUF', 'TWD']);

/** Undefined: PayPal cannot move just this much. */
export function toPaypal(amountMinor: bigint, currency: string): Money | undefined {
  const text = formatMajor(amountMinor, currency);
  if (!WHOLE.has(currency)) return { currencyCode: currency, value: text };
  return text.endsWith('.00') ? { currencyCode: currency, value: text.slice(0, -3) } : undefined;
}

/** @throws RangeError when it is no amount of this currency */
export function fromPaypal({ currencyCode, value }: Money): bigint {
  const [whole = '', fraction = ''] = value.split('.');
  const digits = minorDigits(currencyCode);
  if (!/^-?\d+$/.test(whole) || /[1-9]/.test(fraction.slice(digits)))
    throw new RangeError(`not an amount of ${currencyCode}: ${value}`);
  return BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
}
