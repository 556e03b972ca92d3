// Money is bigint minor units with an ISO 4217 currency code. Nothing here rounds but
// `multiplyUnitPrice`, once per line.

/** The widest amount that survives a JSON number: ±2⁵³−1 minor units. */
export const AMOUNT_MINOR_MAX = 9_007_199_254_740_991n;

/**
 * Currencies whose minor unit is not a hundredth, by ISO 4217 (list one).
 * https://www.six-group.com/en/products-services/financial-information/data-standards.html
 */
const MINOR_DIGITS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
};

/** How many decimals the currency's minor unit has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  return MINOR_DIGITS[currency] ?? 2;
}

/**
 * Splits an amount by weights so that the parts sum to it exactly (largest remainder; ties go to
 * the earlier part). All-zero weights count as equal ones. Works for negative amounts too.
 *
 * @throws RangeError when there are no weights or one is negative: a bug of the caller.
 */
export function allocate(amountMinor: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.length === 0) throw new RangeError('allocate needs at least one weight');
  if (weights.some((weight) => weight < 0n)) throw new RangeError('a weight may not be negative');
  const given = weights.reduce((sum, weight) => sum + weight, 0n);
  const shares = given === 0n ? weights.map(() => 1n) : weights;
  const total = given === 0n ? BigInt(weights.length) : given;

  const sign = amountMinor < 0n ? -1n : 1n;
  const amount = amountMinor * sign;
  const parts = shares.map((share) => (amount * share) / total);
  const remainders = shares.map((share, index) => ({ index, rest: (amount * share) % total }));
  remainders.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  let left = amount - parts.reduce((sum, part) => sum + part, 0n);
  for (const { index } of remainders) {
    if (left === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts.map((part) => part * sign);
}

/** A unit price as a decimal string of minor units' major form, with up to 6 places: "4.999". */
const UNIT_PRICE = /^(-?)(\d{1,12})(?:\.(\d{1,6}))?$/;

/** Whether the text is a unit price we accept: up to 12 digits before and 6 after the point. */
export function isUnitPrice(text: string): boolean {
  return UNIT_PRICE.test(text);
}

/**
 * Unit price × quantity in minor units, rounded half away from zero, once.
 *
 * @param unitPrice decimal string in the major unit, e.g. "12.5" EUR, up to 6 places
 * @throws RangeError when the text is no unit price: check with `isUnitPrice` first.
 */
export function multiplyUnitPrice(unitPrice: string, quantity: number, currency: string): bigint {
  const match = UNIT_PRICE.exec(unitPrice);
  if (match === null) throw new RangeError(`not a unit price: ${unitPrice}`);
  const [, sign, whole = '0', fraction = ''] = match;
  const micros = BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
  const units = BigInt(quantity);
  const exact = micros * (units < 0n ? -units : units);
  const divisor = 10n ** BigInt(6 - minorDigits(currency));
  const rounded = (exact + divisor / 2n) / divisor;
  return (sign === '-') !== units < 0n ? -rounded : rounded;
}

/** The decimal text of an amount in its major unit: (1250n, "EUR") is "12.50". */
export function formatMajor(amountMinor: bigint, currency: string): string {
  const digits = minorDigits(currency);
  const sign = amountMinor < 0n ? '-' : '';
  const text = (amountMinor < 0n ? -amountMinor : amountMinor).toString().padStart(digits + 1, '0');
  return digits === 0
    ? `${sign}${text}`
    : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** An amount as a decimal text in its major unit, such as "12.50"; undefined when it is none. */
export function parseMajor(text: string, currency: string): bigint | undefined {
  const [, sign = '', whole = '', fraction = ''] =
    /^([-+]?)(\d{1,15})(?:\.(\d*))?$/.exec(text) ?? [];
  const digits = minorDigits(currency);
  // What is smaller than the smallest unit cannot be counted; zeros behind it say nothing.
  if (whole === '' || /[1-9]/.test(fraction.slice(digits))) return undefined;
  const minor = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  return sign === '-' ? -minor : minor;
}
