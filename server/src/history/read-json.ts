// Records of a JSON document of any size. It is walked through twice: a place that is named first
// may come last in the document, and a document that is broken gives no records at all.
import {
  isJsonObject,
  type RecordProblem,
  type SourceRecord,
} from '@doorstep/core/history/source-record.ts';
import { decodeText } from './decode-text.ts';
import { type JsonKind, JsonScanner } from './json-scanner.ts';
import { parseJson } from './parse-json.ts';
import { recordProblem } from './read-ndjson.ts';
import { recordLengthMax, recordTooLong, SourceError } from './source-error.ts';
import { spoolBytes } from './spool-bytes.ts';

type Item = SourceRecord | RecordProblem;

/** Throws at once if the document is broken, or has no records. */
export async function readJson(
  text: AsyncIterable<string>,
  recordPaths: readonly string[],
  resources: AsyncDisposableStack,
): Promise<AsyncIterable<readonly Item[]>> {
  const search = new RecordSearch(recordPaths);
  const spool = resources.use(await spoolBytes(search.watch(text)));
  return cutRecords(decodeText(spool.bytes(), 'utf-8'), search.recordPath());
}

/** Looks at a document as it passes, and checks all of it. */
class RecordSearch {
  readonly #paths: readonly string[];
  readonly #deepest: number;
  readonly #kinds = new Map<string, JsonKind>();
  readonly #keys = new Set<string>();

  constructor(paths: readonly string[]) {
    this.#paths = paths;
    this.#deepest = Math.max(0, ...paths.map((path) => keysOf(path).length));
  }

  async *watch(text: AsyncIterable<string>): AsyncGenerator<string> {
    const scanner = new JsonScanner({
      begins: (path, kind) => this.#see(path, kind),
      ends: () => {},
    });
    for await (const piece of text) {
      scanner.take(piece);
      yield piece;
    }
    scanner.finish();
  }

  /** Where a record begins; `*` is any place in a list. */
  recordPath(): string {
    for (const path of this.#paths) {
      const kind = this.#kinds.get(path);
      if (kind === 'array') return path === '' ? '*' : `${path}.*`;
      if (kind === 'object') return path;
    }
    throw notFound(this.#paths, [...this.#keys]);
  }

  #see(path: readonly string[], kind: JsonKind): void {
    if (path.length === 1 && this.#keys.size < keysShownMax) this.#keys.add(path[0] ?? '');
    if (path.length > this.#deepest || kind === 'plain') return;
    const at = path.join('.');
    if (this.#paths.includes(at)) this.#kinds.set(at, kind);
  }
}

const keysShownMax = 50;

function keysOf(path: string): readonly string[] {
  return path === '' ? [] : path.split('.');
}

function notFound(paths: readonly string[], keys: readonly string[]): SourceError {
  const wanted = paths.map((path) => (path === '' ? 'the document itself' : path)).join(', ');
  const there = keys.map((key) => (key === '*' ? 'a list' : key)).join(', ') || 'nothing';
  return new SourceError({
    code: 'records-not-found',
    line: 1,
    detail: `No records were found at ${wanted}. The document holds: ${there}.`,
    suggestion: 'Choose the profile that is made for this file, or name the place in yours.',
  });
}

async function* cutRecords(
  text: AsyncIterable<string>,
  recordPath: string,
): AsyncGenerator<readonly Item[]> {
  const cutter = new RecordCutter(recordPath);
  for await (const piece of text) yield cutter.take(piece);
}

/** Cuts the text of each record out and makes its value. */
class RecordCutter {
  readonly #scanner: JsonScanner;
  readonly #depth: number;
  #items: Item[] = [];
  #number = 0;
  #piece = '';
  /** Of the record, from the pieces before this one; null between records. */
  #text: string | null = null;
  #start = 0;
  #line = 1;

  constructor(wanted: string) {
    this.#depth = keysOf(wanted).length;
    const isRecord = (path: readonly string[]) =>
      path.length === this.#depth && path.join('.') === wanted;
    this.#scanner = new JsonScanner({
      begins: (path, _kind, at) => {
        if (isRecord(path)) this.#begin(at);
      },
      ends: (path, at) => {
        if (isRecord(path)) this.#end(at);
      },
    });
  }

  take(piece: string): readonly Item[] {
    this.#piece = piece;
    this.#start = 0;
    this.#items = [];
    this.#scanner.take(piece);
    if (this.#text !== null) {
      this.#text += piece.slice(this.#start);
      this.#checkLength();
    }
    return this.#items;
  }

  #begin(at: number): void {
    this.#text = '';
    this.#start = at;
    this.#line = this.#scanner.line;
  }

  #end(at: number): void {
    this.#text = (this.#text ?? '') + this.#piece.slice(this.#start, at);
    this.#checkLength();
    this.#number += 1;
    const value = parseJson(this.#text);
    const place = { number: this.#number, line: this.#line };
    this.#items.push(
      isJsonObject(value)
        ? { ...place, value }
        : recordProblem({ ...place, text: this.#text, code: 'not-an-object' }),
    );
    this.#text = null;
  }

  #checkLength(): void {
    if ((this.#text ?? '').length > recordLengthMax) throw recordTooLong(this.#line);
  }
}
