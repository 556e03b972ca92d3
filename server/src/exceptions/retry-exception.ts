// Tries again what one exception is about.

import type { Scope } from '@doorstep/core/access/scope.ts';
import { retryOf } from '@doorstep/core/exceptions/retry.ts';
import { type Id, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { matchUnknownSkus } from '../orders/match-unknown-skus.ts';
import { sourceOrder } from '../orders/source-order.ts';
import type { SourcingDeps } from '../orders/source-units.ts';
import { retryPayment } from '../payments/retry-payment.ts';
import { exceptionNotFound } from './lock-open-exception.ts';
import { refuseRetry } from './refuse-retry.ts';
import { type ExceptionRow, selectException } from './sql.ts';

/** What was tried. */
export interface Retried {
  readonly tried: 'source' | 'ask' | 'match' | 'nothing';
}

export interface Retrier {
  readonly deps: SourcingDeps;
  /** What the caller may do. */
  readonly scopes: readonly Scope[];
}

/**
 * The exception is not locked: its cause is what is worked on, and closes it. Orders and stock are
 * locked before exceptions, everywhere.
 */
export async function retryException(
  tx: CommandTx,
  { deps, scopes }: Retrier,
  exception: Id<'exception'>,
): Promise<Retried | Refusal> {
  const row = await tx.row(selectException, [uuidOf(exception)]);
  if (row === undefined) return exceptionNotFound(exception);
  if (row.status === 'closed') return { tried: 'nothing' };
  const outcome = refuseRetry(row.type, scopes) ?? (await tryAgain(tx, deps, row));
  return isRefusal(outcome) ? outcome : { tried: outcome };
}

async function tryAgain(
  tx: CommandTx,
  deps: SourcingDeps,
  row: ExceptionRow,
): Promise<Retried['tried'] | Refusal> {
  const kind = retryOf(row.type);
  if (kind === 'ask' && row.payment_id !== null) {
    const asked = await retryPayment(tx, idFromUuid('payment', row.payment_id));
    return isRefusal(asked) ? asked : kind;
  }
  if (row.order_id === null) return 'nothing';
  const order = idFromUuid('order', row.order_id);
  if (kind === 'match') {
    await matchUnknownSkus(tx, deps, order);
    return kind;
  }
  if (kind !== 'source') return 'nothing';
  const sourced = await sourceOrder(tx, deps, order);
  return isRefusal(sourced) ? sourced : kind;
}
