// Streams orders to the server while their outcomes stream back. fetch may wait with the answer
// until all is sent, and the server sends nothing further until it is read: so plain HTTP.

import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type CapturedOrderAnswer, captureOrdersInBulk } from '@doorstep/contract/order-capture.ts';
import { errorOf, headersOf, reach, urlOf } from '../api.ts';
import type { Connection } from '../config.ts';

export type BulkOutcome =
  | { readonly row: number; readonly status: 200 | 201; readonly order: CapturedOrderAnswer }
  | { readonly row: number; readonly status: number; readonly problem: { detail: string } };

/** Yields one line of JSON per order, in the order they were sent. */
export async function* sendOrders(
  connection: Connection,
  lines: Readable,
  idempotencyKey?: string,
): AsyncGenerator<string> {
  const url = urlOf(connection, captureOrdersInBulk, {});
  const { request: open } = url.protocol === 'https:' ? https : http;
  const request = open(url, {
    method: 'POST',
    headers: headersFor(connection, idempotencyKey),
  });
  const answered = once(request, 'response') as Promise<[http.IncomingMessage]>;
  const source = watched(lines);
  const sending = pipeline(source.chunks, request);
  // It may fail before it is awaited.
  sending.catch(() => {});
  try {
    const [response] = await answered;
    if (response.statusCode !== 200) throw errorOf(response.statusCode ?? 0, await text(response));
    yield* createInterface({ input: response, crlfDelay: Number.POSITIVE_INFINITY });
    await sending;
  } catch (error) {
    // Where the orders broke off, the server can only say that its request did.
    const cause = source.broken() ?? error;
    await reach(connection, () => Promise.reject(cause));
  } finally {
    // What is piped in may have more to come, and nobody reads it now.
    lines.destroy();
  }
}

/** The chunks of a stream, and what broke while they were read. */
function watched(lines: Readable): { chunks: AsyncIterable<unknown>; broken: () => unknown } {
  let broken: unknown;
  async function* chunks(): AsyncGenerator<unknown> {
    try {
      yield* lines;
    } catch (error) {
      broken = error;
      throw error;
    }
  }
  return { chunks: chunks(), broken: () => broken };
}

/** A key of our own would serve nobody: a stream is sent once, and rows have external ids. */
function headersFor(connection: Connection, key: string | undefined): Record<string, string> {
  const { 'idempotency-key': _, ...headers } = headersOf(connection, captureOrdersInBulk);
  const own: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
  return { ...headers, 'content-type': 'application/x-ndjson', ...own };
}
