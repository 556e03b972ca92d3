// A request of many rows, and an answer with a line for each: NDJSON of any length, or an array.

import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { type FieldError, problemOf } from './problem.ts';
import { linesOf } from './read-lines.ts';
import { isStorable, UnstorableText } from './storable-text.ts';

const ARRAY_ROWS_MAX = 1000;
const LINE_BYTES_MAX = 4 * 1024 * 1024;

/**
 * A row as it was read, with its place from 1: in a stream the number of its line, blank ones
 * counted. `unreadable` says why there is no value.
 */
export type Row = { readonly number: number } & (
  | { readonly value: unknown }
  | { readonly unreadable: string }
);

/** The rows of a body, or why it has none. */
export function rowsOf(body: unknown): AsyncIterable<Row> | Refusal {
  if (typeof body === 'object' && body !== null && 'pipe' in body)
    return rowsOfStream(body as Readable);
  if (!Array.isArray(body))
    return refuse('validation-failed', 'Send a JSON array, or NDJSON with its content type.');
  return body.length > ARRAY_ROWS_MAX
    ? refuse('body-too-large', `An array may hold ${ARRAY_ROWS_MAX} rows; stream NDJSON instead.`)
    : rowsOfArray(body);
}

/** The answer line of a refused row. */
export function rowProblem(
  row: number,
  refusal: Refusal,
  requestId: string,
  errors?: readonly FieldError[],
): string {
  const problem = problemOf(refusal, requestId, errors);
  return JSON.stringify({ row, status: problem.status, problem });
}

/**
 * Sends each line when the reader has room for it; stops when the reader is gone. What fails before
 * the first line is a problem like any other; later the answer breaks off.
 */
export async function sendLines(
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  lines: AsyncIterable<string>,
  log: Logger,
  contentType = 'application/x-ndjson; charset=utf-8',
): Promise<void> {
  const iterator = lines[Symbol.asyncIterator]();
  const { raw } = reply;
  const first = await firstOf(iterator, raw);
  reply.hijack();
  raw.writeHead(200, {
    'content-type': contentType,
    'x-request-id': request.id,
  });
  const closed = once(raw, 'close').catch(() => {});
  try {
    for (let line = first; line.done !== true; line = await iterator.next()) {
      if (raw.destroyed) return;
      if (!raw.write(`${line.value}\n`)) await drained(raw, closed);
    }
    raw.end();
  } catch (error) {
    if (!raw.destroyed) log.error({ requestId: request.id, err: error }, 'answer broke off');
    raw.destroy();
  } finally {
    await iterator.return?.();
  }
}

/** A reader that goes away breaks off the rows that it sends as well, which is nothing to tell. */
async function firstOf(
  iterator: AsyncIterator<string>,
  raw: Writable,
): Promise<IteratorResult<string, unknown>> {
  try {
    return await iterator.next();
  } catch (error) {
    if (!raw.destroyed) throw error;
    return { done: true, value: undefined };
  }
}

/** Waits for room or for the end; leaves no listener behind, or a long stream gathers thousands. */
async function drained(raw: Writable, closed: Promise<unknown>): Promise<void> {
  const waiting = new AbortController();
  const room = once(raw, 'drain', { signal: waiting.signal }).catch(() => {});
  await Promise.race([room, closed]);
  waiting.abort();
}

async function* rowsOfArray(values: readonly unknown[]): AsyncGenerator<Row> {
  for (const [index, value] of values.entries()) yield { number: index + 1, value };
}

async function* rowsOfStream(stream: Readable): AsyncGenerator<Row> {
  let number = 0;
  for await (const line of linesOf(stream, LINE_BYTES_MAX)) {
    number += 1;
    if (line === null) yield { number, unreadable: `A line is over ${LINE_BYTES_MAX} bytes.` };
    else if (line.trim() !== '') yield { number, ...readLine(line) };
  }
}

function readLine(line: string): { value: unknown } | { unreadable: string } {
  try {
    const value: unknown = JSON.parse(line);
    return line.includes('\\u') && !isStorable(value)
      ? { unreadable: new UnstorableText().message }
      : { value };
  } catch {
    return { unreadable: 'The line is not valid JSON.' };
  }
}
