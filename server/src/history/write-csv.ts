// CSV as RFC 4180 has it, safe to open in a spreadsheet, and exact to read back.

import type { ColumnKind } from '@doorstep/contract/export-forms.ts';
import type { Value } from './export-column.ts';
import type { RowFormat } from './write-rows.ts';

/** https://owasp.org/www-community/attacks/CSV_Injection; and the mark itself, to undo it safely. */
const LIKE_A_FORMULA = /^['=+\-@\t\r\n＝＋－＠]/;
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

export const writeCsv: RowFormat = {
  cell: cellOf,
  row: (cells) => `${cells.join(',')}\r\n`,
  head: (columns) => `${columns.map(({ name }) => name).join(',')}\r\n`,
};

function cellOf(kind: ColumnKind, value: Value): string {
  if (value === null) return '';
  if (kind === 'json') return quoted(String(value));
  if (kind !== 'text') return String(value);
  const text = String(value);
  return quoted(LIKE_A_FORMULA.test(text) ? `'${text}` : text);
}

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
