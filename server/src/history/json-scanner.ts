// Walks through JSON of any size and checks its grammar without building values: it knows where in
// the document it is, and tells a listener where values begin and end.
import { recordLengthMax, recordTooLong, SourceError } from './source-error.ts';

export type JsonKind = 'object' | 'array' | 'plain';

export interface JsonListener {
  /** `path` is live: keys, and `*` for a place in a list. `at` counts in the piece. */
  readonly begins: (path: readonly string[], kind: JsonKind, at: number) => void;
  /** The value ended before `at`. */
  readonly ends: (path: readonly string[], at: number) => void;
}

type Wanted = 'value' | 'first-item' | 'first-key' | 'key' | 'colon' | 'comma' | 'nothing';

const depthMax = 500;
const quote = 0x22;
const backslash = 0x5c;
const scalarPattern = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

const scalarEnds = new Set([...' \t\r\n,:"[]{}'].map((letter) => letter.charCodeAt(0)));

export class JsonScanner {
  readonly #listener: JsonListener;
  readonly #path: string[] = [];
  readonly #kinds: ('object' | 'array')[] = [];
  #wanted: Wanted = 'value';
  #token: 'key' | 'string' | 'scalar' | null = null;
  /** The text of a key or a scalar. */
  #text = '';
  #tokenLength = 0;
  /** 0: none; -1: after a backslash; else hexadecimal digits to come. */
  #escape = 0;
  #line = 1;
  /** Of the line's beginning, in the piece at hand; negative if it was in one before. */
  #lineStart = 0;
  #afterReturn = false;

  constructor(listener: JsonListener) {
    this.#listener = listener;
  }

  get line(): number {
    return this.#line;
  }

  take(piece: string): void {
    for (let at = 0; at < piece.length; ) at = this.#step(piece, at);
    this.#lineStart -= piece.length;
  }

