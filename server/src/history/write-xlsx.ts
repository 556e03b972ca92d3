// A workbook (ECMA-376) as a stream: one sheet, and further ones where it is full.
// cspell:ignore calibri fmts openxmlformats rels

import type { ColumnKind } from '@doorstep/contract/export-forms.ts';
import type { Value } from './export-column.ts';
import type { Named, RowFormat } from './write-rows.ts';
import { writeZip, type ZipEntry } from './write-zip.ts';

/** What a sheet can hold, its head included. */
const ROWS_MAX = 1_048_576;
/** Well below the 4 GiB of an entry of a zip file. */
const SHEET_CHARACTERS_MAX = 1_000_000_000;
const TEXT_MAX = 32_767;
/** A spreadsheet counts in binary with some 15 digits: longer numbers stay text. */
const DIGITS_MAX = 15;
/** Places in cellXfs below. */
const BOLD = 1;
const TIME = 2;
const TEXT = 3;
const OF_DECIMALS = [4, 5, 6, 7, 8];

export interface XlsxOptions {
  /** Of the sheet. */
  readonly title: string;
  readonly columns: readonly Named[];
  /** At most so many rows on a sheet; tests have few. */
  readonly rowsMax?: number;
}

export function writeXlsx(
  pages: AsyncIterable<readonly string[]>,
  options: XlsxOptions,
): AsyncIterable<Buffer> {
  return writeZip(entriesOf(pages, options));
}

export const XLSX_ROWS: RowFormat = {
  cell: cellOf,
  row: (cells) => `<row>${cells.join('')}</row>`,
  head: (columns) => `<row>${columns.map(({ name }) => textCell(name, BOLD)).join('')}</row>`,
};

async function* entriesOf(
  pages: AsyncIterable<readonly string[]>,
  options: XlsxOptions,
): AsyncGenerator<ZipEntry> {
  const rows = batched(pages, options.rowsMax ?? ROWS_MAX);
  const titles: string[] = [];
  for (let isMore = true; isMore; ) {
    titles.push(titles.length === 0 ? options.title : `${options.title} ${titles.length + 1}`);
    yield {
      name: `xl/worksheets/sheet${titles.length}.xml`,
      content: sheetOf(options.columns, rows),
    };
    isMore = rows.isMore();
  }
  yield { name: 'xl/styles.xml', content: [STYLES] };
  yield { name: 'xl/workbook.xml', content: [workbookOf(titles)] };
  yield { name: 'xl/_rels/workbook.xml.rels', content: [relationsOf(titles)] };
  yield { name: '_rels/.rels', content: [RELATIONS] };
  yield { name: '[Content_Types].xml', content: [typesOf(titles)] };
}

interface Batches {
  /** What still fits on a sheet of so many rows and characters; undefined when it is full or all is said. */
  next(sheet: { rows: number; characters: number }): Promise<string | undefined>;
  isMore(): boolean;
}

function batched(pages: AsyncIterable<readonly string[]>, rowsMax: number): Batches {
  const iterator = pages[Symbol.asyncIterator]();
  let rest: readonly string[] = [];
  let isDone = false;
  return {
    async next(sheet) {
      while (rest.length === 0 && !isDone) {
        const page = await iterator.next();
        if (page.done === true) isDone = true;
        else rest = page.value;
      }
      const room = sheet.characters < SHEET_CHARACTERS_MAX ? rowsMax - sheet.rows : 0;
      if (rest.length === 0 || room <= 0) return undefined;
      const fitting = rest.slice(0, room);
      rest = rest.slice(room);
      const text = fitting.join('');
      sheet.rows += fitting.length;
      sheet.characters += text.length;
      return text;
    },
    isMore: () => rest.length > 0,
  };
}

async function* sheetOf(columns: readonly Named[], rows: Batches): AsyncGenerator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.map(widthOf).join('')}</cols><sheetData>${XLSX_ROWS.head(columns)}`;
  const sheet = { rows: 1, characters: 0 };
  for (let text = await rows.next(sheet); text !== undefined; text = await rows.next(sheet))
    yield text;
  yield '</sheetData></worksheet>';
}

const WIDTHS: Readonly<Record<ColumnKind, number>> = {
  text: 20,
  json: 20,
  time: 20,
  amount: 12,
  decimal: 12,
  integer: 10,
  flag: 10,
};

function widthOf({ kind }: Named, place: number): string {
  return `<col min="${place + 1}" max="${place + 1}" width="${WIDTHS[kind]}" customWidth="1"/>`;
}

function cellOf(kind: ColumnKind, value: Value): string {
  if (value === null) return '<c/>';
  if (kind === 'flag') return `<c t="b"><v>${value ? 1 : 0}</v></c>`;
  if (kind === 'time') return timeCell(String(value));
  if (kind === 'text' || kind === 'json') return textCell(String(value), TEXT);
  return numberCell(String(value));
}

function numberCell(text: string): string {
  const [, whole = '', decimals = ''] = /^-?(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === '' || whole.length + decimals.length > DIGITS_MAX) return textCell(text, TEXT);
  const style = OF_DECIMALS[decimals.length];
  return style === undefined ? `<c><v>${text}</v></c>` : `<c s="${style}"><v>${text}</v></c>`;
}

const DAY_MS = 86_400_000;
/** The day 0 of a spreadsheet, in days before 1970; it holds no day before March 1900 rightly. */
const DAYS_BEFORE_1970 = 25_569;
const FIRST_DAY = 61;

function timeCell(iso: string): string {
  const days = Date.parse(iso) / DAY_MS + DAYS_BEFORE_1970;
  return days < FIRST_DAY ? textCell(iso, TEXT) : `<c s="${TIME}"><v>${days}</v></c>`;
}

function textCell(text: string, style: number): string {
  const fitting = text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX - 1)}…` : text;
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(fitting)}</t></is></c>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** XML has no form for control characters; spreadsheets write them as _x0007_, and _x005F_ for _. */
function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not stand there
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (character) => {
        const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
        return `_x${code}_`;
      })
      .replaceAll(/[&<>]/g, (character) => ENTITIES[character] ?? character)
  );
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const FORMATS = ['0', '0.0', '0.00', '0.000', '0.0000'];

/** The usual, bold, a time, text, and numbers of 0 to 4 decimals. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="${FORMATS.length + 1}"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm:ss"/>${FORMATS.map((format, place) => `<numFmt numFmtId="${165 + place}" formatCode="${format}"/>`).join('')}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${FORMATS.length + 4}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>${FORMATS.map((_, place) => `<xf numFmtId="${165 + place}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`;

const RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

function workbookOf(titles: readonly string[]): string {
  const sheets = titles.map(
    (title, place) =>
      `<sheet name="${escapeXml(title)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`,
  );
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function relationsOf(titles: readonly string[]): string {
  const sheets = titles.map(
    (_, place) =>
      `<Relationship Id="rId${place + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${place + 1}.xml"/>`,
  );
  const styles = `<Relationship Id="rId${titles.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/>`;
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}${styles}</Relationships>`;
}

function typesOf(titles: readonly string[]): string {
  const sheets = titles.map(
    (_, place) =>
      `<Override PartName="/xl/worksheets/sheet${place + 1}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`,
  );
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>${sheets.join('')}</Types>`;
}
