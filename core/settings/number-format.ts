// How the numbers of orders and returns are written: a prefix, and zeros in front. The number itself
// stands at the end, and no prefix ends with a digit, so two different numbers never look the same,
// whatever the formats of channels are and become.

export interface NumberFormat {
  readonly prefix: string;
  /** Digits at least; 0: as many as it has. */
  readonly padding: number;
}

export interface NumberFormats {
  readonly orders: NumberFormat;
  readonly returns: NumberFormat;
  /** Orders of these channels, by the id of the channel. */
  readonly channels: Readonly<Record<string, NumberFormat>>;
}

/** What a prefix looks like: letters, digits and marks, and no digit at its end. */
export const PREFIX_PATTERN = '^(|[A-Za-z0-9./_-]{0,11}[A-Za-z./_-])$';
export const PADDING_MAX = 12;

const BARE: NumberFormat = { prefix: '', padding: 0 };
export const BARE_NUMBERS: NumberFormats = { orders: BARE, returns: BARE, channels: {} };

/** Null where it is the bare number, which needs no text. */
export function writeNumber(number: bigint, { prefix, padding }: NumberFormat): string | null {
  const text = `${prefix}${String(number).padStart(padding, '0')}`;
  return text === String(number) ? null : text;
}

/** As people see it. */
export function shownNumber(number: bigint, format: NumberFormat): string {
  return writeNumber(number, format) ?? String(number);
}

/** The number that a text ends with; undefined where it ends otherwise, or is too long to be one. */
export function numberIn(text: string): bigint | undefined {
  const [digits] = /\d{1,18}$/.exec(text) ?? [];
  return digits === undefined ? undefined : BigInt(digits);
}
