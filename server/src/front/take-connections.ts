// The side of a process behind the front: serves the connections that are handed to it, tells how busy
// it is, and sends a tenant away when it is told to.

import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { FromApi, ToApi } from './messages.ts';

export interface TakenConnections {
  stop(): void;
}

const TELL_EVERY_MS = 500;

interface Taken {
  readonly tenant: string | null;
  /** In and out, when it was last told. */
  bytes: number;
  isToGo: boolean;
}

/** @param server does not listen */
export function takeConnections(server: Server): TakenConnections {
  const taken = new Map<Socket, Taken>();
  let before = performance.eventLoopUtilization();

  function take(socket: Socket, tenant: string | null, bytes: Uint8Array): void {
    taken.set(socket, { tenant, bytes: 0, isToGo: false });
    socket.once('close', () => taken.delete(socket));
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
  // At the end of an answer, and never between: a request that is on its way would be lost.
  server.prependListener('request', (request, response) => {
    if (taken.get(request.socket)?.isToGo === true) response.setHeader('connection', 'close');
  });
  // What a server does when it begins to listen: from now on it looks for requests that take too long.
  server.emit('listening');
  process.on('message', onMessage);
  const telling = setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    send({ is: 'load', load: { busy: utilization, traffic: trafficOf(taken) } });
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

function trafficOf(taken: ReadonlyMap<Socket, Taken>): Map<string, number> {
  const traffic = new Map<string, number>();
  for (const [socket, one] of taken) {
    const bytes = socket.bytesRead + socket.bytesWritten;
    if (one.tenant !== null && bytes > one.bytes)
      traffic.set(one.tenant, (traffic.get(one.tenant) ?? 0) + bytes - one.bytes);
    one.bytes = bytes;
  }
  return traffic;
}

function isSocket(one: unknown): one is Socket {
  return one !== null && typeof one === 'object' && 'bytesRead' in one;
}

function send(message: FromApi): void {
  if (process.connected) process.send?.(message);
}
