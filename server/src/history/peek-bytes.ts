// Looking at the beginning of a stream without taking it away.

export interface Peeked {
  readonly head: Buffer;
  /** All bytes, the head among them, in pieces of at most 64 kB. */
  readonly bytes: AsyncIterable<Buffer>;
}

const pieceBytesMax = 64 * 1024;

/** Reads until `isEnough` says so of what came, or the stream ends. */
export async function peekBytes(
  iterator: AsyncIterator<Uint8Array>,
  isEnough: (size: number, latest: Uint8Array) => boolean,
): Promise<Peeked> {
  const seen: Uint8Array[] = [];
  let size = 0;
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
    seen.push(next.value);
    size += next.value.length;
    if (isEnough(size, next.value)) break;
  }
  return { head: Buffer.concat(seen), bytes: allBytes(seen, iterator) };
}

async function* allBytes(
  seen: Uint8Array[],
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Buffer> {
  for (let chunk = seen.shift(); chunk !== undefined; chunk = seen.shift()) yield* pieces(chunk);
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
    yield* pieces(next.value);
  }
}

/** What handles a piece at once must not be handed a gigabyte by a caller with large chunks. */
function* pieces(chunk: Uint8Array): Generator<Buffer> {
  for (let start = 0; start < chunk.length; start += pieceBytesMax) {
    const part = chunk.subarray(start, start + pieceBytesMax);
    yield Buffer.from(part.buffer, part.byteOffset, part.length);
  }
}
