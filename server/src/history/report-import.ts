// The report of an import as CSV: a line per document with what becomes of it, and a line per row
// that has something to say. Read page by page, so that a million rows cost no memory.

import type { TenantId } from '@doorstep/core/ids.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { type SaidRow, selectDocuments, selectProblemRows, selectSaidRows } from './rows.sql.ts';

const PAGE = 1000;
const HEADER = [
  'what',
  'document',
  'row',
  'line',
  'kind',
  'outcome',
  'field',
  'says',
  'suggestion',
];

/** @param id bare UUID */
export async function* reportImport(
  pool: Pool,
  tenant: TenantId,
  id: string,
  { onlyProblems }: { readonly onlyProblems: boolean },
): AsyncGenerator<string> {
  let place = 0n;
  for (;;) {
    const page = await inTransaction(pool, tenant, (tx) =>
      tx.rows(selectDocuments, [id, place, PAGE, onlyProblems ? 'refuse' : null]),
    );
    // Behind the first page: what cannot be read at all has no first line.
    if (place === 0n) yield csvLine(HEADER);
    for (const one of page)
      yield csvLine([
        'document',
        one.key,
        one.first_row,
        '',
        one.kind,
        one.outcome,
        '',
        one.reason,
        '',
      ]);
    place = page.at(-1)?.place ?? place;
    if (page.length < PAGE) break;
  }
  let number = 0n;
  for (;;) {
    const page = await inTransaction(pool, tenant, (tx) =>
      tx.rows(onlyProblems ? selectProblemRows : selectSaidRows, [id, number, PAGE]),
    );
    for (const row of page) yield* saidOf(row);
    number = page.at(-1)?.number ?? number;
    if (page.length < PAGE) break;
  }
}

interface Said {
  readonly code: string;
  readonly field: string | null;
  readonly detail: string;
  readonly suggestion: string;
}

function* saidOf(row: SaidRow): Generator<string> {
  const said = (what: string, list: unknown) =>
    ((list ?? []) as Said[]).map(({ code, field, detail, suggestion }) =>
      csvLine([what, row.document_key, row.number, row.line, code, '', field, detail, suggestion]),
    );
  yield* said('problem', row.problems);
  yield* said('warning', row.warnings);
}

/** RFC 4180; what a spreadsheet would run as a formula is kept a text by an apostrophe. */
function csvLine(cells: readonly unknown[]): string {
  return cells
    .map((cell) => {
      const text = cell === null ? '' : String(cell);
      const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
      return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    })
    .join(',');
}
