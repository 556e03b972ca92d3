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

/** Numbers stand to the right; a column is of numbers when its first row is. */
export function sayTable(head: readonly string[], rows: readonly (readonly Cell[])[]): void {
  const [first = []] = rows;
  const table = new Table({
    chars: PLAIN,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    head: head.map((word) => colors.dim(word)),
    colAligns: head.map((_, index) => (typeof first[index] === 'number' ? 'right' : 'left')),
  });
  for (const row of rows) table.push(row.map((cell) => (cell === null ? '–' : String(cell))));
  say(table.toString().replaceAll(/ +$/gm, ''));
}

/** 1250 of EUR as `12.50 EUR`; how many places, the currency knows. */
export function money(amountMinor: number, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const places = format.resolvedOptions().maximumFractionDigits ?? 2;
  return `${(amountMinor / 10 ** places).toFixed(places)} ${currency}`;
}

/** `2026-11-23 09:30`, in UTC like everything the API says. */
export function moment(timestamp: string): string {
  return timestamp.slice(0, 16).replace('T', ' ');
}

export function status(word: string): string {
  if (word === 'canceled' || word === 'unpromised') return colors.red(word);
  if (word === 'on-hold' || word === 'backordered') return colors.yellow(word);
  return word === 'completed' || word === 'promised' ? colors.green(word) : word;
}
