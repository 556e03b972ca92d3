// Rows of one sheet, as they come. Cells say what they hold only together with lists of the
// workbook: its texts, and which of its formats are dates.
import { cellNumber } from '@doorstep/core/history/exact-number.ts';
import { sheetDate } from '@doorstep/core/history/sheet-date.ts';
import { TextCollector } from './read-shared-texts.ts';
import { isTrue } from './read-sheet-list.ts';
import type { TableRow } from './read-table.ts';
import { readXml } from './read-xml.ts';
import { recordLengthMax, recordTooLong } from './source-error.ts';

export interface CellMeanings {
  readonly texts: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  readonly epoch: 1900 | 1904;
}

/** In batches; rows of empty cells only are left out. */
export async function* readSheet(
  xml: AsyncIterable<Buffer>,
  meanings: CellMeanings,
): AsyncGenerator<readonly TableRow[]> {
  const sheet = new SheetReader(meanings);
  const listener = {
    opens: (name: string, attributes: Attributes) => sheet.opens(name, attributes),
    text: (part: string) => sheet.text(part),
    closes: (name: string) => sheet.closes(name),
  };
  const progress = { units: () => sheet.rowsSeen, line: () => sheet.line };
  for await (const _ of readXml(xml, listener, progress)) yield sheet.takeRows();
}

type Attributes = Readonly<Record<string, string>>;

/** What Excel allows; a cell far out must not make an array of a billion places. */
const columnsMax = 16_384;

class SheetReader {
  readonly #meanings: CellMeanings;
  readonly #inline = new TextCollector();
  #rows: TableRow[] = [];
  #rowsSeen = 0;
  #line = 0;
  #cells: (string | undefined)[] = [];
  #length = 0;
  #column = 0;
  #cell: Attributes = {};
  #isValue = false;
  #value = '';

  constructor(meanings: CellMeanings) {
    this.#meanings = meanings;
  }

  get rowsSeen(): number {
    return this.#rowsSeen;
  }

  get line(): number {
    return this.#line;
  }

  takeRows(): readonly TableRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  opens(name: string, attributes: Attributes): void {
    this.#inline.opens(name);
    this.#isValue = name === 'v';
    if (name === 'row') {
      this.#line = Number(attributes['r'] ?? this.#line + 1);
      this.#column = 0;
    }
    if (name !== 'c') return;
    this.#column = columnOf(attributes['r']) ?? this.#column + 1;
    this.#cell = attributes;
    this.#value = '';
  }

  text(part: string): void {
    this.#inline.text(part);
    if (this.#isValue) this.#value += part;
  }

  closes(name: string): void {
    this.#inline.closes(name);
    this.#isValue = false;
    if (name === 'c') this.#endCell();
    if (name === 'row') this.#endRow();
  }

  #endCell(): void {
    const inline = this.#inline.take();
    const text = this.#cell['t'] === 'inlineStr' ? inline : this.#meaning(this.#value);
    if (text === '' || this.#column > columnsMax) return;
    this.#length += text.length;
    if (this.#length > recordLengthMax) throw recordTooLong(this.#line);
    while (this.#cells.length < this.#column) this.#cells.push(undefined);
    this.#cells[this.#column - 1] = text;
  }

  #meaning(value: string): string {
    if (value === '') return '';
    switch (this.#cell['t'] ?? 'n') {
      case 's':
        return this.#meanings.texts[Number(value)] ?? '';
      case 'b':
        return String(isTrue(value));
      case 'd':
        return isoDate(value);
      case 'n':
        return this.#number(value);
      default:
        return value;
    }
  }

  #number(value: string): string {
    const isDate = this.#meanings.dateStyles.has(Number(this.#cell['s'] ?? 0));
    const date = isDate ? sheetDate(Number(value), this.#meanings.epoch) : null;
    return date ?? cellNumber(value);
  }

  #endRow(): void {
    if (this.#cells.length > 0) this.#rows.push({ line: this.#line, cells: this.#cells });
    this.#rowsSeen += 1;
    this.#cells = [];
    this.#length = 0;
  }
}

/** AB12 → 28. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}

function isoDate(value: string): string {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d))?/.exec(value);
  return match === null ? value : `${match[1]} ${match[2] ?? '00:00:00'}`;
}
