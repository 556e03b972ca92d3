// One order per request on keep-alive connections. Bytes on a socket instead of node:http, whose
// client costs more CPU than the server under test and would take its cores away.

import { connect, type Socket } from 'node:net';
import type { LoadJob } from './load-job.ts';

export interface Sending {
  readonly job: LoadJob;
  readonly bodies: readonly string[];
  readonly stopAt: number;
  /** Whether it is, and something was answered in the time before. */
  isOver(): boolean;
  /** @param tookMs since it was sent; the latency may count from when it was due */
  answered(status: number, latencyMs: number, text?: string, tookMs?: number): void;
}

export async function sendSingles(sending: Sending): Promise<void> {
  const next = requestsOf(sending);
  const { connections } = sending.job;
  await Promise.all(
    Array.from({ length: connections }, (_, place) => keepSending(sending, next, place)),
  );
}

/** The bytes of one request after the other, each under a key of its own. */
export function requestsOf({ job, bodies }: Sending): () => string {
  const { paths } = job;
  if (paths !== undefined) return looksOf(job, paths);
  const requests = bodies.map((body) => [
    [
      'POST /v1/orders HTTP/1.1',
      'host: 127.0.0.1',
      `authorization: Bearer ${job.secret}`,
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
      `idempotency-key: ${job.keyPrefix}-`,
    ].join('\r\n'),
    `\r\n\r\n${body}`,
  ]);
  let sent = 0;
  return () => {
    const number = sent++;
    const [head, tail] = requests[number % requests.length] ?? ['', ''];
    return `${head}${number}${tail}`;
  };
}

function looksOf({ secret }: LoadJob, paths: readonly string[]): () => string {
  const looks = paths.map((path) =>
    [`GET ${path} HTTP/1.1`, 'host: 127.0.0.1', `authorization: Bearer ${secret}`, '', ''].join(
      '\r\n',
    ),
  );
  let sent = 0;
  return () => looks[sent++ % looks.length] ?? '';
}

export function portOf({ ports }: LoadJob, place: number): number {
  return ports[place % ports.length] ?? 0;
}

function keepSending(
  { job, isOver, answered }: Sending,
  next: () => string,
  place: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ host: '127.0.0.1', port: portOf(job, place), noDelay: true });
    const reader = answerReader();
    let sentAt = 0;
    const send = () => {
      sentAt = performance.now();
      socket.write(next());
    };
    socket.once('connect', send);
    socket.on('data', (chunk) => {
      const answer = reader(chunk);
      if (answer === undefined) return;
      const now = performance.now();
      answered(answer.status, now - sentAt, answer.text, now - sentAt);
      if (isOver()) socket.end();
      else send();
    });
    socket.once('error', reject);
    socket.once('close', () => {
      if (isOver()) resolve();
      else reject(new Error('the server closed a connection'));
    });
  });
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Takes chunks; tells an answer when it is complete. One at a time. */
export function answerReader(): (chunk: Buffer) => Answer | undefined {
  let begun = '';
  return (chunk) => {
    const text = begun + chunk.toString('latin1');
    const headEnds = text.indexOf('\r\n\r\n');
    begun = text;
    if (headEnds < 0) return undefined;
    const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, headEnds + 2));
    if (length === null) throw new Error(`an answer without a length: ${text.slice(0, headEnds)}`);
    if (text.length < headEnds + 4 + Number(length[1])) return undefined;
    begun = '';
    return { status: Number(text.slice(9, 12)), text: text.slice(headEnds + 4) };
  };
}
