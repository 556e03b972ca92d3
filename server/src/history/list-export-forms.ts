// What can be exported, and the columns that a table of it may have.

import type { listExportForms as operation } from '@doorstep/contract/exports.ts';
import type { AnswerOf } from '@doorstep/contract/operation.ts';
import { exportTables } from './export-tables.ts';

export function listExportForms(): AnswerOf<typeof operation>['items'] {
  return Object.entries(exportTables).map(([name, { columns, partColumns }]) => ({
    name,
    columns: [
      ...columns.map((column) => ({ name: column.name, isOfPart: false })),
      ...partColumns.map((column) => ({ name: column.name, isOfPart: true })),
    ],
  }));
}
