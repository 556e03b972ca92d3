// Tries again what many exceptions are about, each in a transaction of its own: what is possible now
// closes, the rest stays with the reason of now. Under an idempotency key the chosen exceptions and
// the outcome of each are kept, so a request sent again tries nothing twice.

import type { retryExceptions as operation } from '@doorstep/contract/exception-groups.ts';
import type { AnswerOf, BodyOf } from '@doorstep/contract/operation.ts';
import { type Id, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Pool } from '../db/pool.ts';
import { type CommandContext, type IdempotencyKey, runCommand } from '../db/run-command.ts';
import { inTransaction } from '../db/transaction.ts';
import { decodeCursor, pageOf, UUID_PART } from '../http/cursor.ts';
import { listOldestOfType } from './groups.sql.ts';
import { refuseRetry } from './refuse-retry.ts';
import { type Retried, type Retrier, retryException } from './retry-exception.ts';
import { sayRetried } from './say-retried.ts';

type Body = BodyOf<typeof operation>;
type Answer = AnswerOf<typeof operation>;

export interface Retry extends Retrier {
  readonly pool: Pool;
  /** When each of them is tried: its own moment. */
  readonly context: () => CommandContext;
  readonly key: IdempotencyKey | null;
}

interface Chosen {
  readonly exceptions: readonly Id<'exception'>[];
  readonly nextCursor: string | null;
}

const LIMIT_DEFAULT = 50;
const BEFORE_ALL = '0'.repeat(32);

export async function retryExceptions(retry: Retry, body: Body): Promise<Answer | Refusal> {
  const chosen = await choose(retry, body);
  if (isRefusal(chosen)) return chosen;
  const rows: Answer['rows'] = [];
  for (const exception of chosen.exceptions) rows.push(await tryOne(retry, exception));
  const cleared = rows.filter(({ outcome }) => outcome === 'cleared').length;
  return { rows, cleared, nextCursor: chosen.nextCursor };
}

async function choose(
  { pool, scopes, context, key }: Retry,
  body: Body,
): Promise<Chosen | Refusal> {
  const { type, exceptions, cursor, limit = LIMIT_DEFAULT } = body;
  if ((type === undefined) === (exceptions === undefined))
    return refuse('validation-failed', 'Name `exceptions`, or a `type`: one of the two.');
  if (exceptions !== undefined)
    return { exceptions: exceptions as Id<'exception'>[], nextCursor: null };
  const refused = type === undefined ? undefined : refuseRetry(type, scopes);
  if (refused !== undefined) return refused;
  const after = decodeCursor(cursor, [UUID_PART]);
  if (isRefusal(after)) return after;
  const { outcome } = await runCommand<Chosen>(pool, context(), key, async (tx) => {
    const rows = await tx.rows(listOldestOfType, [type, after?.[0] ?? BEFORE_ALL, limit + 1]);
    const id = (row: { id: string }) => idFromUuid('exception', row.id);
    const page = pageOf(rows, limit, id, (row) => [uuidOf(id(row))]);
    return { exceptions: page.items, nextCursor: page.nextCursor };
  });
  return outcome;
}

async function tryOne(retry: Retry, exception: Id<'exception'>): Promise<Answer['rows'][number]> {
  const { pool, context, key } = retry;
  const own = key === null ? null : { ...key, key: `${key.key} ${exception}` };
  const now = context();
  const { outcome } = await runCommand<Retried>(pool, now, own, (tx) =>
    retryException(tx, retry, exception),
  );
  // What the command closed is seen once it is committed.
  return inTransaction(pool, now.tenant, (tx) => sayRetried(tx, exception, outcome));
}
