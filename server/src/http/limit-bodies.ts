// Who stops in the middle of a body would hold a connection, and what came of the body, for as long as they
// like: bodies are read before anybody asks who sends them. Node's own limit is for the whole request,
// and would end long streams of rows too.

import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

export interface BodyLimits {
  /** For a body that is read as a whole, from its head to its end. */
  readonly wholeMs: number;
  /** For a stream: so long something may come of it at the latest after what came before. */
  readonly pauseMs: number;
}

/** 4 MB at 35 kB a second; and what proxies let a sender pause. */
export const BODY_LIMITS: BodyLimits = { wholeMs: 120_000, pauseMs: 60_000 };

export interface LimitedBodies {
  /** From now on only the pauses of this one count. */
  isStream(body: IncomingMessage): void;
}

interface Incoming {
  readonly body: IncomingMessage;
  /** Of a stream the last time that something of it was seen to have come. */
  since: number;
  isStream: boolean;
  bytesRead: number;
}

/** In the time of a limit it is looked so often whether that is over. */
const LOOKS = 4;

/**
 * Looked for now and then over all connections: a timer for each request would be a tenth of what a small
 * one costs.
 */
export function limitBodies(app: FastifyInstance, limits: BodyLimits): LimitedBodies {
  /** What came last on each connection; what came before it is complete. */
  const newest = new Map<Socket, Incoming>();
  const { server } = app;
  server.on('connection', (socket: Socket) => {
    socket.once('close', () => newest.delete(socket));
  });
  server.prependListener('request', (body) => {
    const since = performance.now();
    newest.set(body.socket, { body, since, isStream: false, bytesRead: 0 });
  });

  const everyMs = Math.min(limits.wholeMs, limits.pauseMs) / LOOKS;
  const looking = setInterval(() => {
    for (const incoming of newest.values()) if (isOver(incoming, limits)) cut(incoming.body);
  }, everyMs).unref();
  app.addHook('onClose', async () => clearInterval(looking));
  return {
    isStream(body) {
      const incoming = newest.get(body.socket);
      if (incoming?.body === body) incoming.isStream = true;
    },
  };
}

function isOver(incoming: Incoming, { wholeMs, pauseMs }: BodyLimits): boolean {
  const { body, isStream } = incoming;
  // All of it came; what is done with it may take its time.
  if (body.complete) return false;
  const now = performance.now();
  if (!isStream) return now - incoming.since > wholeMs;
  const { bytesRead } = body.socket;
  // While some of it waits to be read, it is the reader who takes long.
  if (bytesRead !== incoming.bytesRead || body.readableLength > 0)
    Object.assign(incoming, { bytesRead, since: now });
  return now - incoming.since > pauseMs;
}

function cut(body: IncomingMessage): void {
  body.destroy(new Error('the body did not go on'));
}
