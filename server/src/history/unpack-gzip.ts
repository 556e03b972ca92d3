// Unpacking gzip as it comes. A file that breaks off still gives what stands before the break.
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { SourceError } from './source-error.ts';

/** Throws `gzip-broken` with the count of bytes that could be unpacked. */
export async function* unpackGzip(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 64 * 1024 });
  const packed = Readable.from(bytes, { objectMode: false });
  // pipe() alone would leave the reader waiting for ever.
  packed.on('error', (error) => gunzip.destroy(error));
  let unpacked = 0;
  try {
    for await (const chunk of packed.pipe(gunzip) as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      yield chunk;
    }
  } catch (error) {
    throw isOfZlib(error) ? brokenGzip(error, unpacked) : error;
  } finally {
    gunzip.destroy();
    packed.destroy();
  }
}

interface ZlibError extends Error {
  readonly code: string;
}

function isOfZlib(error: unknown): error is ZlibError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

function brokenGzip(error: ZlibError, unpacked: number): SourceError {
  const what = error.code === 'Z_BUF_ERROR' ? 'breaks off' : 'is damaged';
  return new SourceError({
    code: 'gzip-broken',
    byte: unpacked + 1,
    detail: `The gzip file ${what} after ${unpacked} unpacked bytes (${error.message}).`,
    suggestion: 'It may have been cut short on its way: fetch or export it once more.',
    cause: error,
  });
}
