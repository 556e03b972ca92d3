// A table that lacks a column its profile needs is refused at once, before any row.
import { missingColumns } from '@doorstep/core/history/columns.ts';
import { SourceError } from './source-error.ts';

export function checkColumns(
  columns: readonly string[],
  required: readonly string[],
  line: number,
): void {
  const missing = missingColumns(required, columns);
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(', ');
  const meant = missing
    .filter((each) => each.meant !== null)
    .map((each) => `"${each.meant}" where "${each.name}" is wanted`);
  throw new SourceError({
    code: 'columns-missing',
    line,
    detail:
      `The header on line ${line} lacks ${missing.length === 1 ? 'the column' : 'the columns'} ` +
      `${names}. It has: ${columns.slice(0, 100).join(', ')}.`,
    suggestion:
      meant.length > 0
        ? `Did you mean ${meant.join(', ')}? Rename it, or use a profile that knows it.`
        : 'Check that the profile is the one for this file, and that its first row is the header.',
  });
}
