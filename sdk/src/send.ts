// Sends a request: each try in its time, and again after failures that may pass.

import { DoorstepError, DoorstepUnreachable } from './doorstep-error.ts';
import type { RequestOptions } from './operation.ts';
import { type RetryPolicy, wait, waitBeforeRetry } from './retry.ts';

/** What a client knows of its server. */
export interface Connection extends RetryPolicy {
  readonly url: string;
  readonly apiKey: string | undefined;
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Outgoing {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Blob | Uint8Array<ArrayBuffer>;
  /** Whether a second try does nothing twice. */
  readonly mayRepeat: boolean;
  /** The caller reads the answer, for as long as that takes. */
  readonly isStream?: boolean;
}

type Options = Omit<RequestOptions, 'idempotencyKey'>;

/**
 * @param read takes the answer; what breaks while it reads is a failure of the try
 * @throws DoorstepError, DoorstepUnreachable, or the reason of the aborted signal
 */
export async function send<T>(
  connection: Connection,
  outgoing: Outgoing,
  options: Options,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const retriesMax = outgoing.mayRepeat ? (options.retriesMax ?? connection.retriesMax) : 0;
  const policy = { retriesMax, backoffMs: connection.backoffMs };
  for (let retriesDone = 0; ; retriesDone += 1) {
    try {
      return await sendOnce(connection, outgoing, options, read);
    } catch (error) {
      if (options.signal?.aborted) throw options.signal.reason;
      const waitMs = waitBeforeRetry(error, retriesDone, policy);
      if (waitMs === undefined) throw error;
      await wait(waitMs, options.signal);
    }
  }
}

async function sendOnce<T>(
  connection: Connection,
  outgoing: Outgoing,
  { signal, timeoutMs = connection.timeoutMs, headers }: Options,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const ending = endOf(signal, timeoutMs);
  try {
    const given = headers === undefined ? {} : { headers };
    const response = await open(connection, outgoing, { ...given, signal: ending.signal });
    const answer = await read(response);
    ending.clear({ keepSignal: outgoing.isStream === true });
    return answer;
  } catch (error) {
    ending.clear();
    if (ending.isTimeout())
      throw new DoorstepUnreachable('timeout', `No answer came within ${timeoutMs} ms.`, error);
    if (error instanceof DoorstepError || error instanceof DoorstepUnreachable) throw error;
    const words = `The answer of ${connection.url} broke off or cannot be read.`;
    throw new DoorstepUnreachable('network', words, error);
  }
}

/**
 * Opens one answer, to be read by the caller.
 * @throws DoorstepError when it is a refusal, DoorstepUnreachable when none came
 */
export async function open(
  { url, apiKey, fetch, headers }: Connection,
  outgoing: Outgoing,
  own: Pick<Options, 'headers'> & { readonly signal: AbortSignal },
): Promise<Response> {
  const all = new Headers(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` });
  for (const some of [headers, outgoing.headers, own.headers])
    for (const [name, value] of Object.entries(some ?? {})) all.set(name, value);
  const request: RequestInit = {
    method: outgoing.method,
    headers: all,
    signal: own.signal,
    ...(outgoing.body === undefined ? {} : { body: outgoing.body }),
  };
  const response = await fetch(url + outgoing.path, request).catch((error: unknown) => {
    throw new DoorstepUnreachable('network', `Nobody answers at ${url}.`, error);
  });
  if (!response.ok) throw new DoorstepError(response, await response.text());
  return response;
}

/** A signal of our own: `AbortSignal.any` would hold on to a caller's long-lived signal. */
function endOf(signal: AbortSignal | undefined, timeoutMs: number) {
  const ending = new AbortController();
  let timedOut = false;
  const stop = (): void => ending.abort(signal?.reason);
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });
  const timer = setTimeout(() => {
    timedOut = true;
    ending.abort();
  }, timeoutMs);
  return {
    signal: ending.signal,
    isTimeout: () => timedOut,
    clear({ keepSignal = false } = {}) {
      clearTimeout(timer);
      if (!keepSignal) signal?.removeEventListener('abort', stop);
    },
  };
}
