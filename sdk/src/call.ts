// Calls an operation: one input, put where each part of it stands in the request.

import type { OperationFacts, RequestOptions } from './operation.ts';
import { randomKey } from './random-key.ts';
import { type Connection, type Outgoing, send } from './send.ts';

export type Input = Readonly<Record<string, unknown>>;

export async function call(
  connection: Connection,
  facts: OperationFacts,
  input: Input = {},
  options: RequestOptions = {},
): Promise<unknown> {
  const outgoing = outgoingOf(facts, input, options);
  return send(connection, outgoing, options, outgoing.isStream ? asItIs : readJson);
}

/** Every item of a list, page after page. */
export async function* callAll(
  connection: Connection,
  facts: OperationFacts,
  input: Input = {},
  options: RequestOptions = {},
): AsyncGenerator<unknown, void, undefined> {
  const { takes, tells } = facts.pages ?? { takes: 'cursor', tells: 'nextCursor' };
  // Of the log the newest may be asked for, wherever one is: what follows is behind them.
  const { newest: _, ...following } = input;
  let asked = input;
  let next: unknown;
  do {
    const page = (await call(connection, facts, asked, options)) as {
      readonly items: readonly unknown[];
    } & Input;
    yield* page.items;
    // The log has no last page: it goes on where it ends now. Of a list, a page may be empty and
    // others follow, where few match.
    const isEndOfLog = tells === 'nextAfter' && page.items.length === 0;
    next = isEndOfLog ? null : page[tells];
    asked = { ...following, [takes]: next };
  } while (next !== null && next !== undefined);
}

export function outgoingOf(
  facts: OperationFacts,
  input: Input,
  { idempotencyKey }: RequestOptions = {},
): Outgoing {
  const rest = new Map(Object.entries(input));
  const take = (name: string): unknown => {
    const value = rest.get(name);
    rest.delete(name);
    return value;
  };
  const path = facts.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = take(name);
    if (value === undefined || value === '') throw new TypeError(`${facts.path} needs ${name}.`);
    return encodeURIComponent(String(value));
  });
  const body = facts.body === 'nested' ? take('body') : undefined;
  const isFlat = facts.body === 'flat';
  const inQuery = isFlat ? (facts.query ?? []) : [...rest.keys()];
  const query = queryOf(inQuery.map((name) => [name, take(name)]));
  const document = isFlat ? Object.fromEntries(rest) : body;
  return {
    method: facts.method,
    path: path + query,
    headers: {
      ...(facts.keyed ? { 'idempotency-key': idempotencyKey ?? randomKey() } : {}),
      ...(document === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(document === undefined ? {} : { body: JSON.stringify(document) }),
    mayRepeat: facts.method === 'GET' || facts.keyed === true,
    isStream: facts.answers !== undefined,
  };
}

function queryOf(fields: readonly (readonly [string, unknown])[]): string {
  const query = new URLSearchParams();
  for (const [name, value] of fields) {
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

async function asItIs(response: Response): Promise<Response> {
  return response;
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}
