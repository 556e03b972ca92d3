// A table: its first row names the columns, each row below is a record.
import { nameColumns, rowValue } from '@doorstep/core/history/columns.ts';
import type { SourceRecord } from '@doorstep/core/history/source-record.ts';
import { checkColumns } from './check-columns.ts';

export interface TableRow {
  readonly line: number;
  /** Empty cells of a sheet are undefined. */
  readonly cells: readonly (string | undefined)[];
}

export interface Table {
  readonly columns: readonly string[];
  /** In batches, as they come. */
  readonly records: AsyncIterable<readonly SourceRecord[]>;
}

/** Reads the header; null if there is no row at all. */
export async function readTable(
  batches: AsyncGenerator<readonly TableRow[]>,
  requiredColumns: readonly string[],
): Promise<Table | null> {
  for (let next = await batches.next(); next.done !== true; next = await batches.next()) {
    const [header, ...rows] = next.value;
    if (header === undefined) continue;
    const columns = nameColumns([...header.cells].map((cell) => cell ?? ''));
    checkColumns(columns, requiredColumns, header.line);
    return { columns, records: recordBatches(columns, rows, batches) };
  }
  return null;
}

async function* recordBatches(
  columns: readonly string[],
  first: readonly TableRow[],
  batches: AsyncIterable<readonly TableRow[]>,
): AsyncGenerator<readonly SourceRecord[]> {
  let number = 0;
  const toRecord = ({ line, cells }: TableRow): SourceRecord => {
    number += 1;
    return { number, line, value: rowValue(columns, cells) };
  };
  yield first.map(toRecord);
  for await (const rows of batches) yield rows.map(toRecord);
}
