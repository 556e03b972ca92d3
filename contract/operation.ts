// One entry of the API: what a route takes, answers and refuses. The server binds handlers to
// operations, OpenAPI is made from them; neither can drift from the other.

import type { Scope } from '@doorstep/core/access/scope.ts';
import type { Static, TSchema } from 'typebox';
import type { ErrorCode } from './errors.ts';

export interface Operation<
  Params extends TSchema = TSchema,
  Query extends TSchema = TSchema,
  Body extends TSchema = TSchema,
  Answer extends TSchema = TSchema,
> {
  /** Stable: the name of the SDK's method. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `{name}` for parameters, as OpenAPI writes it. */
  readonly path: string;
  /** The room it belongs to. */
  readonly room: string;
  readonly summary: string;
  readonly description?: string;
  /** What the caller's role or key must hold; null for routes open to everybody. */
  readonly scope: Scope | null;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** The status of success. */
  readonly status: 200 | 201 | 202 | 204;
  readonly answer?: Answer;
  /** Content type of the answer where it is not JSON, or those it may have. */
  readonly answers?: StreamType | readonly StreamType[];
  /** Content types of the body besides JSON. */
  readonly accepts?: readonly ('application/x-ndjson' | 'application/octet-stream' | 'text/csv')[];
  /** The refusals of its own, besides those every route may answer. */
  readonly refusals: readonly ErrorCode[];
}

type StreamType =
  | 'text/event-stream'
  | 'application/x-ndjson'
  | 'text/csv'
  | 'image/png'
  | 'image/jpeg'
  | 'application/gzip'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Declares an operation with its schemas' types kept. */
export function operation<
  Params extends TSchema,
  Query extends TSchema,
  Body extends TSchema,
  Answer extends TSchema,
>(declared: Operation<Params, Query, Body, Answer>): Operation<Params, Query, Body, Answer> {
  return declared;
}

export type ParamsOf<O> =
  O extends Operation<infer P, TSchema, TSchema, TSchema> ? Static<P> : never;
export type QueryOf<O> =
  O extends Operation<TSchema, infer Q, TSchema, TSchema> ? Static<Q> : never;
export type BodyOf<O> = O extends Operation<TSchema, TSchema, infer B, TSchema> ? Static<B> : never;
export type AnswerOf<O> =
  O extends Operation<TSchema, TSchema, TSchema, infer A> ? Static<A> : never;
