// Sends a request to an address that somebody else chose. Resolves its name itself, at every try
// anew, and connects to exactly what it checked; follows no redirect; uses no proxy; is bounded in
// time and size.

import {
  type ClientRequest,
  Agent as HttpAgent,
  type IncomingMessage,
  request as requestHttp,
} from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { allowedAddresses, type OutboundRules, refuseUrl } from './outbound-rules.ts';

export interface GuardedRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** For all of it: name, connection, TLS, answer. */
  readonly timeoutMs: number;
  /** What is read of the answer; more is cut off. */
  readonly answerBytesMax: number;
  /** Gives up at once: the server stops. */
  readonly signal: AbortSignal;
}

export type Unanswered =
  | 'address-not-allowed'
  | 'connection-failed'
  | 'tls-failed'
  | 'timeout'
  | 'answer-invalid'
  | 'aborted';

export interface Answered {
  readonly status: number;
  readonly retryAfter: string | null;
  /** Its first bytes as text; null where it came from an address inside. */
  readonly text: string | null;
}

export type GuardedOutcome = Answered | { readonly unanswered: Unanswered };

export interface GuardedHttp {
  readonly rules: OutboundRules;
  post(request: GuardedRequest): Promise<GuardedOutcome>;
  close(): void;
}

/** A connection not used for so long is closed: fewer surprises than the receiver closing it. */
const IDLE_MS = 4000;
const IDLE_CONNECTIONS_MAX = 256;
/** The status has decided; what follows it is not worth more time. */
const BODY_MS = 2000;

export function guardedHttp(rules: OutboundRules): GuardedHttp {
  const options = { keepAlive: true, timeout: IDLE_MS, maxFreeSockets: IDLE_CONNECTIONS_MAX };
  const agents: Agents = { http: new HttpAgent(options), https: new HttpsAgent(options) };
  return {
    rules,
    post: (request) => post(agents, rules, request),
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

interface Agents {
  readonly http: HttpAgent;
  readonly https: HttpsAgent;
}

async function post(
  agents: Agents,
  rules: OutboundRules,
  request: GuardedRequest,
): Promise<GuardedOutcome> {
  const deadline = new AbortController();
  const giveUp = (): void => deadline.abort();
  const timer = setTimeout(giveUp, request.timeoutMs);
  request.signal.addEventListener('abort', giveUp, { once: true });
  const { signal } = deadline;
  try {
    if (request.signal.aborted) return { unanswered: 'aborted' };
    if (refuseUrl(request.url, rules) !== undefined) return { unanswered: 'address-not-allowed' };
    const url = new URL(request.url);
    const addresses = await untilAborted(allowedAddresses(url, rules), signal);
    if (addresses === undefined) return { unanswered: 'address-not-allowed' };
    const tells = addresses.every(rules.isPublic);
    return await sendTo(agents, url, addresses, { ...request, signal }, tells);
  } catch (error) {
    if (request.signal.aborted) return { unanswered: 'aborted' };
    return { unanswered: signal.aborted ? 'timeout' : reasonOf(error) };
  } finally {
    clearTimeout(timer);
    request.signal.removeEventListener('abort', giveUp);
  }
}

async function sendTo(
  agents: Agents,
  url: URL,
  addresses: readonly string[],
  request: GuardedRequest,
  tells: boolean,
): Promise<GuardedOutcome> {
  for (let isFirst = true; ; isFirst = false) {
    const sent = open(agents, url, addresses, request, isFirst);
    try {
      const response = await answerOf(sent);
      const text = await beginningOf(response, request.answerBytesMax);
      return {
        status: response.statusCode ?? 0,
        retryAfter: response.headers['retry-after'] ?? null,
        text: tells ? text : null,
      };
    } catch (error) {
      // The receiver closed a connection while we took it up again: no failure of either.
      if (!(isFirst && sent.reusedSocket && isReset(error))) throw error;
    } finally {
      if (!isComplete(sent)) sent.destroy();
    }
  }
}

/** @param mayReuse false: over a connection of its own */
function open(
  agents: Agents,
  url: URL,
  addresses: readonly string[],
  { headers, body, signal }: GuardedRequest,
  mayReuse: boolean,
): ClientRequest {
  const isTls = url.protocol === 'https:';
  const agent = isTls ? agents.https : agents.http;
  const sent = (isTls ? requestHttps : requestHttp)(url, {
    method: 'POST',
    agent: mayReuse ? agent : false,
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    // The name is not resolved again between the check and the connection. A connection that is
    // used once more was made to an address that was checked then.
    lookup: lookupAmong(addresses),
    signal,
  });
  sent.end(body);
  return sent;
}

function lookupAmong(addresses: readonly string[]): LookupFunction {
  const known = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, options, done) => {
    const [first] = known;
    if (options.all === true) done(null, known);
    else done(null, first?.address ?? '', first?.family);
  };
}

function answerOf(sent: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    sent.once('response', resolve);
    sent.on('error', reject);
    sent.once('upgrade', (_response, socket) => {
      socket.destroy();
      reject(new AnswerInvalid());
    });
  });
}

class AnswerInvalid extends Error {}

/** Reads as much as is wanted and as comes in time; the rest is cut off by closing. */
function beginningOf(response: IncomingMessage, bytesMax: number): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const done = (): void => {
      clearTimeout(timer);
      resolve(storable(Buffer.concat(chunks).subarray(0, bytesMax)));
    };
    const timer = setTimeout(done, BODY_MS);
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > bytesMax) done();
    });
    for (const event of ['end', 'error', 'close']) response.once(event, done);
  });
}

/** A connection whose answer was read to its end is kept for the next request. */
function isComplete(sent: ClientRequest): boolean {
  const response = (sent as ClientRequest & { res?: IncomingMessage }).res;
  return response?.complete === true;
}

/** Text that PostgreSQL can hold. */
function storable(bytes: Buffer): string {
  return bytes.toString('utf8').replaceAll('\0', '�');
}

function isReset(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ECONNRESET' || code === 'EPIPE';
}

function reasonOf(error: unknown): Unanswered {
  if (error instanceof AnswerInvalid) return 'answer-invalid';
  const code = String((error as NodeJS.ErrnoException).code ?? '');
  if (/^HPE_|HEADER/.test(code)) return 'answer-invalid';
  return /CERT|SSL|TLS|EPROTO|SIGNATURE/.test(code) ? 'tls-failed' : 'connection-failed';
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
