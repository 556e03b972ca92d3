// Amounts as people type them.

import { minorDigits } from '@doorstep/core/money.ts';

/** "12,50" and "12.5" are 1250 in EUR; undefined: it is no amount. Nothing typed is 0. */
export function minorUnitsOf(text: string, currency: string): number | undefined {
  const typed = text.trim().replace(',', '.');
  if (typed === '') return 0;
  const digits = minorDigits(currency);
  const [, whole, part = ''] = /^(\d{1,12})(?:\.(\d*))?$/.exec(typed) ?? [];
  if (whole === undefined || part.length > digits) return undefined;
  return Number(whole + part.padEnd(digits, '0'));
}

/** For a field: 1250 in EUR is "12.50". */
export function typedAmount(amountMinor: number, currency: string): string {
  const digits = minorDigits(currency);
  return (amountMinor / 10 ** digits).toFixed(digits);
}
