// Tells of every request that was answered, to whoever keeps a log of them.

import { actorText } from '@doorstep/core/access/actor.ts';
import type { TenantId } from '@doorstep/core/ids.ts';
import type { FastifyInstance } from 'fastify';

/** What is told: never a body, never what a path was filled in with. */
export interface NotedRequest {
  readonly id: string;
  readonly operation: string;
  readonly method: string;
  readonly status: number;
  /** The code of the problem it was answered with. */
  readonly error: string | null;
  readonly actor: string;
  readonly tookMs: number;
}

export type NoteRequest = (tenant: TenantId, request: NotedRequest) => void;

/** The log itself is looked at again and again by whoever watches it. */
const LEFT_OUT: ReadonlySet<string> = new Set(['listRequests', 'getRequest']);

/** Only requests of somebody known: others belong to no tenant. Call it before routes are bound. */
export function noteRequests(app: FastifyInstance, note: NoteRequest): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { caller } = request;
    const { operation } = request.routeOptions.config as { operation?: string };
    if (caller !== null && operation !== undefined && !LEFT_OUT.has(operation))
      note(caller.tenant, {
        id: request.id,
        operation,
        method: request.method,
        status: reply.statusCode,
        error: request.errorCode,
        actor: actorText(caller.actor),
        tookMs: reply.elapsedTime,
      });
    done();
  });
}
