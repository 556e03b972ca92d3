// Calls the API by the operations of the contract.

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  AnswerOf,
  BodyOf,
  Operation,
  ParamsOf,
  QueryOf,
} from '@doorstep/contract/operation.ts';
import { CommandError } from './command-error.ts';
import type { Connection } from './config.ts';

export interface Input<O> {
  readonly params?: ParamsOf<O>;
  readonly query?: QueryOf<O>;
  readonly body?: BodyOf<O>;
  readonly idempotencyKey?: string;
}

/**
 * A busy server is asked again with the same idempotency key, so nothing happens twice; so is one
 * whose answer was lost, for it may have done the work.
 */
const ATTEMPTS_MAX = 4;
const LOST_WAIT_MS = 250;
const RETRY_AFTER_SECONDS_MAX = 10;
const TRY_AGAIN = new Set(['overloaded', 'database-unavailable', 'idempotency-in-flight']);

export async function callApi<O extends Operation>(
  connection: Connection,
  operation: O,
  input: Input<O> = {},
): Promise<AnswerOf<O>> {
  const url = urlOf(connection, operation, input);
  const request = {
    method: operation.method,
    headers: headersOf(connection, operation, input.idempotencyKey),
    ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
  };
  let wasLost = false;
  for (let attempt = 1; ; attempt += 1) {
    const isLast = attempt === ATTEMPTS_MAX;
    const told = await ask(url, request).catch((error: unknown) => {
      // Nobody was there from the start: no use in waiting. After a loss the server may restart.
      wasLost ||= isLost(error);
      if (isLast || !(wasLost && isUnreached(error))) return reach(connection, () => raise(error));
      return undefined;
    });
    if (told === undefined) {
      await sleep(LOST_WAIT_MS * 2 ** attempt);
      continue;
    }
    const { response, text } = told;
    if (response.ok) return readAnswer(connection, text) as AnswerOf<O>;
    const error = errorOf(response.status, text);
    if (isLast || !TRY_AGAIN.has(codeOf(error))) throw error;
    const seconds = Number(response.headers.get('retry-after') ?? 1);
    await sleep(Math.min(seconds, RETRY_AFTER_SECONDS_MAX) * 1000);
  }
}

async function ask(url: URL, request: RequestInit): Promise<{ response: Response; text: string }> {
  const response = await fetch(url, request);
  return { response, text: await response.text() };
}

function raise(error: unknown): Promise<never> {
  return Promise.reject(error);
}

export function urlOf<O extends Operation>(
  connection: Connection,
  operation: O,
  { params, query }: Pick<Input<O>, 'params' | 'query'>,
): URL {
  const values = (params ?? {}) as Record<string, unknown>;
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(values[name])),
  );
  const url = new URL(connection.url + path);
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>))
    if (value !== undefined) url.searchParams.set(name, String(value));
  return url;
}

export function headersOf(
  connection: Connection,
  operation: Operation,
  idempotencyKey: string = randomUUID(),
): Record<string, string> {
  return {
    authorization: `Bearer ${connection.apiKey}`,
    ...(operation.method === 'GET' ? {} : { 'idempotency-key': idempotencyKey }),
    ...(operation.body === undefined ? {} : { 'content-type': 'application/json' }),
  };
}

/** @throws CommandError with exit code 3 when nobody answers */
export async function reach<T>(connection: Connection, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    // A mistake on this side, such as a header that cannot be sent, is no dead server.
    if (!isUnreached(error)) throw error;
    const code = codeOfCause(error);
    throw new CommandError({
      what: `No Doorstep answers at ${connection.url}${code === undefined ? '' : ` (${code})`}.`,
      remedy: 'Start it with npm start, or set DOORSTEP_URL to where it listens.',
      exitCode: 3,
    });
  }
}

function codeOfCause(error: unknown): string | undefined {
  return (((error as Error).cause ?? error) as NodeJS.ErrnoException).code;
}

function isUnreached(error: unknown): boolean {
  return codeOfCause(error) !== undefined || isBrokenConnection(error);
}

/** There was a connection, and it broke. */
function isLost(error: unknown): boolean {
  const code = codeOfCause(error);
  if (code === undefined) return isBrokenConnection(error);
  return /^(ECONNRESET|EPIPE|ETIMEDOUT|UND_ERR_)/.test(code);
}

/** fetch names no reason when the other side hangs up, or when we did. */
function isBrokenConnection(error: unknown): boolean {
  return error instanceof Error && /^(fetch failed|terminated|This operation)/.test(error.message);
}

function readAnswer(connection: Connection, text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    throw new CommandError({
      what: `What answers at ${connection.url} is not Doorstep: it does not speak JSON.`,
      remedy: 'Set DOORSTEP_URL to where Doorstep listens.',
      exitCode: 3,
    });
  }
}

interface ProblemAnswer {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly remedy?: string;
  readonly errors?: readonly { readonly field: string; readonly problem: string }[];
}

export function errorOf(status: number, text: string): CommandError {
  const problem = readProblem(text);
  return new CommandError({
    what: problem?.detail ?? `The server answered ${status}.`,
    remedy: problem?.remedy ?? 'Check that DOORSTEP_URL is a Doorstep server.',
    exitCode: 1,
    fields: (problem?.errors ?? []).map(({ field, problem: wrong }) => `${field} ${wrong}`),
    ...(problem === undefined ? {} : { problem }),
  });
}

function readProblem(text: string): ProblemAnswer | undefined {
  try {
    const problem = JSON.parse(text) as ProblemAnswer;
    return typeof problem.code === 'string' ? problem : undefined;
  } catch {
    return undefined;
  }
}

function codeOf(error: CommandError): string {
  return (error.facts.problem as ProblemAnswer | undefined)?.code ?? '';
}
