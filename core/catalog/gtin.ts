// GTIN check digits (GTIN-8, -12, -13, -14).

/**
 * The modulo-10 check digit over the digits before it, weights 3 and 1 from the right.
 * Source: GS1 General Specifications, section 7.9.1.
 */
export function gtinCheckDigit(digitsBefore: string): number {
  let sum = 0;
  for (let fromRight = 0; fromRight < digitsBefore.length; fromRight += 1) {
    const digit = Number(digitsBefore[digitsBefore.length - 1 - fromRight]);
    sum += fromRight % 2 === 0 ? digit * 3 : digit;
  }
  return (10 - (sum % 10)) % 10;
}

/** One number, however many of its leading zeros are printed. */
export function gtin14(barcode: string): string {
  return barcode.padStart(14, '0');
}

/** Whether the barcode is a GTIN of 8, 12, 13 or 14 digits with the right check digit. */
export function isGtin(barcode: string): boolean {
  if (!/^(\d{8}|\d{12,14})$/.test(barcode)) return false;
  return gtinCheckDigit(barcode.slice(0, -1)) === Number(barcode.at(-1));
}
