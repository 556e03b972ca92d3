// Who stops in the middle of a body would hold a connection, and what came of the body, for as long as they
// like: bodies are read before anybody asks who sends them. Node's own limit is for the whole request,
// and would end long streams of rows too.

import type { IncomingMessage } from 'node:http';
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

export function limitBodies(app: FastifyInstance, limits: BodyLimits): LimitedBodies {
  const { wholeMs, pauseMs } = limits;
  const timers = new WeakMap<IncomingMessage, NodeJS.Timeout>();

  // It keeps no process from ending: what is left of a body goes with its connection.
  function setTimer(body: IncomingMessage, timer: NodeJS.Timeout): void {
    clearTimeout(timers.get(body));
    timers.set(body, timer.unref());
  }

  app.addHook('preParsing', ({ raw }, _reply, _payload, done) => {
    if (hasBody(raw)) {
      setTimer(raw, setTimeout(cut, wholeMs, raw));
      const forget = () => clearTimeout(timers.get(raw));
      raw.once('end', forget).once('close', forget);
    }
    done();
  });
  return {
    isStream: (body) => setTimer(body, setInterval(cutWhenSilent(body), pauseMs)),
  };
}

function hasBody({ headers }: IncomingMessage): boolean {
  const length = headers['content-length'];
  return headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}

/** @returns what looks now and then whether anything came since it looked last */
function cutWhenSilent(body: IncomingMessage): () => void {
  let before = body.socket.bytesRead;
  return () => {
    const { bytesRead } = body.socket;
    // While some of it waits to be read, it is the reader who takes long.
    if (bytesRead === before && body.readableLength === 0) cut(body);
    before = bytesRead;
  };
}

function cut(body: IncomingMessage): void {
  // All of it came; what is done with it may take its time.
  if (!body.complete) body.destroy(new Error('the body did not go on'));
}
