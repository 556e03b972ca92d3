// Records in the ledger what a provider's statement says: a movement that the ledger does not know, or a
// fee that it knows otherwise. Then the line is weighed once more.

import { entryOfFeeCorrection } from '@doorstep/core/accounting/journal.ts';
import { idFromUuid, type PaymentId } from '@doorstep/core/ids.ts';
import { movedBy } from '@doorstep/core/payments/statement.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { postEntries } from '../accounting/post-entries.ts';
import type { CommandTx } from '../db/run-command.ts';
import { type LockedPayment, lockPayment } from '../payments/lock-payment.ts';
import { recordDispute } from '../payments/record-dispute.ts';
import { recordPaymentFact } from '../payments/record-payment-fact.ts';
import { recordReturnedRefund } from '../payments/record-returned-refund.ts';
import { correctFee } from '../payments/sql.ts';
import { type DifferenceRow, selectDifference } from './differences.sql.ts';
import { lineOfRow } from './line-of-row.ts';
import { type LineRow, selectLine } from './lines.sql.ts';
import { notRecordable, refusePayment } from './refuse-payment.ts';
import { weighLines } from './weigh-lines.ts';

/** @returns refusals: `not-found`, `difference-not-recordable` */
export async function recordFact(
  tx: CommandTx,
  row: DifferenceRow,
  named: PaymentId | null,
): Promise<Refusal | undefined> {
  const line = row.subject === 'line' ? await tx.row(selectLine, [row.subject_id]) : undefined;
  const shown = await tx.row(selectDifference, [row.id]);
  if (line === undefined || shown === undefined) return notRecordable('The provider says nothing.');
  const of = { connection: row.connection_id, provider: shown.provider };
  if (row.cause === 'fee-differs') return recordFee(tx, row, line, of.provider);
  if (row.cause !== 'missing-in-ledger') return notRecordable('The ledger says something already.');
  const told = line.payment_id === null ? null : idFromUuid('payment', line.payment_id);
  const payment = named ?? told;
  if (payment === null) return notRecordable('Name the payment that it is of.');
  const locked = await lockPayment(tx, payment);
  if (isRefusal(locked)) return locked;
  const refused =
    (await refusePayment(tx, of, locked, lineOfRow(line))) ??
    (await recordMovement(tx, locked, line));
  if (refused !== undefined) return refused;
  await weighLines(tx, of, [line]);
  return undefined;
}

async function recordMovement(
  tx: CommandTx,
  locked: LockedPayment,
  row: LineRow,
): Promise<Refusal | undefined> {
  const { payment } = locked;
  const line = lineOfRow(row);
  const { amountMinor } = movedBy(line);
  if (line.kind === 'charge' || line.kind === 'refund') {
    if (line.factReference === null)
      return notRecordable('The statement does not say which capture it is: fetch it again.');
    const fee =
      line.feeMinor === null ? undefined : { amountMinor: line.feeMinor, currency: row.currency };
    const told = await recordPaymentFact(
      tx,
      payment.id,
      {
        kind: line.kind === 'charge' ? 'captured' : 'refunded',
        reference: line.factReference,
        amountMinor: Number(amountMinor),
        occurredAt: line.occurredAt.toISOString(),
        ...(line.key === null ? {} : { intent: line.key }),
      },
      line.kind === 'charge' ? { fee } : {},
    );
    return isRefusal(told) ? told : undefined;
  }
  if (line.kind === 'refund-reversal') {
    const reference = line.source ?? line.relates ?? '';
    const told = { reference, code: 'told-by-statement', occurredAt: line.occurredAt };
    const isKnown = await recordReturnedRefund(tx, locked, told);
    return isKnown ? undefined : notRecordable('Record the refund first that came back.');
  }
  if (line.source === null) return notRecordable('The provider does not name the dispute.');
  await recordDispute(tx, locked, {
    about: 'dispute',
    payment: payment.id,
    reference: line.source,
    status: line.kind === 'dispute' ? 'withdrawn' : 'won',
    amountMinor,
    reason: 'told-by-statement',
    respondBy: null,
    occurredAt: line.occurredAt,
  });
  return undefined;
}

async function recordFee(
  tx: CommandTx,
  row: DifferenceRow,
  line: LineRow,
  provider: string,
): Promise<Refusal | undefined> {
  const { ledger_minor: before, provider_minor: after } = row;
  if (before === null || after === null || line.ledger_id === null)
    return notRecordable('One of the fees is not known.');
  await tx.run(correctFee, [line.ledger_id, after, line.currency]);
  await postEntries(tx, tx.now, [
    {
      draft: entryOfFeeCorrection({ amountMinor: after - before, currency: line.currency }),
      origin: {
        source: 'difference',
        sourceId: row.id,
        occurredAt: tx.now,
        provider,
        connection: row.connection_id,
        order: row.order_id,
        payment: row.payment_id,
        payout: null,
        reference: row.reference,
      },
    },
  ]);
  return undefined;
}
