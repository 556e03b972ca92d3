// Requests on keep-alive connections, with their answers. Bytes on sockets: a client of node:http
// would take the cores away from the server under test.

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly text: string;
  readonly ms: number;
}

export interface RawRequest {
  readonly method: 'POST' | 'GET' | 'PATCH';
  readonly path: string;
  readonly body?: object;
  readonly key?: string;
}

/**
 * Sends all, so many at once, each as soon as a connection is free.
 *
 * @param told takes the answers as they come
 */
export async function sendAll<Request extends RawRequest>(
  { port, secret }: { readonly port: number; readonly secret: string },
  connections: number,
  requests: readonly Request[],
  told: (request: Request, answer: RawAnswer) => void,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    const socket = connect({ host: '127.0.0.1', port, noDelay: true });
    await once(socket, 'connect');
    for (let request = requests[next++]; request !== undefined; request = requests[next++])
      told(request, await ask(socket, bytesOf(request, port, secret)));
    socket.destroy();
  };
  await Promise.all(Array.from({ length: connections }, lane));
}

function bytesOf({ method, path, body, key }: RawRequest, port: number, secret: string): string {
  const text = body === undefined ? '' : JSON.stringify(body);
  return [
    `${method} ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    `authorization: Bearer ${secret}`,
    ...(text === '' ? [] : ['content-type: application/json']),
    ...(key === undefined ? [] : [`idempotency-key: ${key}`]),
    `content-length: ${Buffer.byteLength(text)}`,
    '',
    text,
  ].join('\r\n');
}

function ask(socket: Socket, bytes: string): Promise<RawAnswer> {
  const sentAt = performance.now();
  return new Promise((resolve, reject) => {
    let begun = '';
    const onData = (chunk: Buffer) => {
      begun += chunk.toString('latin1');
      const headEnds = begun.indexOf('\r\n\r\n');
      const length = /\r\ncontent-length: (\d+)/i.exec(begun.slice(0, headEnds + 2));
      if (headEnds < 0 || length === null) return;
      if (begun.length < headEnds + 4 + Number(length[1])) return;
      socket.off('data', onData).off('error', reject);
      const text = Buffer.from(begun.slice(headEnds + 4), 'latin1').toString('utf8');
      resolve({ status: Number(begun.slice(9, 12)), text, ms: performance.now() - sentAt });
    };
    socket.on('data', onData).once('error', reject);
    socket.write(bytes);
  });
}
