// Who takes the connections where several processes serve them: reads the first bytes, finds out
// whose it is, and hands the connection to the process of that tenant. From then on it is theirs;
// nothing that is said on it comes by here again.

import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { stopReading } from './below-socket.ts';
import { firstSecret } from './first-secret.ts';

export interface FrontOptions {
  readonly host: string;
  readonly port: number;
  /** Undefined when the secret opens nothing, or cannot be looked up: it is served all the same. */
  readonly tenantOf: (secret: string) => Promise<string | undefined>;
  /** Takes a connection that is not being read. */
  readonly take: (tenant: string | null, bytes: Buffer, socket: Socket) => void;
}

export interface Front {
  readonly url: string;
  stop(): void;
}

/** Who says nothing is not waited for longer: the head of a request may take as long at the processes. */
const HEAD_MS_MAX = 60_000;

/** @throws Error with the code EADDRINUSE where somebody listens already */
export async function openFront(options: FrontOptions): Promise<Front> {
  const { host, port, tenantOf, take } = options;
  const waiting = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    waiting.add(socket);
    readHead(socket)
      .then(async (bytes) => {
        const found = firstSecret(bytes);
        const isKnown = found !== null && found !== 'more';
        const tenant = isKnown ? await tenantOf(found.secret) : undefined;
        waiting.delete(socket);
        if (!socket.destroyed) take(tenant ?? null, bytes, socket);
      })
      .catch(() => {
        waiting.delete(socket);
        socket.destroy();
      });
  });
  server.listen({ host, port });
  await once(server, 'listening');
  return {
    url: urlOf(server.address() as AddressInfo),
    stop() {
      // Not waited for: node takes a server for open while connections that it handed over are.
      server.close();
      for (const socket of waiting) socket.destroy();
    },
  };
}

/** @returns what was read, and stops reading */
function readHead(socket: Socket): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let bytes: Buffer = Buffer.alloc(0);
    const onData = (chunk: Buffer) => {
      bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk]);
      if (firstSecret(bytes) === 'more') return;
      stopReading(socket);
      socket.setTimeout(0);
      socket.off('data', onData);
      resolve(bytes);
    };
    socket.on('data', onData);
    socket.setTimeout(HEAD_MS_MAX, () => reject(new Error('no request')));
    socket.once('error', reject);
    for (const end of ['end', 'close'] as const)
      socket.once(end, () => reject(new Error('it ended before its request did')));
  });
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
