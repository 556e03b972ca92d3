// Server-sent events: one at a time, waiting for a slow reader instead of buffering for it.
// https://html.spec.whatwg.org/multipage/server-sent-events.html

import { once } from 'node:events';
import type { FastifyReply } from 'fastify';

export interface EventStream {
  /** Aborted when the reader has gone, or the server stops. */
  readonly signal: AbortSignal;
  /** Ends the answer; the client may come back with Last-Event-ID. */
  end(): void;
  send(message: { id: string; event: string; data: unknown }): Promise<void>;
}

export function openEventStream(reply: FastifyReply, keepAliveMs: number): EventStream {
  const gone = new AbortController();
  reply.hijack();
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'x-request-id': reply.request.id,
  });
  reply.raw.write(': welcome\n\n');
  // A reader that left while its credentials were looked up closes no second time.
  if (reply.raw.destroyed) gone.abort();
  const keepAlive = setInterval(() => reply.raw.write(': still here\n\n'), keepAliveMs);
  const end = (): void => {
    clearInterval(keepAlive);
    gone.abort();
    reply.raw.end();
  };
  const { stopping } = reply.server;
  stopping.addEventListener('abort', end, { once: true });
  reply.raw.on('close', () => {
    stopping.removeEventListener('abort', end);
    end();
  });
  if (stopping.aborted || gone.signal.aborted) end();
  return {
    signal: gone.signal,
    end,
    async send({ id, event, data }) {
      if (gone.signal.aborted) return;
      const kept = reply.raw.write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      if (!kept) await once(reply.raw, 'drain', { signal: gone.signal }).catch(() => {});
    },
  };
}
