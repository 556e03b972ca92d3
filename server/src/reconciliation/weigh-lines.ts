// Weighs lines of a statement against the ledger: says which entry says the same, tells the ledger the
// fees it does not know, and writes down what differs. Done again, it changes nothing.

import { entryOfFee } from '@doorstep/core/accounting/journal.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import type { IntentKind } from '@doorstep/core/payments/payment.ts';
import { FACT_OF } from '@doorstep/core/payments/payment.ts';
import { movedBy, type StatementLine } from '@doorstep/core/payments/statement.ts';
import {
  askedFor,
  type Candidate,
  type Match,
  matchLines,
} from '@doorstep/core/reconciliation/match.ts';
import { postEntries } from '../accounting/post-entries.ts';
import type { CommandTx } from '../db/run-command.ts';
import { pinToAccount } from '../payments/connections.sql.ts';
import { fillFee } from '../payments/sql.ts';
import { candidateOf, lineOfRow } from './line-of-row.ts';
import {
  type CandidateRow,
  type LineRow,
  matchEntries,
  selectAsked,
  selectCandidates,
  selectDisputeEntries,
} from './lines.sql.ts';
import { clearDifferences, type NewDifference, writeDifferences } from './write-differences.ts';

/** Whose statement it is. */
export interface StatementOf {
  /** A bare UUID. */
  readonly connection: string;
  readonly provider: string;
}

/** @returns how many differences were found for the first time */
export async function weighLines(
  tx: CommandTx,
  of: StatementOf,
  rows: readonly LineRow[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const lines = rows.map(lineOfRow);
  const candidates = await findCandidates(tx, of, lines);
  const asked = await findAsked(tx, lines);
  const matches = matchLines(lines, candidates.map(candidateOf), asked);
  const weighed = matches.map((match, place) => ({
    match,
    row: rows[place] as LineRow,
    entry: candidates.find(({ id }) => id === match.entry?.id) ?? null,
  }));
  await keepMatches(tx, of, weighed);
  await tellFees(tx, of, weighed);
  await clearDifferences(
    tx,
    'line',
    weighed.filter(isRight).map(({ row }) => row.id),
  );
  return writeDifferences(tx, of.connection, weighed.flatMap(differenceOf));
}

interface Weighed {
  readonly match: Match;
  readonly row: LineRow;
  readonly entry: CandidateRow | null;
}

const isRight = ({ match }: Weighed): boolean => match.cause === null;

async function findCandidates(
  tx: CommandTx,
  { connection, provider }: StatementOf,
  lines: readonly StatementLine[],
): Promise<CandidateRow[]> {
  const names = lines.flatMap(({ source, relates }) => source ?? relates ?? []);
  const wanted = [...new Set(names)].sort().map((low) => ({ low, high: above(low) }));
  if (wanted.length === 0) return [];
  const found = await tx.rows(selectCandidates, [connection, JSON.stringify(wanted), provider]);
  const related = new Set(
    lines.flatMap(({ source, relates }) =>
      (source ?? relates) && source === null ? [relates] : [],
    ),
  );
  const payments = found
    .filter(({ kind, reference }) => kind === 'captured' && related.has(reference))
    .map(({ payment_id }) => payment_id);
  const disputes =
    payments.length === 0
      ? []
      : await tx.rows(selectDisputeEntries, [connection, [...new Set(payments)], provider]);
  return [...new Map([...found, ...disputes].map((row) => [row.id, row])).values()];
}

/** Behind the name itself and all that goes on with a slash: the character after it. */
function above(name: string): string {
  return `${name}0`;
}

async function findAsked(
  tx: CommandTx,
  lines: readonly StatementLine[],
): Promise<ReadonlySet<string>> {
  const payments = lines.flatMap(({ payment }) => (payment === null ? [] : [uuidOf(payment)]));
  if (payments.length === 0) return new Set();
  const rows = await tx.rows(selectAsked, [[...new Set(payments)]]);
  return new Set(
    rows.map(({ payment_id, kind }) =>
      askedFor(idFromUuid('payment', payment_id), FACT_OF[kind as IntentKind]),
    ),
  );
}

async function keepMatches(
  tx: CommandTx,
  { connection }: StatementOf,
  weighed: readonly Weighed[],
): Promise<void> {
  const matched = weighed.flatMap(({ row, entry }) =>
    entry === null || row.ledger_id === entry.id
      ? []
      : [{ id: row.id, entry: entry.id, payment: entry.payment_id }],
  );
  if (matched.length === 0) return;
  await tx.run(pinToAccount, [matched.map(({ payment }) => payment), connection]);
  await tx.run(matchEntries, [JSON.stringify(matched)]);
  await clearDifferences(
    tx,
    'entry',
    matched.map(({ entry }) => entry),
  );
}

/** What a provider kept is told by its statement where its answer did not. */
async function tellFees(
  tx: CommandTx,
  of: StatementOf,
  weighed: readonly Weighed[],
): Promise<void> {
  const told = weighed.flatMap(({ match, entry }) => {
    const { line, tellsFee } = match;
    if (!tellsFee || entry === null || line.feeMinor === null) return [];
    const fee = { amountMinor: line.feeMinor, currency: line.booked.currency };
    return [{ entry, fee, occurredAt: line.occurredAt }];
  });
  for (const { entry, fee } of told) {
    const movement = [entry.payment_id, entry.kind, entry.reference];
    await tx.run(fillFee, [...movement, fee.amountMinor, fee.currency]);
  }
  await postEntries(
    tx,
    tx.now,
    told.map(({ entry, fee, occurredAt }) => ({
      draft: entryOfFee(fee),
      origin: {
        source: 'ledger' as const,
        sourceId: entry.id,
        occurredAt,
        provider: of.provider,
        connection: of.connection,
        order: entry.order_id,
        payment: entry.payment_id,
        payout: null,
        reference: entry.reference,
      },
    })),
  );
}

function differenceOf({ match, row, entry }: Weighed): NewDifference[] {
  const { line, cause } = match;
  if (cause === null) return [];
  const isFee = cause === 'fee-unknown' || cause === 'fee-differs';
  return [
    {
      subject: 'line',
      subjectId: row.id,
      cause,
      kind: line.kind,
      reference: line.source ?? line.reference,
      payment: entry?.payment_id ?? row.payment_id,
      order: entry?.order_id ?? null,
      ledger: entry === null ? null : isFee ? feeOf(candidateOf(entry)) : moneyOf(entry),
      provider: isFee ? feeOfLine(line) : movedBy(line),
      occurredAt: line.occurredAt,
    },
  ];
}

function moneyOf({ amount_minor: amountMinor, currency }: CandidateRow) {
  return { amountMinor, currency };
}

function feeOf({ fee }: Candidate) {
  return fee;
}

function feeOfLine({ feeMinor, booked }: StatementLine) {
  return feeMinor === null ? null : { amountMinor: feeMinor, currency: booked.currency };
}
