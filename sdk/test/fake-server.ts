// A server that says what a test tells it to, and remembers what it was asked.

import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

export type Answer = (response: http.ServerResponse, asked: Asked) => unknown;

export interface FakeServer {
  readonly url: string;
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

/** Gives the answers in turn, the last one again and again. */
export async function openFakeServer(...answers: readonly Answer[]): Promise<FakeServer> {
  const asked: Asked[] = [];
  const server = http.createServer(async (request, response) => {
    const { method = '', url: path = '', headers } = request;
    const one = { method, path, headers, body: await text(request) };
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push(one);
    answer?.(response, one);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
}

export function problem(
  status: number,
  code: string,
  headers: Record<string, string> = {},
): Answer {
  const body = { code, status, detail: `It is ${code}.`, remedy: 'None.', requestId: 'req_1' };
  return json(status, body, headers);
}

/** The connection breaks without a word. */
export const hangUp: Answer = (response) => response.destroy();

/** No answer at all. */
export const silence: Answer = () => {};
