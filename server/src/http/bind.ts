// Binds the contract's operations to verbs: credentials, validation, the command pipeline, answers.

import type {
  AnswerOf,
  BodyOf,
  Operation,
  ParamsOf,
  QueryOf,
} from '@doorstep/contract/operation.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from '../db/pool.ts';
import {
  type CommandContext,
  type CommandTx,
  type IdempotencyKey,
  runCommand,
} from '../db/run-command.ts';
import { inTransaction, type Tx } from '../db/transaction.ts';
import { refuseCrossSite } from './cross-site.ts';
import type { Authenticate, Principal } from './principal.ts';
import { type FieldError, problemOf, sendProblem } from './problem.ts';
import { refuseWithoutScope } from './refuse-without-scope.ts';
import { type Site, secretsOf } from './session-cookie.ts';
import { isStorable } from './storable-text.ts';
import { type Check, checkOfBody, checkOfQuery } from './validate.ts';

export interface HttpContext {
  readonly app: FastifyInstance;
  readonly pool: Pool;
  readonly now: () => Date;
  readonly authenticate: Authenticate;
  readonly site: Site;
}

export interface Input<O> {
  readonly params: ParamsOf<O>;
  readonly query: QueryOf<O>;
  readonly body: BodyOf<O>;
}

export interface Call<O> extends Input<O> {
  readonly principal: Principal;
  /** The secrets of a browser, that of this request first; none where a program calls. */
  readonly cookie: readonly string[];
  readonly idempotencyKey: IdempotencyKey | null;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** A write: runs the verb in the command pipeline. */
export function bindCommand<O extends Operation>(
  http: HttpContext,
  operation: O,
  verb: (tx: CommandTx, input: Input<O>) => Promise<AnswerOf<O> | Refusal>,
): void {
  bindCall(http, operation, async (call) => {
    const { params, query, body, idempotencyKey, reply } = call;
    const context = contextOf(http, call);
    const { outcome, replayed } = await runCommand(http.pool, context, idempotencyKey, (tx) =>
      verb(tx, { params, query, body }),
    );
    if (replayed) reply.header('idempotency-replayed', 'true');
    return outcome;
  });
}

/** Who runs a command, when and from where. */
export function contextOf(
  http: HttpContext,
  { principal, request }: Pick<Call<unknown>, 'principal' | 'request'>,
): CommandContext {
  const { tenant, actor } = principal;
  return { tenant, actor, now: http.now(), origin: { address: request.ip, request: request.id } };
}

/** A read: runs in a transaction of the caller's tenant. */
export function bindRead<O extends Operation>(
  http: HttpContext,
  operation: O,
  read: (tx: Tx, input: Input<O>) => Promise<AnswerOf<O> | Refusal>,
): void {
  bindCall(http, operation, ({ params, query, body, principal }) =>
    inTransaction(http.pool, principal.tenant, (tx) => read(tx, { params, query, body })),
  );
}

/** Anything else that needs a principal: streams, capture by micro-batches. */
export function bindCall<O extends Operation>(
  http: HttpContext,
  operation: O,
  handle: (call: Call<O>) => Promise<AnswerOf<O> | Refusal | undefined>,
): void {
  const check = checksOf(operation);
  route(http, operation, async (request, reply) => {
    const caller = await callerOf(http, request);
    if ('refused' in caller) return caller;
    const { principal, cookie } = caller;
    request.caller = principal;
    const needed = operation.scope;
    const refused = needed === null ? undefined : refuseWithoutScope(principal.scopes, needed);
    if (refused !== undefined) return refused;
    const input = check(request);
    if ('refused' in input) return input;
    const idempotencyKey = keyOf(operation, request);
    if (idempotencyKey !== null && 'refused' in idempotencyKey) return idempotencyKey;
    return handle({ ...(input as Input<O>), principal, cookie, idempotencyKey, request, reply });
  });
}

/** A route open to everybody, such as signing in. */
export function bindOpen<O extends Operation>(
  http: HttpContext,
  operation: O,
  handle: (
    input: Input<O>,
    request: FastifyRequest,
    reply: FastifyReply,
  ) => Promise<AnswerOf<O> | Refusal>,
): void {
  const check = checksOf(operation);
  route(http, operation, async (request, reply) => {
    const input = check(request);
    return 'refused' in input ? input : handle(input as Input<O>, request, reply);
  });
}

interface InvalidInput extends Refusal {
  readonly errors: readonly FieldError[];
}

function route(
  http: HttpContext,
  operation: Operation,
  handle: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
): void {
  http.app.route({
    method: operation.method,
    url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    config: { operation: operation.id },
    handler: async (request, reply) => {
      // Set first: a handler may choose another success, such as 200 for an order known before.
      reply.code(operation.status);
      const outcome = await handle(request, reply);
      if (reply.sent || reply.raw.headersSent) return reply;
      if (operation.method === 'GET')
        reply.header('server-timing', `app;dur=${reply.elapsedTime.toFixed(1)}`);
      if (isRefusal(outcome)) {
        const errors = 'errors' in outcome ? (outcome as InvalidInput).errors : undefined;
        return sendProblem(reply, problemOf(outcome, request.id, errors));
      }
      if (outcome === undefined || operation.status === 204) return reply.send();
      return reply.type('application/json').send(JSON.stringify(outcome));
    },
  });
}

interface Caller {
  readonly principal: Principal;
  readonly cookie: readonly string[];
}

/** A bearer secret, or else the cookie of a browser; one in the place of the other opens nothing. */
async function callerOf(http: HttpContext, request: FastifyRequest): Promise<Caller | Refusal> {
  const header = request.headers.authorization;
  if (header !== undefined) {
    const secret = header.startsWith('Bearer ') ? header.slice('Bearer '.length).trim() : '';
    const isBearer = secret !== '' && !secret.startsWith(BROWSER_PREFIX);
    const principal = isBearer ? await http.authenticate(secret) : undefined;
    return principal === undefined ? notAuthenticated() : { principal, cookie: [] };
  }
  const cookie = secretsOf(request, http.site);
  const [secret] = cookie;
  const principal = secret === undefined ? undefined : await http.authenticate(secret);
  if (secret === undefined || principal === undefined) return notAuthenticated();
  const crossSite =
    request.method === 'GET' ? undefined : refuseCrossSite(request, http.site, secret);
  return crossSite ?? { principal, cookie };
}

const BROWSER_PREFIX = 'dsb_';

function notAuthenticated(): Refusal {
  return refuse('not-authenticated', 'The request carries no valid credentials.');
}

type Checked = { params: unknown; query: unknown; body: unknown } | InvalidInput;

function checksOf(operation: Operation): (request: FastifyRequest) => Checked {
  const params = operation.params === undefined ? undefined : checkOfBody(operation.params);
  const query = operation.query === undefined ? undefined : checkOfQuery(operation.query);
  const streams = operation.accepts !== undefined;
  const body = operation.body === undefined || streams ? undefined : checkOfBody(operation.body);
  return (request) =>
    invalid(params, request.params, 'path') ??
    invalid(query, request.query, 'query') ??
    invalid(body, request.body, 'body') ?? {
      params: request.params,
      query: request.query,
      body: request.body,
    };
}

function invalid(check: Check | undefined, value: unknown, part: string): InvalidInput | undefined {
  if (check === undefined) return undefined;
  // The body was looked at when it was parsed.
  if (part !== 'body' && !isStorable(value))
    return { ...refuse('validation-failed', `The ${part} holds a NUL character.`), errors: [] };
  const errors = check(value ?? {});
  const first = errors[0];
  if (first === undefined) return undefined;
  const detail = `The ${part} is not as expected: ${first.field} ${first.problem}.`;
  return { ...refuse('validation-failed', detail), errors };
}

const KEY_LENGTH_MAX = 255;

function keyOf(operation: Operation, request: FastifyRequest): IdempotencyKey | Refusal | null {
  const key = request.headers['idempotency-key'];
  if (operation.method === 'GET' || key === undefined) return null;
  if (typeof key !== 'string' || key.length === 0 || key.length > KEY_LENGTH_MAX)
    return refuse(
      'validation-failed',
      `Idempotency-Key must have between 1 and ${KEY_LENGTH_MAX} characters.`,
    );
  // A stream is not read yet: its rows are told apart one by one.
  const streams = operation.accepts !== undefined;
  const body = streams ? '' : JSON.stringify(request.body ?? null);
  return { key, route: operation.id, input: `${request.url}\n${body}` };
}
