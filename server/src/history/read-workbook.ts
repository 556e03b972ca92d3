// A sheet of an XLSX file as records. The index of a zip stands at its end, so the file is spooled.
import { openWorkbook } from './open-workbook.ts';
import { readSharedTexts } from './read-shared-texts.ts';
import { readSheet } from './read-sheet.ts';
import { readDateStyles, readSheetList } from './read-sheet-list.ts';
import { readTable, type Table } from './read-table.ts';
import { spoolBytes } from './spool-bytes.ts';

interface WorkbookOptions {
  readonly sheet?: string | undefined;
  readonly requiredColumns?: readonly string[] | undefined;
}

/** Null if the sheet is empty. */
export async function readWorkbook(
  bytes: AsyncIterable<Buffer>,
  options: WorkbookOptions,
  resources: AsyncDisposableStack,
): Promise<Table | null> {
  const spool = resources.use(await spoolBytes(bytes));
  const workbook = await openWorkbook(spool.path, resources);
  const { path, epoch } = await readSheetList(workbook, options.sheet);
  const dateStyles = await readDateStyles(workbook);
  const texts = await readSharedTexts(workbook);
  const rows = readSheet(workbook.part(path), { texts, dateStyles, epoch });
  return readTable(rows, options.requiredColumns ?? []);
}
