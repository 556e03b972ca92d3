// Lines of a byte stream, none of them longer than a bound, whatever the sender does.

import type { Readable } from 'node:stream';

const NEWLINE = 0x0a;

/** Yields each line as UTF-8 text; null for a line over the bound, whose bytes are dropped. */
export async function* linesOf(stream: Readable, bytesMax: number): AsyncGenerator<string | null> {
  let parts: Buffer[] = [];
  let size = 0;
  let tooLong = false;
  const take = (): string | null => {
    const line = tooLong ? null : Buffer.concat(parts).toString('utf8');
    parts = [];
    size = 0;
    tooLong = false;
    return line;
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      parts.push(chunk.subarray(start, end));
      tooLong ||= size + end - start > bytesMax;
      start = end + 1;
      yield take();
    }
    const rest = chunk.subarray(start);
    size += rest.length;
    if (size > bytesMax) {
      tooLong = true;
      parts = [];
    } else if (rest.length > 0) parts.push(rest);
  }
  if (size > 0 || tooLong) yield take();
}
