// A price as people type it, and as the API has it.

import { minorDigits } from '@doorstep/core/money.ts';

export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

export function writePrice({ amountMinor, currency }: Money): string {
  const digits = minorDigits(currency);
  const text = String(amountMinor).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** A comma is a point; more digits than the currency has are rounded. Null for nothing. */
export function readPrice(text: string, currency: string): Money | null {
  const amount = Number(text.replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(amount)
    ? null
    : { amountMinor: Math.round(amount * 10 ** minorDigits(currency)), currency };
}
