// Whether what a statement says may be recorded as of a payment. Money that is in the ledger already, under
// a name that somebody else gave it, would be there twice: and what is too much is given back by itself.

import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { movedBy, type StatementLine } from '@doorstep/core/payments/statement.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { LockedPayment } from '../payments/lock-payment.ts';
import { selectLedger } from '../payments/sql.ts';
import type { StatementOf } from './weigh-lines.ts';

/** @returns refusal: `difference-not-recordable` */
export async function refusePayment(
  tx: CommandTx,
  { connection, provider }: StatementOf,
  locked: LockedPayment,
  line: StatementLine,
): Promise<Refusal | undefined> {
  const { payment } = locked;
  if (payment.provider !== provider)
    return notRecordable(
      `The payment is of ${payment.provider}: name one of ${provider}, or explain the difference.`,
    );
  if (payment.connection !== null && bare(payment.connection) !== bare(connection))
    return notRecordable('The payment is of another account.');
  const { currency } = movedBy(line);
  if (currency !== payment.currency) return notRecordable(`The payment is in ${payment.currency}.`);
  // What we asked an account for bears its names: there another name is another movement.
  return payment.connection === null ? refuseKnownMoney(tx, locked, line) : undefined;
}

async function refuseKnownMoney(
  tx: CommandTx,
  { order, payment }: LockedPayment,
  line: StatementLine,
): Promise<Refusal | undefined> {
  if (line.kind !== 'charge' && line.kind !== 'refund') return undefined;
  const kind = line.kind === 'charge' ? 'captured' : 'refunded';
  const { amountMinor } = movedBy(line);
  const ledger = await tx.rows(selectLedger, [uuidOf(order)]);
  const known = ledger
    .filter((row) => row.kind === kind && idFromUuid('payment', row.payment_id) === payment.id)
    .filter((row) => row.provider_reference !== line.factReference)
    .find((row) => row.amount_minor === amountMinor);
  if (known !== undefined)
    return notRecordable(
      `That money is recorded already, as ${known.provider_reference}: explain the difference.`,
    );
  const isTooMuch = kind === 'captured' && payment.captured + amountMinor > payment.amountMinor;
  return isTooMuch
    ? notRecordable('The payment would have more than it is of: explain the difference.')
    : undefined;
}

function bare(uuid: string): string {
  return uuidOf(idFromUuid('providerConnection', uuid));
}

export function notRecordable(detail: string): Refusal {
  return refuse('difference-not-recordable', detail);
}
