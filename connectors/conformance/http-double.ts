// The other side of the wire, for tests: a server that answers as a provider does, keeps what it did,
// and can be told to lose an answer after it acted, or to fail before it does.

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface DoubleRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface DoubleAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HttpDouble {
  readonly port: number;
  /** Requests that the vendor's specification does not allow, and why. */
  readonly invalid: string[];
  /** How many requests came, by method and path without ids. */
  readonly seen: string[];
  /** The next answers to writes are lost after the deed was done. */
  loseNext(times?: number): void;
  /** The next requests are answered with this status, and nothing is done. */
  failNext(status: number, times?: number): void;
  close(): Promise<void>;
}

/** Why a request is not one of the specification; undefined when it is. */
export type CheckRequest = (request: DoubleRequest) => Promise<string | undefined>;

export async function openHttpDouble(
  answer: (request: DoubleRequest) => DoubleAnswer,
  check: CheckRequest | undefined,
  errorBody: (status: number, words: string) => unknown,
): Promise<HttpDouble> {
  let lost = 0;
  let failing: { status: number; times: number } = { status: 0, times: 0 };
  const invalid: string[] = [];
  const seen: string[] = [];

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await requestOf(incoming);
    seen.push(`${request.method} ${request.path}`);
    const wrong = await check?.(request);
    if (wrong !== undefined) {
      invalid.push(`${request.method} ${request.path}: ${wrong}`);
      return send(response, { status: 400, body: errorBody(400, wrong) });
    }
    if (failing.times > 0) {
      failing.times -= 1;
      return send(response, { status: failing.status, body: errorBody(failing.status, 'failing') });
    }
    const made = answer(request);
    const isDeed = request.method !== 'GET' && !request.path.endsWith('/token');
    if (isDeed && lost > 0) {
      lost -= 1;
      response.destroy();
      return;
    }
    send(response, made);
  }

  const server = createServer((incoming, response) => {
    handle(incoming, response).catch((error: unknown) => {
      send(response, { status: 500, body: errorBody(500, String(error)) });
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    invalid,
    seen,
    loseNext(times = 1) {
      lost = times;
    },
    failNext(status, times = 1) {
      failing = { status, times };
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function requestOf(incoming: IncomingMessage): Promise<DoubleRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const url = new URL(incoming.url ?? '/', 'http://double');
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
  );
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers,
    text: Buffer.concat(chunks).toString('utf8'),
  };
}

function send(response: ServerResponse, { status, body, headers = {} }: DoubleAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body === null ? '' : JSON.stringify(body));
}
