// A zip file as a stream: sizes follow the data, and compression runs beside the event loop.
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT

import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly content: AsyncIterable<string> | Iterable<string>;
}

/** Without the 64-bit form, which spreadsheets do not all read. */
const BYTES_MAX = 0xffff_ffff;
const VERSION = 20;
/** The sizes follow the data, and names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** 1980-01-01: the same rows make the same file. */
const DATE = 0x0021;
/** Half the time of the usual one, for a tenth more bytes. */
const LEVEL = 3;

export async function* writeZip(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let at = 0;
  for await (const { name, content } of entries) {
    const sums = { crc: 0, size: 0, compressed: 0 };
    const start = at;
    const head = headOf(name);
    yield head;
    for await (const chunk of deflated(content, sums)) {
      sums.compressed += chunk.length;
      yield chunk;
    }
    at += head.length + sums.compressed + DESCRIPTOR_BYTES;
    if (at > BYTES_MAX || sums.size > BYTES_MAX) throw new Error('the workbook is over 4 GiB');
    yield descriptorOf(sums);
    directory.push(directoryEntry(name, sums, start));
  }
  const whole = Buffer.concat(directory);
  yield Buffer.concat([whole, endOf(directory.length, whole.length, at)]);
}

interface Sums {
  crc: number;
  size: number;
  compressed: number;
}

async function* deflated(content: ZipEntry['content'], sums: Sums): AsyncGenerator<Buffer> {
  const counted = async function* () {
    for await (const text of content) {
      const bytes = Buffer.from(text);
      sums.crc = crc32(bytes, sums.crc);
      sums.size += bytes.length;
      yield bytes;
    }
  };
  const source = Readable.from(counted(), { highWaterMark: 1 });
  const deflate = createDeflateRaw({ level: LEVEL });
  // Its errors come out of the loop below.
  pipeline(source, deflate, () => {});
  yield* deflate as AsyncIterable<Buffer>;
}

function headOf(name: string): Buffer {
  const bytes = Buffer.from(name);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x0403_4b50, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(FLAGS, 6);
  head.writeUInt16LE(DEFLATED, 8);
  head.writeUInt16LE(DATE, 12);
  head.writeUInt16LE(bytes.length, 26);
  return Buffer.concat([head, bytes]);
}

const DESCRIPTOR_BYTES = 16;

function descriptorOf({ crc, compressed, size }: Sums): Buffer {
  const descriptor = Buffer.alloc(DESCRIPTOR_BYTES);
  descriptor.writeUInt32LE(0x0807_4b50, 0);
  descriptor.writeUInt32LE(crc, 4);
  descriptor.writeUInt32LE(compressed, 8);
  descriptor.writeUInt32LE(size, 12);
  return descriptor;
}

function directoryEntry(name: string, { crc, compressed, size }: Sums, start: number): Buffer {
  const bytes = Buffer.from(name);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x0201_4b50, 0);
  entry.writeUInt16LE(VERSION, 4);
  entry.writeUInt16LE(VERSION, 6);
  entry.writeUInt16LE(FLAGS, 8);
  entry.writeUInt16LE(DEFLATED, 10);
  entry.writeUInt16LE(DATE, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(compressed, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(bytes.length, 28);
  entry.writeUInt32LE(start, 42);
  return Buffer.concat([entry, bytes]);
}

function endOf(entries: number, size: number, start: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(start, 16);
  return end;
}
