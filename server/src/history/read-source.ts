// A file of history as a stream of records, at constant memory: found out, unpacked, decoded, and
// cut into records. What is wrong with one record is told in its place; what is wrong with the file
// ends the stream with a SourceError.
import type {
  RecordProblem,
  SourceEncoding,
  SourceFormat,
  SourceItem,
  SourceRecord,
} from '@doorstep/core/history/source-record.ts';
import { decodeText, findEncoding } from './decode-text.ts';
import { findDelimiter } from './find-delimiter.ts';
import { findFormat, findTextFormat, isGzip } from './find-format.ts';
import { type Peeked, peekBytes } from './peek-bytes.ts';
import { peekText } from './peek-text.ts';
import { readJson } from './read-json.ts';
import { readNdjson } from './read-ndjson.ts';
import { readTable } from './read-table.ts';
import { readWorkbook } from './read-workbook.ts';
import { SourceError } from './source-error.ts';
import { splitRows } from './split-rows.ts';
import { unpackGzip } from './unpack-gzip.ts';

export interface ReadSourceOptions {
  readonly fileName: string;
  /**
   * Where in a JSON document the records are, tried in order: `orders`, `payload.Orders`; `*` is
   * any place in a list. '' is the document itself: a list of records, or one record.
   */
  readonly recordPaths: readonly string[];
  /** Unless a mark at the beginning says otherwise; UTF-8 if nothing is said. */
  readonly encoding?: SourceEncoding | undefined;
  /** One character. */
  readonly delimiter?: string | undefined;
  /** Of a workbook; its first visible sheet if nothing is said. */
  readonly sheet?: string | undefined;
  /** Columns that the profile needs. */
  readonly requiredColumns?: readonly string[] | undefined;
}

interface Opened {
  readonly format: SourceFormat;
  /** In batches: a promise for each record would take longer than reading it. */
  readonly batches: AsyncIterable<readonly (SourceRecord | RecordProblem)[]>;
}

/** The format comes first. Throws a SourceError where the file as a whole cannot be read. */
export async function* readSource(
  bytes: AsyncIterable<Uint8Array>,
  options: ReadSourceOptions,
): AsyncGenerator<SourceItem> {
  const source = bytes[Symbol.asyncIterator]();
  await using resources = new AsyncDisposableStack();
  resources.defer(async () => {
    await source.return?.();
  });
  const { format, batches } = await open(source, options, resources);
  yield { format };
  for await (const batch of batches) for (const item of batch) yield item;
}

async function open(
  source: AsyncIterator<Uint8Array>,
  options: ReadSourceOptions,
  resources: AsyncDisposableStack,
): Promise<Opened> {
  const packed = await peekBytes(source, (size) => size >= headBytesMin);
  const gzip = isGzip(packed.head);
  const { head, bytes } = gzip ? await peekUnpacked(packed, resources) : packed;
  const encoding = findEncoding(head, options.encoding);
  if (head.length === 0) throw emptyFile();
  if (findFormat(head) === 'zip') {
    const table = await readWorkbook(bytes, options, resources);
    if (table === null) throw emptyFile();
    const { columns, records } = table;
    return {
      format: { format: 'xlsx', gzip, encoding: 'utf-8', delimiter: null, columns },
      batches: records,
    };
  }
  return openText({ bytes, gzip, encoding }, options, resources);
}

/** Enough for every signature. */
const headBytesMin = 512;

async function peekUnpacked({ bytes }: Peeked, resources: AsyncDisposableStack): Promise<Peeked> {
  const unpacked = unpackGzip(bytes);
  resources.defer(async () => {
    await unpacked.return(undefined);
  });
  return peekBytes(unpacked, (size) => size >= headBytesMin);
}

interface TextFile {
  readonly bytes: AsyncIterable<Buffer>;
  readonly gzip: boolean;
  readonly encoding: SourceEncoding;
}

async function openText(
  { bytes, gzip, encoding }: TextFile,
  options: ReadSourceOptions,
  resources: AsyncDisposableStack,
): Promise<Opened> {
  const { head, text } = await peekText(decodeText(bytes, encoding));
  if (head.trim() === '') throw emptyFile();
  const format = findTextFormat(head, options.fileName);
  const rest = { format, gzip, encoding };
  if (format === 'csv') {
    const delimiter = options.delimiter ?? findDelimiter(head, options.fileName);
    const table = await readTable(splitRows(text, delimiter), options.requiredColumns ?? []);
    if (table === null) throw emptyFile();
    return { format: { ...rest, delimiter, columns: table.columns }, batches: table.records };
  }
  const batches =
    format === 'ndjson' ? readNdjson(text) : await readJson(text, options.recordPaths, resources);
  return { format: { ...rest, delimiter: null, columns: null }, batches };
}

function emptyFile(): SourceError {
  return new SourceError({
    code: 'empty-file',
    line: 1,
    byte: 1,
    detail: 'The file is empty.',
    suggestion: 'Check that the export was finished, and that this is the file you meant.',
  });
}
