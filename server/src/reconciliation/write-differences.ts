// Writes down where a provider and the ledger say different things, each once, and takes it back when
// its cause is gone.

import { actorText } from '@doorstep/core/access/actor.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import type { DifferenceCause } from '@doorstep/core/reconciliation/match.ts';
import { newUuid } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import {
  clearDifferences as clearRows,
  type DifferenceRow,
  type DifferenceSubject,
  upsertDifferences,
} from './differences.sql.ts';

interface Told {
  readonly amountMinor: bigint;
  readonly currency: string;
}

export interface NewDifference {
  readonly subject: DifferenceSubject;
  /** A bare UUID, as `payment` and `order`. */
  readonly subjectId: string;
  readonly cause: DifferenceCause;
  readonly kind: string;
  readonly reference: string;
  readonly payment: string | null;
  readonly order: string | null;
  readonly ledger: Told | null;
  readonly provider: Told | null;
  readonly occurredAt: Date;
}

/** @returns how many were found for the first time */
export async function writeDifferences(
  tx: CommandTx,
  connection: string,
  found: readonly NewDifference[],
): Promise<number> {
  if (found.length === 0) return 0;
  const rows = await tx.rows(upsertDifferences, [
    connection,
    JSON.stringify(found.map(rowOf)),
    tx.now,
  ]);
  for (const row of rows) tellFound(tx, row);
  return rows.filter(({ version }) => version === 1).length;
}

function tellFound(tx: CommandTx, row: DifferenceRow): void {
  const subject = idFromUuid('difference', row.id);
  const { version, cause } = row;
  if (version > 1) {
    tx.emit({ type: 'difference.changed.v1', subject, version, data: { cause } });
    return;
  }
  tx.emit({
    type: 'difference.found.v1',
    subject,
    version,
    data: {
      cause,
      payment: row.payment_id === null ? null : idFromUuid('payment', row.payment_id),
      order: row.order_id === null ? null : idFromUuid('order', row.order_id),
    },
  });
}

/** @param subjects bare UUIDs of what is as it should be by now */
export async function clearDifferences(
  tx: CommandTx,
  subject: DifferenceSubject,
  subjects: readonly string[],
): Promise<void> {
  if (subjects.length === 0) return;
  const by = actorText(tx.actor);
  for (const row of await tx.rows(clearRows, [subject, subjects, tx.now, by]))
    tellResolved(tx, row);
}

/** What was raised about it is gone with it. */
export function tellResolved(tx: CommandTx, row: DifferenceRow): void {
  const id = idFromUuid('difference', row.id);
  tx.emit({
    type: 'difference.resolved.v1',
    subject: id,
    version: row.version,
    data: { cause: row.cause, resolution: row.resolution },
  });
  tx.clear({ type: 'reconciliation-difference', cause: id });
}

function rowOf(found: NewDifference): object {
  const { ledger, provider } = found;
  return {
    id: newUuid(),
    subject: found.subject,
    subjectId: found.subjectId,
    cause: found.cause,
    kind: found.kind,
    reference: found.reference,
    payment: found.payment,
    order: found.order,
    ledger: ledger === null ? null : String(ledger.amountMinor),
    ledgerCurrency: ledger?.currency ?? null,
    provider: provider === null ? null : String(provider.amountMinor),
    providerCurrency: provider?.currency ?? null,
    at: found.occurredAt,
  };
}
