// What a file is: by what it holds, and only where that leaves two answers, by its name.
import { SourceError } from './source-error.ts';

const signatures: readonly (readonly [string, string, string])[] = [
  ['%PDF', 'a PDF', 'Export the table behind it as CSV or XLSX.'],
  ['\x89PNG', 'a picture', 'Export the table itself as CSV or XLSX.'],
  ['\xff\xd8\xff', 'a picture', 'Export the table itself as CSV or XLSX.'],
  ['GIF8', 'a picture', 'Export the table itself as CSV or XLSX.'],
  ['\xd0\xcf\x11\xe0', 'an old Excel file (.xls)', 'Open it in Excel and save it as .xlsx or CSV.'],
  ['BZh', 'packed with bzip2', 'Unpack it, or pack it with gzip.'],
  ['\xfd7zXZ', 'packed with xz', 'Unpack it, or pack it with gzip.'],
  ['7z\xbc\xaf', 'packed with 7-Zip', 'Unpack it, or pack it with gzip.'],
  ['\x28\xb5\x2f\xfd', 'packed with zstd', 'Unpack it, or pack it with gzip.'],
  ['Rar!', 'packed with RAR', 'Unpack it, or pack it with gzip.'],
  ['PAR1', 'a Parquet file', 'Export it as CSV or NDJSON.'],
  ['SQLite format 3', 'a SQLite database', 'Export the table as CSV or NDJSON.'],
  ['\x1f\x8b', 'packed with gzip twice', 'Unpack it once.'],
];

export function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** Refuses what is known not to hold records. */
export function findFormat(head: Buffer): 'zip' | 'text' {
  const text = head.toString('latin1', 0, 200);
  if (text.startsWith('PK\x03\x04') || text.startsWith('PK\x05\x06')) return 'zip';
  const known = signatures.find(([signature]) => text.startsWith(signature));
  if (known !== undefined) throw unknownFormat(known[1], known[2]);
  if (/^(\xef\xbb\xbf)?\s*<(!doctype|html|\?xml|table|workbook)/i.test(text)) {
    throw unknownFormat('HTML or XML', 'Export it as CSV, XLSX, JSON or NDJSON.');
  }
  return 'text';
}

export function unknownFormat(what: string, suggestion: string): SourceError {
  return new SourceError({
    code: 'unknown-format',
    byte: 1,
    detail: `The file is ${what}; CSV, TSV, JSON, NDJSON and XLSX can be read, each also as .gz.`,
    suggestion,
  });
}

/** `head` reaches to the end of the first line, if that is not very long. */
export function findTextFormat(head: string, fileName: string): 'csv' | 'ndjson' | 'json' {
  const name = fileName.toLowerCase().replace(/\.gz$/, '');
  const isNdjson = /\.(ndjson|jsonl)$/.test(name);
  const text = head.trimStart();
  if (text.startsWith('[') && !/\.(csv|tsv|tab|txt)$/.test(name))
    return isNdjson ? 'ndjson' : 'json';
  if (!text.startsWith('{')) {
    if (isNdjson) return 'ndjson';
    return name.endsWith('.json') ? 'json' : 'csv';
  }
  if (isNdjson) return 'ndjson';
  const [first = '', ...rest] = text.split(/\r\n|\n|\r/);
  return isWholeObject(first) && rest.some((line) => line.trim() !== '') ? 'ndjson' : 'json';
}

function isWholeObject(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
