// Lines end with LF, CR LF or CR; a pair may be torn apart by the pieces a file comes in.

export class LineCount {
  /** The line that the next character stands on, from 1. */
  #line = 1;
  #endsWithReturn = false;

  get line(): number {
    return this.#line;
  }

  add(text: string): void {
    if (text === '') return;
    const start = this.#endsWithReturn && text.startsWith('\n') ? 1 : 0;
    this.#line += countLineBreaks(text, start);
    this.#endsWithReturn = text.endsWith('\r');
  }
}

export function countLineBreaks(text: string, start = 0): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  for (let at = text.indexOf('\r', start); at !== -1; at = text.indexOf('\r', at + 1)) {
    if (text.charCodeAt(at + 1) !== 0x0a) count += 1;
  }
  return count;
}
