// A list as a file: the format, its name and type, and the columns that are asked for.

import type { EXPORT_FORMATS, ExportFormat } from '@doorstep/contract/exports.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { FileStream } from '../http/file-stream.ts';
import type { Table } from './export-column.ts';
import { writeCsv } from './write-csv.ts';
import { chooseColumns, chooseNames, writeRows } from './write-rows.ts';
import { writeXlsx, XLSX_ROWS } from './write-xlsx.ts';

export interface List<Item, Part> {
  /** Of the file, and of the sheet in it. */
  readonly name: string;
  /** Of an item in NDJSON. */
  readonly fields: readonly string[];
  readonly table: Table<Item, Part>;
}

export interface FileQuery {
  readonly format?: ExportFormat;
  readonly columns?: string;
  readonly gzip?: boolean;
}

type Pages<Item> = AsyncIterable<readonly Item[]>;

/** What makes a file of pages; or why there can be no such file. */
export function exportFile<Item extends object, Part>(
  list: List<Item, Part>,
  { format = 'ndjson', columns, gzip = false }: FileQuery,
): ((pages: Pages<Item>) => FileStream) | Refusal {
  if (format === 'xlsx' && gzip)
    return refuse('validation-failed', 'An XLSX file is compressed as it is: leave `gzip` out.');
  const chunksOf = format === 'ndjson' ? linesOf(list, columns) : tableOf(list, format, columns);
  if (isRefusal(chunksOf)) return chunksOf;
  const name = `${list.name}.${format}`;
  return (pages) => ({ type: TYPES[format], name, gzip, chunks: chunksOf(pages) });
}

const TYPES: Readonly<Record<(typeof EXPORT_FORMATS)[number], string>> = {
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

type Chunks<Item> = (pages: Pages<Item>) => FileStream['chunks'];

function linesOf<Item extends object, Part>(
  { fields }: List<Item, Part>,
  columns: string | undefined,
): Chunks<Item> | Refusal {
  const chosen = chooseNames(fields, columns);
  if (isRefusal(chosen)) return chosen;
  const pick = (item: Item) =>
    Object.fromEntries(chosen.map((name) => [name, (item as Record<string, unknown>)[name]]));
  const line = (item: Item) => `${JSON.stringify(columns === undefined ? item : pick(item))}\n`;
  return async function* (pages) {
    for await (const page of pages) yield page.map(line).join('');
  };
}

function tableOf<Item, Part>(
  { name, table }: List<Item, Part>,
  format: 'csv' | 'xlsx',
  asked: string | undefined,
): Chunks<Item> | Refusal {
  const chosen = chooseColumns(table, asked);
  if (isRefusal(chosen)) return chosen;
  const columns = chosen.map(({ column: { name: title, kind } }) => ({ name: title, kind }));
  if (format === 'xlsx') {
    const title = name.charAt(0).toUpperCase() + name.slice(1);
    return (pages) => writeXlsx(writeRows(pages, table, chosen, XLSX_ROWS), { title, columns });
  }
  return async function* (pages) {
    yield writeCsv.head(columns);
    for await (const rows of writeRows(pages, table, chosen, writeCsv)) yield rows.join('');
  };
}
