// Looks at open differences once more: what was on its way may have come, and what was asked for is told
// by now. And whether payouts are what they are made of.

import type { CommandTx } from '../db/run-command.ts';
import { listOpenLineDifferences, listPayoutsOff } from './differences.sql.ts';
import { selectLinesById } from './lines.sql.ts';
import { type StatementOf, weighLines } from './weigh-lines.ts';
import { clearDifferences, type NewDifference, writeDifferences } from './write-differences.ts';

const TOGETHER = 200;
const NO_ID = '0'.repeat(32);

/** @returns where to go on; null: those were all */
export async function recallDifferences(
  tx: CommandTx,
  of: StatementOf,
  place: string | null,
): Promise<string | null> {
  const open = await tx.rows(listOpenLineDifferences, [of.connection, place ?? NO_ID, TOGETHER]);
  const lines = await tx.rows(selectLinesById, [open.map(({ subject_id }) => subject_id)]);
  await weighLines(tx, of, lines);
  return open.length < TOGETHER ? null : (open.at(-1)?.id ?? null);
}

/** @returns how many were found for the first time */
export async function checkPayouts(
  tx: CommandTx,
  { connection }: StatementOf,
  since: Date,
): Promise<number> {
  const payouts = await tx.rows(listPayoutsOff, [connection, since]);
  const isOff = ({ sum_minor, amount_minor }: (typeof payouts)[number]) =>
    sum_minor !== amount_minor;
  const right = payouts.filter((one) => !isOff(one)).map(({ id }) => id);
  await clearDifferences(tx, 'payout', right);
  return writeDifferences(
    tx,
    connection,
    payouts.filter(isOff).map(
      (payout): NewDifference => ({
        subject: 'payout',
        subjectId: payout.id,
        cause: 'payout-differs',
        kind: 'payout',
        reference: payout.reference,
        payment: null,
        order: null,
        // What its lines come to, and what was paid.
        ledger: { amountMinor: payout.sum_minor, currency: payout.currency },
        provider: { amountMinor: payout.amount_minor, currency: payout.currency },
        occurredAt: payout.created_at,
      }),
    ),
  );
}
