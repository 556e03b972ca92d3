// A file of any length as an answer: it waits for a slow reader, and stops when the reader is gone.

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Operation } from '@doorstep/contract/operation.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { bindCall, type Call, type HttpContext } from './bind.ts';

export interface FileStream {
  readonly type: string;
  readonly name: string;
  readonly gzip: boolean;
  readonly chunks: AsyncIterable<string | Uint8Array>;
}

/** Fast, for it competes with captures; the usual level takes twice the time for a tenth less. */
const GZIP_LEVEL = 3;

/** A look that is answered with a file. */
export function bindFile<O extends Operation>(
  http: HttpContext,
  operation: O,
  { log, open }: { log: Logger; open: (call: Call<O>) => Promise<FileStream | Refusal> },
): void {
  bindCall(http, operation, async (call) => {
    const file = await open(call);
    if (isRefusal(file)) return file;
    await send(call, file, log);
    return undefined;
  });
}

/** What fails before the first chunk is a problem like any other; later the transfer breaks off. */
async function send(
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  { type, name, gzip, chunks }: FileStream,
  log: Logger,
): Promise<void> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = request.method === 'HEAD' ? undefined : await iterator.next();
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': gzip ? 'application/gzip' : type,
    'content-disposition': `attachment; filename="${name}${gzip ? '.gz' : ''}"`,
    'cache-control': 'no-store',
    'x-request-id': request.id,
  });
  if (first === undefined) {
    raw.end();
    return;
  }
  const failed: unknown[] = [];
  const source = Readable.from(rest(first, iterator, failed), { highWaterMark: 1 });
  try {
    await pipeline(gzip ? [source, createGzip({ level: GZIP_LEVEL }), raw] : [source, raw]);
  } catch {
    // Either the reader went away, which is nothing to tell, or the list could not be read on.
    if (failed.length > 0) log.error({ requestId: request.id, err: failed[0] }, 'export failed');
  }
}

async function* rest<T>(
  first: IteratorResult<T>,
  iterator: AsyncIterator<T>,
  failed: unknown[],
): AsyncGenerator<T> {
  try {
    for (let at = first; at.done !== true; at = await iterator.next()) yield at.value;
  } catch (error) {
    failed.push(error);
    throw error;
  } finally {
    await iterator.return?.();
  }
}
