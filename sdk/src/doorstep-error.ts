// What can go wrong: the server said no, or nobody answered.

import type { ErrorCode } from './generated/schemas.ts';

/** A field of a request that is not as expected. */
export interface FieldError {
  /** JSON pointer into the body, or the parameter's name. */
  readonly field: string;
  readonly problem: string;
}

/** An answer of RFC 9457, as the server sends it. */
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

/** The server answered that it will not, or cannot. Decide by `code`. */
export class DoorstepError extends Error {
  override readonly name = 'DoorstepError';
  /** Stable; `not-a-problem` when something in between answered, such as a proxy. */
  readonly code: ErrorCode | 'not-a-problem';
  readonly status: number;
  /** This case, for people. */
  readonly detail: string;
  /** What to do. */
  readonly remedy: string;
  /** The facts behind it. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The fields that are not as expected, for `validation-failed`. */
  readonly errors: readonly FieldError[];
  /** Finds the request in the log of the server. */
  readonly requestId: string | null;
  /** Seconds the server asks to wait, if it does. */
  readonly retryAfterSeconds: number | null;

  constructor(response: Pick<Response, 'status' | 'headers'>, text: string) {
    const problem = readProblem(text);
    const detail = problem?.detail ?? `The answer has status ${response.status} and no problem.`;
    super(`${problem?.code ?? response.status}: ${detail}`);
    this.code = problem?.code ?? 'not-a-problem';
    this.status = response.status;
    this.detail = detail;
    this.remedy = problem?.remedy ?? 'Check that the URL is that of a Doorstep server.';
    this.data = problem?.data ?? {};
    this.errors = problem?.errors ?? [];
    this.requestId = problem?.requestId ?? response.headers.get('x-request-id');
    this.retryAfterSeconds = readRetryAfter(response.headers.get('retry-after'));
  }
}

/** No answer came: nobody listens, the connection broke, or the time ran out. */
export class DoorstepUnreachable extends Error {
  override readonly name = 'DoorstepUnreachable';
  /** `timeout`: a try took longer than `timeoutMs`; `network`: `cause` is what fetch said. */
  readonly reason: 'network' | 'timeout';

  constructor(reason: 'network' | 'timeout', words: string, cause?: unknown) {
    super(words, { cause });
    this.reason = reason;
  }
}

function readProblem(text: string): Problem | undefined {
  try {
    const problem = JSON.parse(text) as Problem | null;
    return typeof problem?.code === 'string' ? problem : undefined;
  } catch {
    return undefined;
  }
}

/** Seconds or a date: RFC 9110, 10.2.3. */
function readRetryAfter(header: string | null): number | null {
  if (header === null) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null;
}
