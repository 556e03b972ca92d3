// Bytes to text, strictly: a wrong letter in a name would stay there for good, so nothing is
// guessed. The first byte that is none of the encoding is an error with its place.
import type { SourceEncoding } from '@doorstep/core/history/source-record.ts';
import { LineCount } from './line-count.ts';
import { SourceError } from './source-error.ts';

const byteOrderMarks: readonly (readonly [SourceEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** A mark at the beginning is more certain than what somebody chose. */
export function findEncoding(head: Buffer, chosen: SourceEncoding | undefined): SourceEncoding {
  const marked = byteOrderMarks.find(([, mark]) => mark.every((byte, at) => head[at] === byte));
  return marked?.[0] ?? chosen ?? 'utf-8';
}

/** Where a block of whole letters begins. */
interface Place {
  readonly encoding: SourceEncoding;
  readonly bytesBefore: number;
  readonly lines: LineCount;
}

/** The mark itself is left out. */
export async function* decodeText(
  bytes: AsyncIterable<Buffer>,
  encoding: SourceEncoding,
): AsyncGenerator<string> {
  const lines = new LineCount();
  let bytesBefore = 0;
  // Of a letter that is torn apart: at most 3 bytes.
  let torn: Buffer = Buffer.alloc(0);
  try {
    for await (const piece of bytes) {
      const block = torn.length === 0 ? piece : Buffer.concat([torn, piece]);
      const end = endOfLetters(block, encoding);
      torn = block.subarray(end);
      const text = decodeBlock(block.subarray(0, end), { encoding, bytesBefore, lines });
      bytesBefore += end;
      lines.add(text);
      if (text !== '') yield text;
    }
  } catch (error) {
    throw withLine(error, lines.line);
  }
  if (torn.length > 0) throw invalidText({ encoding, bytesBefore, lines }, torn[0]);
}

function endOfLetters(block: Buffer, encoding: SourceEncoding): number {
  if (encoding === 'windows-1252') return block.length;
  if (encoding !== 'utf-8') {
    const end = block.length - (block.length % 2);
    const last = block[encoding === 'utf-16le' ? end - 1 : end - 2] ?? 0;
    return last >= 0xd8 && last <= 0xdb ? end - 2 : end;
  }
  for (let back = 1; back <= Math.min(3, block.length); back += 1) {
    const byte = block[block.length - back] ?? 0;
    if (byte < 0x80) break;
    const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 0;
    if (wanted > 0) return wanted > back ? block.length - back : block.length;
  }
  return block.length;
}

function decodeBlock(block: Buffer, place: Place): string {
  const ignoreBOM = place.bytesBefore > 0;
  const text = decodeStrictly(block, place.encoding, ignoreBOM);
  if (text === null) throw invalidBlock(block, place);
  const nul = text.indexOf('\0');
  if (nul !== -1) throw nulByte(block, text.slice(0, nul), place);
  return text;
}

function decodeStrictly(block: Buffer, encoding: SourceEncoding, ignoreBOM: boolean) {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM }).decode(block);
  } catch {
    return null;
  }
}

const replacements: Readonly<Record<SourceEncoding, Buffer>> = {
  'utf-8': Buffer.from([0xef, 0xbf, 0xbd]),
  'utf-16le': Buffer.from([0xfd, 0xff]),
  'utf-16be': Buffer.from([0xff, 0xfd]),
  'windows-1252': Buffer.alloc(0),
};

/** The first replacement character that does not itself stand in the file. */
function invalidBlock(block: Buffer, place: Place): SourceError {
  const { encoding } = place;
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(block);
  const inFile = replacements[encoding];
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) {
    const before = text.slice(0, at);
    const byte = encoding === 'utf-8' ? Buffer.byteLength(before) : before.length * 2;
    if (block.subarray(byte, byte + inFile.length).equals(inFile)) continue;
    place.lines.add(before);
    return invalidText({ ...place, bytesBefore: place.bytesBefore + byte }, block[byte]);
  }
  return invalidText(place, block[0]);
}

function invalidText({ encoding, bytesBefore, lines }: Place, byte = 0): SourceError {
  const hex = byte.toString(16).padStart(2, '0').toUpperCase();
  const isUtf8 = encoding === 'utf-8';
  return new SourceError({
    code: 'encoding-invalid',
    line: lines.line,
    byte: bytesBefore + 1,
    detail:
      `Line ${lines.line} is not ${isUtf8 ? 'UTF-8' : encoding.toUpperCase()}: ` +
      `byte ${bytesBefore + 1} (hex ${hex}) begins no letter, or one that is cut off.`,
    suggestion: isUtf8
      ? 'Older Windows programs write another encoding: try encoding: windows-1252, or save the file as UTF-8.'
      : 'Save the file as UTF-8, or fetch it once more if it may have been cut short.',
  });
}

function nulByte(block: Buffer, before: string, { encoding, bytesBefore, lines }: Place) {
  lines.add(before);
  const at = encoding.startsWith('utf-16') ? before.length * 2 : block.indexOf(0);
  return new SourceError({
    code: 'nul-byte',
    line: lines.line,
    byte: bytesBefore + at + 1,
    detail: `Line ${lines.line} holds a NUL byte, at byte ${bytesBefore + at + 1}: this is not plain text.`,
    suggestion:
      'If it is text, it may be UTF-16 without a mark: try encoding: utf-16le. Otherwise the file is damaged or of another kind.',
  });
}

/** What breaks before the text does knows the byte only. */
function withLine(error: unknown, line: number): unknown {
  if (!(error instanceof SourceError) || error.line !== null) return error;
  const { code, byte, suggestion, cause } = error;
  const detail = `${error.detail} That is on line ${line}.`;
  return new SourceError({ code, suggestion, cause, line, detail, ...(byte && { byte }) });
}