  finish(): void {
    if (this.#token === 'scalar') this.#endScalar(0);
    if (this.#wanted !== 'nothing' || this.#token !== null) throw this.#broken(0, 'it breaks off');
  }

  #step(piece: string, at: number): number {
    if (this.#token === 'scalar') return this.#takeScalar(piece, at);
    if (this.#token !== null) return this.#takeString(piece, at);
    const letter = piece[at] ?? '';
    if (letter === ' ' || letter === '\t') return at + 1;
    if (letter === '\n' || letter === '\r') return this.#breakLine(letter, at);
    this.#afterReturn = false;
    this.#takeLetter(letter, at);
    // A scalar begins with its first letter, which is still to be taken.
    return (this.#token as string | null) === 'scalar' ? at : at + 1;
  }

  #breakLine(letter: string, at: number): number {
    if (!(this.#afterReturn && letter === '\n')) this.#line += 1;
    this.#lineStart = at + 1;
    this.#afterReturn = letter === '\r';
    return at + 1;
  }

  #takeLetter(letter: string, at: number): void {
    const isFirst = this.#wanted === 'first-item' || this.#wanted === 'first-key';
    if (letter === '}' || letter === ']') {
      const kind = letter === '}' ? 'object' : 'array';
      const isEnd = (isFirst || this.#wanted === 'comma') && this.#kinds.at(-1) === kind;
      if (!isEnd) throw this.#unexpected(letter, at);
      this.#kinds.pop();
      this.#path.pop();
      this.#endValue(at + 1);
    } else if (this.#wanted === 'comma' && letter === ',') {
      this.#wanted = this.#kinds.at(-1) === 'object' ? 'key' : 'value';
    } else if (this.#wanted === 'colon' && letter === ':') this.#wanted = 'value';
    else if (this.#wanted === 'key' || this.#wanted === 'first-key') {
      if (letter !== '"') throw this.#unexpected(letter, at);
      this.#token = 'key';
    } else if (this.#wanted === 'value' || this.#wanted === 'first-item') {
      this.#beginValue(letter, at);
    } else throw this.#unexpected(letter, at);
  }

  #beginValue(letter: string, at: number): void {
    const kind = letter === '{' ? 'object' : letter === '[' ? 'array' : 'plain';
    if (kind === 'plain' && !/[-\d"tfn]/.test(letter)) throw this.#unexpected(letter, at);
    this.#listener.begins(this.#path, kind, at);
    if (kind === 'plain') {
      this.#token = letter === '"' ? 'string' : 'scalar';
      return;
    }
    if (this.#kinds.length >= depthMax) throw this.#broken(at, 'it is nested too deeply');
    this.#kinds.push(kind);
    this.#path.push(kind === 'array' ? '*' : '');
    this.#wanted = kind === 'array' ? 'first-item' : 'first-key';
  }

  #endValue(at: number): void {
    this.#listener.ends(this.#path, at);
    this.#wanted = this.#kinds.length === 0 ? 'nothing' : 'comma';
  }

  #takeScalar(piece: string, at: number): number {
    let end = at;
    while (end < piece.length && !scalarEnds.has(piece.charCodeAt(end))) end += 1;
    this.#keep(piece.slice(at, end));
    if (end < piece.length) this.#endScalar(end);
    return end;
  }

  #endScalar(at: number): void {
    if (!scalarPattern.test(this.#text)) {
      throw this.#broken(
        at - this.#text.length,
        `${JSON.stringify(this.#text.slice(0, 40))} is no value`,
      );
    }
    this.#endToken();
    this.#endValue(at);
  }

  #takeString(piece: string, at: number): number {
    if (this.#escape !== 0) {
      this.#takeEscape(piece[at] ?? '', at);
      this.#keep(piece.slice(at, at + 1));
      return at + 1;
    }
    let end = at;
    let code = piece.charCodeAt(end);
    // Most of a file passes through here.
    while (end < piece.length && code !== quote && code !== backslash && code >= 0x20) {
      end += 1;
      code = piece.charCodeAt(end);
    }
    if (code < 0x20) throw this.#broken(end, 'a text is not closed on its line');
    if (code === backslash) this.#escape = -1;
    this.#keep(piece.slice(at, code === backslash ? end + 1 : end));
    if (end === piece.length) return end;
    if (code === quote) this.#endString(end + 1);
    return end + 1;
  }

  #takeEscape(letter: string, at: number): void {
    if (this.#escape > 0 && /[\da-fA-F]/.test(letter)) this.#escape -= 1;
    else if (this.#escape === -1 && letter === 'u') this.#escape = 4;
    else if (this.#escape === -1 && /[bfn"\\/rt]/.test(letter)) this.#escape = 0;
    else throw this.#broken(at, 'a backslash begins no valid escape');
  }

  #endString(at: number): void {
    const isKey = this.#token === 'key';
    if (isKey) {
      const key = this.#text.includes('\\')
        ? (JSON.parse(`"${this.#text}"`) as string)
        : this.#text;
      this.#path[this.#path.length - 1] = key;
      this.#wanted = 'colon';
    }
    this.#endToken();
    if (!isKey) this.#endValue(at);
  }

  /** Whatever comes, no more than one record is held. */
  #keep(part: string): void {
    this.#tokenLength += part.length;
    if (this.#tokenLength > recordLengthMax) throw recordTooLong(this.#line);
    if (this.#token !== 'string') this.#text += part;
  }

  #endToken(): void {
    this.#token = null;
    this.#text = '';
    this.#tokenLength = 0;
  }

  #unexpected(letter: string, at: number): SourceError {
    const where: Record<Wanted, string> = {
      value: 'a value',
      'first-item': 'a value or ]',
      'first-key': 'a key in quotes or }',
      key: 'a key in quotes',
      colon: 'a colon',
      comma: `a comma or ${this.#kinds.at(-1) === 'object' ? '}' : ']'}`,
      nothing: 'the end',
    };
    return this.#broken(
      at,
      `${JSON.stringify(letter)} stands where ${where[this.#wanted]} belongs`,
    );
  }

  #broken(at: number, reason: string): SourceError {
    const place = `line ${this.#line}, column ${at - this.#lineStart + 1}`;
    return new SourceError({
      code: 'json-broken',
      line: this.#line,
      detail: `The JSON breaks at ${place}: ${reason}.`,
      suggestion: 'Export the file once more, or repair it there.',
    });
  }
}
