// A planned stop takes no answer away from who was promised one: a capture that is committing is committed
// whatever happens to its connection, and its buyer would not know.

import { setMaxListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { refuse } from '@doorstep/core/refusal.ts';
import type { FastifyInstance } from 'fastify';
import { problemOf, sendProblem } from './problem.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Aborted when the server is told to stop. */
    stopping: AbortSignal;
  }
}

/** A process of the API has eight seconds in all, and must close its pools in them too. */
const ANSWERS_MS_MAX = 5_000;
const LOOK_EVERY_MS = 10;

/** When the app closes, answers under way are waited for; what is asked from then on is refused. */
export function finishAnswers(app: FastifyInstance): void {
  const stopping = new AbortController();
  // Each open stream of events listens.
  setMaxListeners(0, stopping.signal);
  app.decorate('stopping', stopping.signal);
  const answers = answersUnderWay(app);

  // For connections that were open before: one that a client keeps, or that is sending its request.
  app.addHook('onRequest', (request, reply, done) => {
    if (!stopping.signal.aborted) return done();
    const refusal = refuse(
      'overloaded',
      'This server is stopping; another one may be there already.',
    );
    sendProblem(reply.header('connection', 'close'), problemOf(refusal, request.id));
  });
  // Those that are still open after it are cut by forceCloseConnections.
  app.addHook('preClose', async () => {
    stopping.abort();
    // Takes no new connection, and closes those on which nothing was asked since the last answer.
    app.server.close();
    answers.sayLast();
    await answers.settled(ANSWERS_MS_MAX);
  });
}

/** Looked for when it is asked: a listener to each answer would be a tenth of what a small request costs. */
function answersUnderWay({ server }: FastifyInstance) {
  // Of a connection that breaks no answer is under way any more.
  const newest = new Map<Socket, readonly ServerResponse[]>();
  server.on('connection', (socket: Socket) => {
    newest.set(socket, []);
    socket.once('close', () => newest.delete(socket));
  });
  server.prependListener('request', ({ socket }, answer) => {
    const before = newest.get(socket);
    if (before !== undefined) newest.set(socket, [...before.filter(isUnderWay), answer]);
  });
  const all = () => [...newest.values()].flatMap((answers) => answers.filter(isUnderWay));

  return {
    /** Nothing is to be asked on a connection after the answer that it waits for. */
    sayLast(): void {
      for (const answer of all()) if (!answer.headersSent) answer.setHeader('connection', 'close');
    },
    async settled(withinMs: number): Promise<void> {
      const end = performance.now() + withinMs;
      while (all().length > 0 && performance.now() < end) await sleep(LOOK_EVERY_MS);
    },
  };
}

function isUnderWay(answer: ServerResponse): boolean {
  return !answer.writableFinished;
}
