// The import a request names.

import { type ImportId, parseId, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Statement } from '../db/statement.ts';
import type { Tx } from '../db/transaction.ts';
import { type ImportRow, selectImport } from './imports.sql.ts';

export async function findImport(
  tx: Tx,
  reference: string,
  how: Statement<ImportRow> = selectImport,
): Promise<ImportRow | Refusal> {
  const id: ImportId | undefined = parseId('import', reference);
  const row = id === undefined ? undefined : await tx.row(how, [uuidOf(id)]);
  return row ?? refuse('not-found', `There is no import ${reference}.`);
}
