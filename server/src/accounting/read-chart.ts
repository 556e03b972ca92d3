// The accounts that entries stand on, as the merchant set them.

import type { ChartAnswer } from '@doorstep/contract/accounting.ts';
import { DEFAULT_CHART } from '@doorstep/core/accounting/chart.ts';
import type { Tx } from '../db/transaction.ts';
import { type BooksRow, selectBooks } from './sql.ts';

export async function readChart(tx: Tx): Promise<ChartAnswer> {
  return presentChart(await tx.row(selectBooks));
}

export function presentChart(books: BooksRow | undefined): ChartAnswer {
  return {
    accounts: (books?.chart ?? DEFAULT_CHART).map((account) => ({ ...account })),
    isDefault: (books?.chart ?? null) === null,
    closedThrough: books?.closed_through ?? null,
    version: books?.version ?? 0,
  };
}
