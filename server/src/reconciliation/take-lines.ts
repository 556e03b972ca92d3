// Takes a page of a statement: keeps what is new of it, enters it into the books, and weighs it against
// the ledger. The same page twice, or the same booking in a file and by a call, changes nothing.

import { entriesOfLine } from '@doorstep/core/accounting/journal.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import type { ProviderPayout, StatementLine } from '@doorstep/core/payments/statement.ts';
import { postEntries } from '../accounting/post-entries.ts';
import { newUuid } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { lineOfRow, rowOfLine } from './line-of-row.ts';
import {
  fillLines,
  insertLines,
  type LineRow,
  selectLinesById,
  selectLinesToWeigh,
  upsertPayout,
} from './lines.sql.ts';
import { type StatementOf, weighLines } from './weigh-lines.ts';

export interface Taken {
  readonly lines: number;
  readonly newLines: number;
  readonly differences: number;
}

export async function takeLines(
  tx: CommandTx,
  of: StatementOf,
  told: readonly StatementLine[],
  payouts: readonly ProviderPayout[],
): Promise<Taken> {
  for (const payout of payouts) await keepPayout(tx, of.connection, payout, false);
  for (const payout of told.flatMap(payoutOf)) await keepPayout(tx, of.connection, payout, true);
  const lines = [...new Map(told.map((line) => [line.reference, line])).values()];
  if (lines.length === 0) return { lines: 0, newLines: 0, differences: 0 };
  const rows = JSON.stringify(lines.map(rowOfLine));
  const made = await tx.rows(insertLines, [of.connection, rows]);
  if (made.length < lines.length) await tx.run(fillLines, [of.connection, rows]);
  if (made.length > 0)
    await enter(tx, of, await tx.rows(selectLinesById, [made.map(({ id }) => id)]));
  const names = lines.map(({ reference }) => reference);
  const open = await tx.rows(selectLinesToWeigh, [of.connection, names]);
  const differences = await weighLines(tx, of, open);
  return { lines: lines.length, newLines: made.length, differences };
}

async function enter(tx: CommandTx, of: StatementOf, rows: readonly LineRow[]): Promise<void> {
  await postEntries(
    tx,
    tx.now,
    rows.flatMap((row) =>
      entriesOfLine(lineOfRow(row)).map((draft) => ({
        draft,
        origin: {
          source: 'line' as const,
          sourceId: row.id,
          occurredAt: row.occurred_at,
          provider: of.provider,
          connection: of.connection,
          order: null,
          payment: row.payment_id,
          payout: row.payout_reference,
          reference: row.source ?? row.reference,
        },
      })),
    ),
  );
}

/** What a line says of a payout counts only where nobody has told more of it. */
function payoutOf({ kind, payout, source, booked, occurredAt }: StatementLine): ProviderPayout[] {
  const reference = payout ?? source;
  if (kind !== 'payout' || reference === null) return [];
  return [
    {
      reference,
      status: 'paid',
      paid: { ...booked, amountMinor: -booked.amountMinor },
      createdAt: occurredAt,
      arrivesAt: null,
      isItemized: false,
    },
  ];
}

async function keepPayout(
  tx: CommandTx,
  connection: string,
  payout: ProviderPayout,
  isOnlyNew: boolean,
): Promise<void> {
  const { reference, status, paid, createdAt, arrivesAt, isItemized } = payout;
  const row = await tx.row(upsertPayout, [
    newUuid(),
    connection,
    reference,
    status,
    paid.amountMinor,
    paid.currency,
    createdAt,
    arrivesAt,
    isItemized,
    tx.now,
    isOnlyNew,
  ]);
  if (row === undefined) return;
  tx.emit({
    type: row.version === 1 ? 'payout.recorded.v1' : 'payout.changed.v1',
    subject: idFromUuid('payout', row.id),
    version: row.version,
    data: {
      connection: idFromUuid('providerConnection', connection),
      status: row.status,
      amountMinor: Number(row.amount_minor),
      currency: row.currency,
    },
  });
}
