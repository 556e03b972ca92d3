// Follows the log over server-sent events, and reconnects behind the last event seen.

import { outgoingOf } from './call.ts';
import { DoorstepUnreachable } from './doorstep-error.ts';
import type { LogEvent } from './generated/events.ts';
import { OPERATIONS } from './generated/operations.ts';
import { linesOf } from './lines-of.ts';
import { backoff, wait, waitBeforeRetry } from './retry.ts';
import { type Connection, open } from './send.ts';
import { type Message, messagesOf } from './server-sent-events.ts';

/** An event of the log that has its position. */
export type StreamedEvent = LogEvent & { readonly position: number };

export interface StreamEventsInput {
  /** The position you have handled last; 0 for the beginning. Without it: from now on. */
  readonly after?: number;
}

export interface StreamOptions {
  /** Ends the stream: the loop over it ends as if there were no more. */
  readonly signal?: AbortSignal;
  /** A connection on which nothing comes for so long is given up; 45 seconds unless told. */
  readonly idleMs?: number;
  /** Told when the server answers, and when the connection is lost; it is made anew by itself. */
  readonly onState?: (state: 'open' | 'lost') => void;
}

/** The server sends a sign of life every 15 seconds. */
const IDLE_MS = 45_000;
/** A connection that ends sooner, with nothing in it, is a failure too. */
const LIVED_MS = 1_000;

export async function* streamEvents(
  connection: Connection,
  { after }: StreamEventsInput = {},
  { signal, idleMs = IDLE_MS, onState }: StreamOptions = {},
): AsyncGenerator<StreamedEvent, void, undefined> {
  let position = after;
  let failures = 0;
  // A server that was there will be there again; one that never was may be a wrong URL.
  let retriesMax = connection.retriesMax;
  while (!signal?.aborted) {
    const since = Date.now();
    let waitMs: number | undefined;
    try {
      for await (const { id, data } of openStream(connection, position, signal, idleMs)) {
        if (id === null && data === null) onState?.('open');
        failures = 0;
        retriesMax = Number.POSITIVE_INFINITY;
        const at = readPosition(id);
        if (at !== undefined && position !== undefined && at <= position) continue;
        position = at ?? position;
        if (data !== null) yield JSON.parse(data) as StreamedEvent;
      }
    } catch (error) {
      if (signal?.aborted) return;
      waitMs = waitBeforeRetry(error, failures, { ...connection, retriesMax });
      if (waitMs === undefined) throw error;
    }
    onState?.('lost');
    failures = Date.now() - since < LIVED_MS ? failures + 1 : 0;
    // Only an abort ends a wait early, and then the loop ends.
    await wait(waitMs ?? backoff(failures, connection.backoffMs), signal).catch(() => {});
  }
}

function readPosition(id: string | null): number | undefined {
  return id !== null && /^\d+$/.test(id) ? Number(id) : undefined;
}

/**
 * One connection.
 * @throws DoorstepUnreachable when it breaks or falls silent
 */
async function* openStream(
  connection: Connection,
  after: number | undefined,
  signal: AbortSignal | undefined,
  idleMs: number,
): AsyncGenerator<Message, void, undefined> {
  const ending = new AbortController();
  const stop = (): void => ending.abort();
  signal?.addEventListener('abort', stop, { once: true });
  let timer = setTimeout(stop, idleMs);
  const restart = (): void => {
    clearTimeout(timer);
    timer = setTimeout(stop, idleMs);
  };
  try {
    const outgoing = outgoingOf(OPERATIONS.streamEvents, { after });
    const response = await open(connection, outgoing, { signal: ending.signal });
    yield { id: null, data: null };
    yield* messagesOf(linesOf(response, restart));
  } catch (error) {
    // What fetch throws while it reads: a connection that broke, or that we ended.
    if (!(error instanceof TypeError) && !ending.signal.aborted) throw error;
    const words = `The stream of ${connection.url} broke off or fell silent.`;
    throw new DoorstepUnreachable('network', words, error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    ending.abort();
  }
}
