// What providers paid to the bank, and what it is made of.

import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import type {
  listPayoutLines as linesOperation,
  listPayouts as operation,
  PayoutAnswer,
  StatementLineAnswer,
} from '@doorstep/contract/reconciliation.ts';
import { type Id, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { decodeCursor, pageOf, UUID_PART } from '../http/cursor.ts';
import { pageById } from '../http/list-page.ts';
import { lineOfRow } from './line-of-row.ts';
import {
  listPayoutsOfConnection,
  type PayoutLineRow,
  type SummedPayoutRow,
  listPayoutLines as selectLines,
  listPayouts as selectNewest,
  selectPayout,
} from './lines.sql.ts';

const LIMIT_DEFAULT = 50;
const TIME_PART = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const LAST = ['9999-12-31T00:00:00.000Z', 'f'.repeat(32)] as const;

export async function listPayouts(
  tx: Tx,
  { cursor, limit = LIMIT_DEFAULT, connection }: QueryOf<typeof operation>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const key = decodeCursor(cursor, [TIME_PART, UUID_PART]);
  if (isRefusal(key)) return key;
  const place = [...(key ?? LAST), limit + 1];
  const rows =
    connection === undefined
      ? await tx.rows(selectNewest, place)
      : await tx.rows(listPayoutsOfConnection, [
          ...place,
          uuidOf(connection as Id<'providerConnection'>),
        ]);
  return pageOf(rows, limit, presentPayout, (row) => [
    row.created_at.toISOString(),
    row.id.replaceAll('-', ''),
  ]);
}

function presentPayout(row: SummedPayoutRow): PayoutAnswer {
  return {
    id: idFromUuid('payout', row.id),
    connection: idFromUuid('providerConnection', row.connection_id),
    reference: row.reference,
    status: row.status as PayoutAnswer['status'],
    amountMinor: Number(row.amount_minor),
    currency: row.currency,
    createdAt: row.created_at.toISOString(),
    arrivesAt: row.arrives_at?.toISOString() ?? null,
    isItemized: row.is_itemized,
    lines: row.is_itemized
      ? {
          count: row.count,
          sumMinor: Number(row.sum_minor),
          expected: row.expected,
          matched: row.matched,
        }
      : null,
  };
}

/** @returns refusal: `not-found` */
export async function listPayoutLines(
  tx: Tx,
  id: Id<'payout'>,
  query: QueryOf<typeof linesOperation>,
): Promise<AnswerOf<typeof linesOperation> | Refusal> {
  const payout = await tx.row(selectPayout, [uuidOf(id)]);
  if (payout === undefined) return refuse('not-found', `There is no payout ${id}.`);
  return pageById(
    query,
    (before, limit) =>
      tx.rows(selectLines, [payout.connection_id, payout.reference, before, limit]),
    presentLine,
  );
}

function presentLine(row: PayoutLineRow): StatementLineAnswer {
  const { booked, original, feeMinor, occurredAt, payment } = lineOfRow(row);
  const told = row.entry_payment === null ? payment : idFromUuid('payment', row.entry_payment);
  return {
    reference: row.reference,
    kind: row.kind,
    amountMinor: Number(booked.amountMinor),
    currency: booked.currency,
    feeMinor: feeMinor === null ? null : Number(feeMinor),
    original:
      original === null
        ? null
        : { amountMinor: Number(original.amountMinor), currency: original.currency },
    source: row.source,
    occurredAt: occurredAt.toISOString(),
    ledgerEntry: row.ledger_id === null ? null : idFromUuid('ledgerEntry', row.ledger_id),
    payment: told,
    order: row.order_id === null ? null : idFromUuid('order', row.order_id),
  };
}
