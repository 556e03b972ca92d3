// Captures orders of any number. Not as one long request: fetch may keep the answer back until all
// is sent, browsers cannot send a stream over HTTP/1.1, and what breaks in the middle is hard to
// repeat. So: chunks, each sent until it is answered as a whole.

import type { Problem } from './doorstep-error.ts';
import { OPERATIONS, type Operations } from './generated/operations.ts';
import type { NewOrder } from './generated/schemas.ts';
import type { RequestOptions } from './operation.ts';
import { randomKey } from './random-key.ts';
import { backoff, wait } from './retry.ts';
import { type Connection, type Outgoing, send } from './send.ts';

export type BulkOptions = RequestOptions;

/** What became of one order; `row` is its place from 1. */
export type BulkOutcome =
  | {
      readonly row: number;
      /** 200: an order known before, by its external id or the idempotency key. */
      readonly status: 200 | 201;
      readonly order: Awaited<ReturnType<Operations['captureOrder']>>;
      readonly problem?: undefined;
    }
  | {
      readonly row: number;
      readonly status: number;
      readonly problem: Problem;
      readonly order?: undefined;
    };

/** Well within what the server keeps under way for one request, and a second of its work at most. */
const CHUNK_ROWS = 500;
const CHUNK_CHARACTERS = 2_000_000;
/** The server captures one chunk while the outcomes of the one before are taken. */
const UNDER_WAY = 2;

interface Chunk {
  readonly number: number;
  /** The row of its first order. */
  readonly firstRow: number;
  /** An order each, as JSON. */
  readonly lines: readonly string[];
}

export async function* captureInBulk(
  connection: Connection,
  orders: Iterable<NewOrder> | AsyncIterable<NewOrder>,
  { idempotencyKey = randomKey(), signal, ...rest }: BulkOptions = {},
): AsyncGenerator<BulkOutcome, void, undefined> {
  const ending = new AbortController();
  const stop = (): void => ending.abort(signal?.reason);
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });
  const options = { ...rest, signal: ending.signal };
  const chunks = chunksOf(orders);
  const begin = async (): Promise<readonly BulkOutcome[] | undefined> => {
    const { value } = await chunks.next();
    return value === undefined ? undefined : sendChunk(connection, value, idempotencyKey, options);
  };
  const underWay: Promise<readonly BulkOutcome[] | undefined>[] = [];
  const add = (): void => {
    const outcomes = begin();
    outcomes.catch(() => {}); // heard when its turn comes
    underWay.push(outcomes);
  };
  try {
    while (underWay.length < UNDER_WAY) add();
    for (;;) {
      const outcomes = await underWay.shift();
      if (outcomes === undefined) return;
      add();
      yield* outcomes;
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    ending.abort();
    // Not awaited: an order that never comes would hold up whoever ends the loop.
    void chunks.return(undefined).catch(() => {});
  }
}

/** The same orders are always cut in the same places, so that a repeat finds its keys again. */
async function* chunksOf(
  orders: Iterable<NewOrder> | AsyncIterable<NewOrder>,
): AsyncGenerator<Chunk, undefined, undefined> {
  let lines: string[] = [];
  let characters = 0;
  let number = 1;
  let firstRow = 1;
  for await (const order of orders) {
    const line = JSON.stringify(order);
    if (
      lines.length === CHUNK_ROWS ||
      (characters > 0 && characters + line.length > CHUNK_CHARACTERS)
    ) {
      yield { number, firstRow, lines };
      number += 1;
      firstRow += lines.length;
      lines = [];
      characters = 0;
    }
    lines.push(line);
    characters += line.length;
  }
  if (lines.length > 0) yield { number, firstRow, lines };
  return undefined;
}

async function sendChunk(
  connection: Connection,
  { number, firstRow, lines }: Chunk,
  key: string,
  options: Omit<RequestOptions, 'idempotencyKey'> & { readonly signal: AbortSignal },
): Promise<readonly BulkOutcome[]> {
  const { method, path } = OPERATIONS.captureOrdersInBulk;
  const outgoing: Outgoing = {
    method,
    path,
    headers: { 'idempotency-key': `${key} ${number}`, 'content-type': 'application/x-ndjson' },
    body: `${lines.join('\n')}\n`,
    mayRepeat: true,
  };
  const retriesMax = options.retriesMax ?? connection.retriesMax;
  for (let retriesDone = 0; ; retriesDone += 1) {
    const outcomes = await send(connection, outgoing, options, (response) =>
      readOutcomes(response, lines.length),
    );
    // The server was there, but its database was not: rows done are answered as before.
    const mayPass = outcomes.some(({ status }) => status === 503);
    if (!mayPass || retriesDone === retriesMax)
      return outcomes.map((outcome) => ({ ...outcome, row: firstRow + outcome.row - 1 }));
    await wait(backoff(retriesDone, connection.backoffMs), options.signal);
  }
}

/** @throws when the answer broke off before its last row */
async function readOutcomes(response: Response, rows: number): Promise<readonly BulkOutcome[]> {
  const lines = (await response.text()).split('\n').filter((line) => line !== '');
  if (lines.length !== rows) throw new TypeError(`${lines.length} of ${rows} rows were answered.`);
  return lines.map((line) => JSON.parse(line) as BulkOutcome);
}
