// Who takes the connections where several processes serve them: reads the first bytes, finds out
// whose it is, and hands the connection to the process of that tenant. From then on it is theirs;
// nothing that is said on it comes by here again.

import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { stopReading } from './below-socket.ts';
import { firstSecret } from './first-secret.ts';

export interface FrontOptions {
  readonly host: string;
  readonly port: number;
  /** Undefined when the secret opens nothing. Who cannot be looked up is served all the same. */
  readonly tenantOf: (secret: string) => Promise<string | undefined>;
  /** Takes a connection that is not being read. */
  readonly take: (tenant: string | null, bytes: Buffer, socket: Socket) => void;
}

export interface Front {
  readonly url: string;
  /** Resolves when all that was asked here has been handed over. */
  stop(): Promise<void>;
}

/** From the connection to the end of the first head, as node's servers have it. */
const HEAD_MS_MAX = 60_000;
/** While it is waited for, nobody sees whether the sender is still there. */
const LOOKUP_MS_MAX = 1_000;

/** As node's HTTP servers have them, and looked after by the system, wherever they are handed to. */
const SOCKETS = { noDelay: true, keepAlive: true, keepAliveInitialDelay: 60_000 };

/** @throws Error with the code EADDRINUSE where somebody listens already */
export async function openFront(options: FrontOptions): Promise<Front> {
  const { host, port, tenantOf, take } = options;
  /** Nothing was asked on them yet. */
  const silent = new Set<Socket>();
  /** Those on which something was. */
  const taking = new Set<Promise<void>>();
  async function takeWhole(socket: Socket, { bytes, secret }: Head): Promise<void> {
    const tenant = secret === null ? undefined : await lookUp(tenantOf, secret);
    if (!socket.destroyed) take(tenant ?? null, bytes, socket);
  }
  const server = createServer(SOCKETS, (socket) => {
    silent.add(socket);
    readHead(socket)
      .finally(() => silent.delete(socket))
      .then(async (head) => {
        const taken = takeWhole(socket, head);
        taking.add(taken);
        await taken.finally(() => taking.delete(taken));
      })
      .catch(() => socket.destroy());
  });
  server.listen({ host, port });
  await once(server, 'listening');
  return {
    url: urlOf(server.address() as AddressInfo),
    async stop() {
      // Not waited for: node takes a server for open while connections that it handed over are.
      server.close();
      for (const socket of silent) socket.destroy();
      await Promise.allSettled(taking);
    },
  };
}

interface Head {
  /** What was read, which may go beyond the head. */
  readonly bytes: Buffer;
  readonly secret: string | null;
}

/** It stops reading with the chunk in which the head ends. */
function readHead(socket: Socket): Promise<Head> {
  return new Promise((resolve, reject) => {
    let bytes: Buffer = Buffer.alloc(0);
    const timer = setTimeout(() => reject(new Error('no request')), HEAD_MS_MAX);
    const onData = (chunk: Buffer) => {
      bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk]);
      const found = firstSecret(bytes);
      if (found === 'more') return;
      stopReading(socket);
      clearTimeout(timer);
      socket.off('data', onData);
      resolve({ bytes, secret: found?.secret ?? null });
    };
    socket.on('data', onData);
    for (const end of ['error', 'end', 'close'])
      socket.once(end, () => {
        clearTimeout(timer);
        reject(new Error('it ended before its request did'));
      });
  });
}

/** @returns undefined for whoever is unknown, or cannot be looked up in time */
function lookUp(tenantOf: FrontOptions['tenantOf'], secret: string): Promise<string | undefined> {
  const late = sleep(LOOKUP_MS_MAX, undefined, { ref: false });
  return Promise.race([tenantOf(secret).catch(() => undefined), late]);
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
