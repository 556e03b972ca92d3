// Files of history for tests: read from memory, and workbooks made by hand.

import { crc32, deflateRawSync } from 'node:zlib';
import type {
  RecordProblem,
  SourceFormat,
  SourceItem,
  SourceRecord,
} from '@doorstep/core/history/source-record.ts';
import { type ReadSourceOptions, readSource } from '../src/history/read-source.ts';
import { SourceError } from '../src/history/source-error.ts';

export interface SourceRead {
  readonly format: SourceFormat | null;
  readonly records: readonly SourceRecord[];
  readonly problems: readonly RecordProblem[];
  readonly error: SourceError | null;
}

/** Reads all, and what was wrong; an error that is no SourceError is thrown. */
export async function readAll(
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
  options: Partial<ReadSourceOptions> = {},
): Promise<SourceRead> {
  const isStream = typeof content === 'object' && Symbol.asyncIterator in content;
  const items = await collect(isStream ? content : inPieces(Buffer.from(content)), options);
  return {
    format: items.found.flatMap((item) => ('format' in item ? [item.format] : []))[0] ?? null,
    records: items.found.filter((item) => 'value' in item),
    problems: items.found.filter((item) => 'code' in item),
    error: items.error,
  };
}

async function collect(bytes: AsyncIterable<Uint8Array>, options: Partial<ReadSourceOptions>) {
  const found: SourceItem[] = [];
  try {
    const all = { fileName: 'orders', recordPaths: ['orders', ''], ...options };
    for await (const item of readSource(bytes, all)) found.push(item);
    return { found, error: null };
  } catch (error) {
    if (error instanceof SourceError) return { found, error };
    throw error;
  }
}

/** Cut at the given places, or not at all. */
export async function* inPieces(
  bytes: Uint8Array,
  cuts: readonly number[] = [],
): AsyncGenerator<Uint8Array> {
  const places = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])];
  places.sort((left, right) => left - right);
  for (const [index, place] of places.entries()) {
    const piece = bytes.subarray(place, places[index + 1] ?? place);
    if (piece.length > 0) yield piece;
  }
}

export interface SheetFile {
  readonly rows: string;
  readonly texts?: string;
  readonly styles?: string;
  readonly workbook?: string;
}

/** The least that is a workbook: one sheet "Orders" after one that is hidden. */
export function workbookOf({ rows, texts, styles, workbook }: SheetFile): Buffer {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const sheets =
    '<sheet name="Lists" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Orders" sheetId="2" r:id="rId2"/>';
  const hidden =
    '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>';
  const relation = (id: number) =>
    `<Relationship Id="rId${id}" Type="${relations}/worksheet" Target="worksheets/sheet${id}.xml"/>`;
  return zipOf({
    'xl/workbook.xml': `<workbook xmlns:r="${relations}">${workbook ?? ''}<sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation(1)}${relation(2)}</Relationships>`,
    'xl/worksheets/sheet1.xml': hidden,
    'xl/worksheets/sheet2.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    ...(texts && { 'xl/sharedStrings.xml': `<sst>${texts}</sst>` }),
    ...(styles && { 'xl/styles.xml': `<styleSheet>${styles}</styleSheet>` }),
  });
}

export function zipOf(parts: Readonly<Record<string, string>>): Buffer {
  const files: Buffer[] = [];
  const index: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(parts)) {
    const name = Buffer.from(path);
    const packed = deflateRawSync(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(text), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(Buffer.byteLength(text), 18);
    common.writeUInt16LE(name.length, 22);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    index.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, name);
    files.push(file);
    offset += file.length;
  }
  const directory = Buffer.concat(index);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, directory, end]);
}
