// Whether payouts are what they are made of: a page of them at a time, oldest first.

import type { CommandTx } from '../db/run-command.ts';
import { listPaidPayouts, type PaidPayoutRow } from './differences.sql.ts';
import { clearDifferences, type NewDifference, writeDifferences } from './write-differences.ts';

const TOGETHER = 200;
const NO_ID = '0'.repeat(32);
/** Open differences go on from an id: what begins so is of payouts. */
const PAYOUTS = 'payouts|';

export interface CheckedPayouts {
  /** How many were found for the first time. */
  readonly differences: number;
  /** Where to go on; null: those were all. */
  readonly place: string | null;
}

export function isPlaceOfPayouts(place: string | null): boolean {
  return place?.startsWith(PAYOUTS) === true;
}

/** Before the first of those that were made since then. */
export function placeBeforePayouts(since: Date): string {
  return placeOf(since, NO_ID);
}

/** @param connection a bare UUID */
export async function checkPayouts(
  tx: CommandTx,
  connection: string,
  place: string,
): Promise<CheckedPayouts> {
  const [at, id] = place.slice(PAYOUTS.length).split('|');
  const payouts = await tx.rows(listPaidPayouts, [connection, at, id, TOGETHER]);
  const isOff = ({ sum_minor, amount_minor }: PaidPayoutRow) => sum_minor !== amount_minor;
  const right = payouts.filter((one) => !isOff(one)).map((one) => one.id);
  await clearDifferences(tx, 'payout', right);
  const off = payouts.filter(isOff).map(differenceOf);
  const differences = await writeDifferences(tx, connection, off);
  const last = payouts.length < TOGETHER ? undefined : payouts.at(-1);
  return { differences, place: last === undefined ? null : placeOf(last.created_at, last.id) };
}

function placeOf(at: Date, id: string): string {
  return `${PAYOUTS}${at.toISOString()}|${id}`;
}

function differenceOf(payout: PaidPayoutRow): NewDifference {
  return {
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
  };
}
