// Refusals and failures as RFC 9457 problem+json.

import { STATUS_CODES } from 'node:http';
import { ERRORS, type ErrorCode, isErrorCode } from '@doorstep/contract/errors.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import type { FastifyReply } from 'fastify';

export interface FieldError {
  /** JSON pointer into the body, or the parameter's name. */
  readonly field: string;
  readonly problem: string;
}

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
  readonly remedy: string;
  readonly requestId: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}

export function problemOf(
  refusal: Refusal,
  requestId: string,
  errors?: readonly FieldError[],
): Problem {
  // A code that is not in the table is a bug; the caller still gets a form it can read.
  const code = isErrorCode(refusal.refused) ? refusal.refused : 'internal-error';
  const { status, title, remedy } = ERRORS[code];
  return {
    type: `/docs/errors#${code}`,
    title,
    status,
    code,
    detail: refusal.detail,
    remedy,
    requestId,
    ...(refusal.data === undefined ? {} : { data: refusal.data }),
    ...(errors === undefined ? {} : { errors }),
  };
}

/** The whole answer, for a connection that no handler sees: it is closed after it. */
export function wireProblem(problem: Problem): string {
  const body = JSON.stringify(problem);
  const wait = retryAfter(problem);
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    ...(typeof wait === 'number' ? [`retry-after: ${wait}`] : []),
    'connection: close',
    '',
    body,
  ].join('\r\n');
}

function retryAfter({ data, code }: Problem): unknown {
  return data?.['retryAfterSeconds'] ?? RETRY_AFTER_SECONDS[code];
}

/** Seconds a client should wait before it tries again, for the statuses that ask for it. */
const RETRY_AFTER_SECONDS: Partial<Record<ErrorCode, number>> = {
  overloaded: 1,
  'database-unavailable': 2,
  'rate-limited': 30,
  'idempotency-in-flight': 1,
};

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  reply.request.errorCode = problem.code;
  const wait = retryAfter(problem);
  if (typeof wait === 'number') reply.header('retry-after', wait);
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}
