// Rows of a table that is text: RFC 4180, and what people make of it, that is any line break, and
// quotes inside fields that are not quoted. By hand, so that it can say where a quote opened and
// never holds more than one record; see docs/decisions/0014-reading-files.md.
import { countLineBreaks } from './line-count.ts';
import type { TableRow } from './read-table.ts';
import { recordLengthMax, recordTooLong, SourceError } from './source-error.ts';

/** In batches, one for each piece of text; blank lines are left out. */
export async function* splitRows(
  text: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<readonly TableRow[]> {
  const splitter = new RowSplitter(delimiter);
  for await (const piece of text) yield splitter.take(piece);
  yield splitter.finish();
}

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

class RowSplitter {
  readonly #delimiter: number;
  #state: 'row' | 'field' | 'plain' | 'quoted' | 'after-quote' = 'row';
  #rows: TableRow[] = [];
  #line = 1;
  #rowLine = 1;
  #quoteLine = 1;
  /** In the piece at hand; negative if the row began in one before. */
  #rowStart = 0;
  #cells: string[] = [];
  #field = '';
  #isQuoted = false;
  /** The last character was a CR: an LF that follows belongs to it. */
  #afterReturn = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  take(piece: string): readonly TableRow[] {
    for (let at = 0; at < piece.length; ) at = this.#step(piece, at);
    if (this.#state === 'row') this.#rowStart = piece.length;
    this.#checkLength(piece.length);
    this.#rowStart -= piece.length;
    return this.#takeRows();
  }

  finish(): readonly TableRow[] {
    if (this.#state === 'quoted') throw openQuote(this.#quoteLine);
    if (this.#state !== 'row') this.#endRow();
    return this.#takeRows();
  }

  /** Answers how far it came. */
  #step(piece: string, at: number): number {
    const code = piece.charCodeAt(at);
    switch (this.#state) {
      case 'row':
        return this.#startRow(code, at);
      case 'field':
        this.#isQuoted = code === quote;
        this.#quoteLine = this.#line;
        this.#state = this.#isQuoted ? 'quoted' : 'plain';
        return this.#isQuoted ? at + 1 : at;
      case 'plain':
        return this.#takePlain(piece, at);
      case 'quoted':
        return this.#takeQuoted(piece, at);
      case 'after-quote':
        return this.#takeAfterQuote(code, at);
    }
  }

  #startRow(code: number, at: number): number {
    const isRest = this.#afterReturn && code === lineFeed;
    this.#afterReturn = false;
    if (isRest) return at + 1;
    this.#state = 'field';
    this.#rowStart = at;
    this.#rowLine = this.#line;
    return at;
  }

  #takePlain(piece: string, at: number): number {
    let end = at;
    while (end < piece.length && !this.#endsField(piece.charCodeAt(end))) end += 1;
    if (end > at) this.#field += piece.slice(at, end);
    if (end === piece.length) return end;
    const code = piece.charCodeAt(end);
    if (code === this.#delimiter) this.#endField();
    else {
      this.#checkLength(end);
      this.#endRow();
      this.#afterReturn = code === carriageReturn;
    }
    return end + 1;
  }

  #endsField(code: number): boolean {
    return code === this.#delimiter || code === lineFeed || code === carriageReturn;
  }

  #takeQuoted(piece: string, at: number): number {
    const end = piece.indexOf('"', at);
    const part = piece.slice(at, end === -1 ? piece.length : end);
    const isRest = this.#afterReturn && part.startsWith('\n');
    this.#line += countLineBreaks(part, isRest ? 1 : 0);
    this.#afterReturn = end === -1 && part.endsWith('\r');
    this.#field += part;
    if (end === -1) return piece.length;
    this.#state = 'after-quote';
    return end + 1;
  }

  #takeAfterQuote(code: number, at: number): number {
    if (code === quote) {
      this.#field += '"';
      this.#state = 'quoted';
      return at + 1;
    }
    if (!this.#endsField(code)) {
      if (this.#line > this.#quoteLine) throw closedInText(this.#quoteLine, this.#line);
      // "Best" mug: the quotes belong to the text.
      this.#field = `"${this.#field}"`;
    }
    this.#state = 'plain';
    return at;
  }

  #endField(): void {
    this.#cells.push(this.#field);
    this.#field = '';
    this.#state = 'field';
  }

  #endRow(): void {
    const isBlank = this.#cells.length === 0 && this.#field === '' && !this.#isQuoted;
    this.#endField();
    if (!isBlank) this.#rows.push({ line: this.#rowLine, cells: this.#cells });
    this.#cells = [];
    this.#isQuoted = false;
    this.#line += 1;
    this.#state = 'row';
  }

  #checkLength(end: number): void {
    // A place in a list costs 8 bytes, even of an empty cell.
    if (end - this.#rowStart + this.#cells.length * 8 <= recordLengthMax) return;
    const isOpen = this.#state === 'quoted' && this.#line > this.#quoteLine;
    throw isOpen ? openQuote(this.#quoteLine) : recordTooLong(this.#rowLine);
  }

  #takeRows(): readonly TableRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }
}

function openQuote(line: number): SourceError {
  return new SourceError({
    code: 'quote-broken',
    line,
    detail: `A quote opens on line ${line} and is not closed within 4 MB, or before the end.`,
    suggestion: 'Close it, or double it ("") if it belongs to the text.',
  });
}

function closedInText(line: number, closedLine: number): SourceError {
  return new SourceError({
    code: 'quote-broken',
    line,
    detail:
      `A quote opens on line ${line}; the next one, on line ${closedLine}, stands in the middle of ` +
      'a field. Rows between them cannot be told apart.',
    suggestion: 'Close the first one, or double it ("") if it belongs to the text.',
  });
}
