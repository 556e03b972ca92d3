// Numbers as they were written: an order number of 18 digits, and 0.1, must arrive unchanged.

/** The number where it says exactly what is written; the text where it would not. */
export function exactNumber(text: string): number | string {
  const number = Number(text);
  return plainDecimal(String(number)) === plainDecimal(text) ? number : text;
}

/**
 * Workbooks hold binary fractions with 17 digits: 2.55 is written 2.5499999999999998. Excel knows 15,
 * so nobody typed more; but whole numbers that other programs wrote stand as they are.
 */
export function cellNumber(text: string): string {
  const decimal = plainDecimal(text);
  if (decimal === null || /^-?\d+$/.test(text)) return text;
  const digits = decimal.replace(/\D/g, '').replace(/^0+/, '');
  if (digits.length > 15 && decimal.includes('.')) {
    return plainDecimal(Number(text).toPrecision(15)) ?? text;
  }
  return /[eE]/.test(text) ? decimal : text;
}

/** 1.50e-3 → 0.0015, 1.0 → 1; null where it is no number, or absurdly long or small. */
export function plainDecimal(text: string): string | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return null;
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  const padded = point > 0 ? digits.padEnd(point, '0') : '0'.repeat(1 - point) + digits;
  const at = Math.max(point, 1);
  const integer = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const rest = padded.slice(at).replace(/0+$/, '');
  const isZero = integer === '0' && rest === '';
  return `${sign === '-' && !isZero ? '-' : ''}${integer}${rest === '' ? '' : `.${rest}`}`;
}
