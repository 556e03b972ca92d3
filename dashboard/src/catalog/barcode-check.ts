// What is to be said of a barcode while it is typed: a scan that misses a digit is seen at once.

import { gtinCheckDigit, isGtin } from '@doorstep/core/catalog/gtin.ts';

export type BarcodeCheck =
  | { readonly say: 'checkRight' | 'checkWrong' | 'checkNext'; readonly digit: number }
  | { readonly say: 'checkLength'; readonly count: number };

/** Null for nothing typed. */
export function checkBarcode(typed: string): BarcodeCheck | null {
  if (typed === '') return null;
  if (/^(\d{8}|\d{12,14})$/.test(typed))
    return {
      say: isGtin(typed) ? 'checkRight' : 'checkWrong',
      digit: gtinCheckDigit(typed.slice(0, -1)),
    };
  if (/^(\d{7}|\d{11})$/.test(typed)) return { say: 'checkNext', digit: gtinCheckDigit(typed) };
  return { say: 'checkLength', count: typed.replaceAll(/\D/g, '').length };
}
