// What a workbook says about itself: its sheets, how it counts days, which cells are dates.
import { isDateFormat } from '@doorstep/core/history/sheet-date.ts';
import type { Workbook } from './open-workbook.ts';
import { readXml, type XmlListener } from './read-xml.ts';
import { SourceError } from './source-error.ts';

export interface SheetPlace {
  readonly path: string;
  readonly epoch: 1900 | 1904;
}

interface Sheet {
  readonly name: string;
  readonly isVisible: boolean;
  readonly relation: string;
}

/** The sheet of that name, or else the first that is visible. */
export async function readSheetList(
  workbook: Workbook,
  wanted: string | undefined,
): Promise<SheetPlace> {
  const sheets: Sheet[] = [];
  let epoch: 1900 | 1904 = 1900;
  await readWhole(workbook, 'xl/workbook.xml', (name, attributes) => {
    if (name === 'workbookPr' && isTrue(attributes['date1904'])) epoch = 1904;
    if (name !== 'sheet') return;
    const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
    const isVisible = (attributes['state'] ?? 'visible') === 'visible';
    sheets.push({ name: attributes['name'] ?? '', isVisible, relation });
  });
  const paths = await readSheetPaths(workbook);
  const tables = sheets.filter(({ relation }) => paths.has(relation));
  const chosen = tables.find(({ name, isVisible }) => (wanted ? name === wanted : isVisible));
  const path = paths.get(chosen?.relation ?? '');
  if (path === undefined) throw noSheet(wanted, tables);
  return { path, epoch };
}

async function readSheetPaths(workbook: Workbook): Promise<ReadonlyMap<string, string>> {
  const paths = new Map<string, string>();
  await readWhole(workbook, 'xl/_rels/workbook.xml.rels', (name, attributes) => {
    if (name !== 'Relationship' || !attributes['Type']?.endsWith('/worksheet')) return;
    const target = attributes['Target'] ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
    paths.set(attributes['Id'] ?? '', path);
  });
  return paths;
}

/** The places in the list of cell formats that show a date. */
export async function readDateStyles(workbook: Workbook): Promise<ReadonlySet<number>> {
  const codes = new Map<number, string>();
  const dates = new Set<number>();
  let isInCells = false;
  let place = 0;
  if (!workbook.has('xl/styles.xml')) return dates;
  await readWhole(workbook, 'xl/styles.xml', (name, attributes) => {
    if (name === 'numFmt') {
      codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
    }
    if (name === 'cellXfs') isInCells = true;
    if (name === 'cellStyles' || name === 'dxfs') isInCells = false;
    if (name !== 'xf' || !isInCells) return;
    const id = Number(attributes['numFmtId'] ?? 0);
    if (isDateFormat(id, codes.get(id))) dates.add(place);
    place += 1;
  });
  return dates;
}

async function readWhole(workbook: Workbook, path: string, opens: XmlListener['opens']) {
  const progress = { units: () => 0, line: () => 1 };
  for await (const _ of readXml(workbook.part(path), { opens }, progress));
}

export function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}

function noSheet(wanted: string | undefined, sheets: readonly Sheet[]): SourceError {
  const names = sheets.map(({ name }) => `"${name}"`).join(', ') || 'none';
  return new SourceError({
    code: 'sheet-not-found',
    detail: `The workbook has no ${wanted ? `sheet "${wanted}"` : 'visible sheet'}; its sheets: ${names}.`,
    suggestion: 'Name the sheet to read as it is written on its tab.',
  });
}
