// The parts of an XLSX file: a zip of XML. Nothing is unpacked further than it is read.
import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { unknownFormat } from './find-format.ts';
import { SourceError } from './source-error.ts';

export interface Workbook {
  readonly has: (path: string) => boolean;
  /** Throws `workbook-broken` where the part is missing or damaged. */
  readonly part: (path: string) => AsyncGenerator<Buffer>;
}

/** More than any workbook has; a zip may claim billions. */
const partsMax = 10_000;

export async function openWorkbook(
  path: string,
  resources: AsyncDisposableStack,
): Promise<Workbook> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(
    (error: unknown) => {
      throw brokenWorkbook(error);
    },
  );
  resources.defer(() => zip.close());
  const entries = await listEntries(zip);
  if (!entries.has('xl/workbook.xml')) throw noWorkbook(entries);
  return {
    has: (part) => entries.has(part),
    part: (part) => readPart(zip, entries.get(part), part),
  };
}

async function listEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= partsMax) throw new Error(`more than ${partsMax} parts`);
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw brokenWorkbook(error);
  }
  return entries;
}

async function* readPart(
  zip: ZipFile,
  entry: Entry | undefined,
  path: string,
): AsyncGenerator<Buffer> {
  if (entry === undefined) throw brokenWorkbook(new Error(`${path} is missing`));
  let stream: Readable | undefined;
  try {
    stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) yield chunk;
  } catch (error) {
    throw error instanceof SourceError ? error : brokenWorkbook(error);
  } finally {
    stream?.destroy();
  }
}

export function brokenWorkbook(error: unknown): SourceError {
  const reason = error instanceof Error ? error.message : String(error);
  return new SourceError({
    code: 'workbook-broken',
    detail: `The workbook is damaged or cut short (${reason}).`,
    suggestion: 'Open it in Excel or LibreOffice and save it anew, or export it once more.',
    cause: error,
  });
}

function noWorkbook(entries: ReadonlyMap<string, Entry>): SourceError {
  if (entries.has('xl/workbook.bin')) {
    return unknownFormat('a binary workbook (.xlsb)', 'Save it as .xlsx or CSV.');
  }
  if (entries.has('content.xml')) {
    return unknownFormat('an OpenDocument file (.ods)', 'Save it as .xlsx or CSV.');
  }
  return unknownFormat('a zip archive without a workbook', 'Unpack it and import what is in it.');
}
