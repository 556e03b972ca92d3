// What people read: tables and colors on a terminal; and what programs read: JSON.

import Table from 'cli-table3';
import pc from 'picocolors';

export const colors = pc.createColors(process.stdout.isTTY === true && pc.isColorSupported);

export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

export function sayJson(value: unknown): void {
  say(JSON.stringify(value, null, 2));
}

const PLAIN = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

type Cell = string | number | null;

/**
 * Numbers stand to the right; a column is of numbers when its first row is, and from the column
 * `numbersFrom` on: amounts are text.
 */
export function sayTable(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  { numbersFrom = head.length }: { readonly numbersFrom?: number } = {},
): void {
  const [first = []] = rows;
  const table = new Table({
    chars: PLAIN,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    head: head.map((word) => colors.dim(word)),
    colAligns: head.map((_, index) =>
      index >= numbersFrom || typeof first[index] === 'number' ? 'right' : 'left',
    ),
  });
  for (const row of rows) table.push(row.map((cell) => (cell === null ? '–' : String(cell))));
  say(table.toString().replaceAll(/ +$/gm, ''));
}

/** What to do next, or how to see more. */
export function hint(text: string): void {
  say(colors.dim(text));
}

/** 1250 of EUR as `12.50 EUR`; how many places, the currency knows. */
export function money(amountMinor: number, currency: string): string {
  const places = placesOf(currency);
  return `${(amountMinor / 10 ** places).toFixed(places)} ${currency}`;
}

/** `12.50` or `12.50 EUR` as 1250 of EUR; undefined when it is no amount of this currency. */
export function minorUnits(text: string, currency: string): number | undefined {
  const [, whole = '', cents = ''] =
    /^(\d{1,13})(?:\.(\d+))?$/.exec(text.replace(/ ?[A-Za-z]{3}$/, '')) ?? [];
  const places = placesOf(currency);
  const isOther = /[A-Za-z]{3}$/.test(text) && !text.toUpperCase().endsWith(currency);
  if (whole === '' || cents.length > places || isOther) return undefined;
  return Number(whole) * 10 ** places + Number(cents.padEnd(places, '0') || 0);
}

function placesOf(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** `2026-11-23 09:30`, in UTC like everything the API says. */
export function moment(timestamp: string): string {
  return timestamp.slice(0, 16).replace('T', ' ');
}

/** 1 unit, 2 units. */
export function counted(count: number, word: string): string {
  return `${count} ${count === 1 ? word : `${word}s`}`;
}

const BAD =
  'canceled unpromised declined critical high lost damaged dead failing off voided delivery-failed';
const WAITING =
  'on-hold backordered pending medium snoozed by-hand partially-paid partially-fulfilled ' +
  'partially-shipped partially-received partially-refunded returning unfulfilled';
const GOOD =
  'completed promised paid authorized fulfilled delivered shipped received closed resolved on done';

const COLOR_OF = new Map([
  ...BAD.split(' ').map((word) => [word, colors.red] as const),
  ...WAITING.split(' ').map((word) => [word, colors.yellow] as const),
  ...GOOD.split(' ').map((word) => [word, colors.green] as const),
]);

export function status(word: string): string {
  return COLOR_OF.get(word)?.(word) ?? word;
}
