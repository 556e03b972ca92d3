// The side of a process behind the front: serves the connections that are handed to it, tells how busy
// it is, and sends a tenant away when it is told to.

import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { FromApi, ToApi } from './messages.ts';
import { tenantTraffic } from './tenant-traffic.ts';

export interface TakenConnections {
  stop(): void;
}

const TELL_EVERY_MS = 500;

interface Taken {
  /** Null: who sent the first request did not say who they are. */
  readonly tenant: string | null;
  isToGo: boolean;
}

/** @param server does not listen */
export function takeConnections(server: Server): TakenConnections {
  const taken = new Map<Socket, Taken>();
  const traffic = tenantTraffic();
  let before = performance.eventLoopUtilization();

  function take(socket: Socket, tenant: string | null, bytes: Uint8Array): void {
    taken.set(socket, { tenant, isToGo: false });
    if (tenant !== null) traffic.opened(socket, tenant, bytes.byteLength);
    socket.once('close', () => {
      taken.delete(socket);
      traffic.closed(socket);
    });
    server.emit('connection', socket);
    // The parser of node's server hears it like all that comes after.
    socket.emit('data', Buffer.from(bytes));
    socket.resume();
  }

  const onMessage = (message: ToApi<unknown>, socket?: unknown): void => {
    if (message.is === 'connection' && isSocket(socket))
      take(socket, message.tenant, message.bytes);
    if (message.is === 'let-go')
      for (const one of taken.values()) if (one.tenant === message.tenant) one.isToGo = true;
  };
  // With an answer, and never between two: a request that is on its way would be lost. So is one that was
  // sent before the answer to another came, which hardly anybody does.
  server.prependListener('request', (request, response) => {
    const one = taken.get(request.socket);
    // Who came as a stranger and now says who they are is to be with their own.
    const isStranger = one?.tenant === null && saysWho(request);
    if (one?.isToGo === true || isStranger) response.setHeader('connection', 'close');
  });
  // What a server does when it begins to listen: from now on it looks for requests that take too long.
  server.emit('listening');
  process.on('message', onMessage);
  const telling = setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    send({ is: 'load', load: { busy: utilization, traffic: traffic.take() } });
  }, TELL_EVERY_MS);
  send({ is: 'ready' });
  return {
    stop() {
      clearInterval(telling);
      process.off('message', onMessage);
      for (const socket of taken.keys()) socket.destroy();
    },
  };
}

function saysWho({ headers }: IncomingMessage): boolean {
  return headers.authorization !== undefined || headers.cookie?.includes('doorstep=') === true;
}

function isSocket(one: unknown): one is Socket {
  return one !== null && typeof one === 'object' && 'bytesRead' in one;
}

function send(message: FromApi): void {
  if (process.connected) process.send?.(message);
}
