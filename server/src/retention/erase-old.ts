// A step of erasing what is too old, or how much of it there is.

import type { RetentionKind } from '@doorstep/core/settings/retention.ts';
import { erasePersonalRows } from '../customers/erase-personal-rows.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Statement } from '../db/statement.ts';
import type { Tx } from '../db/transaction.ts';
import * as sql from './erase.sql.ts';

/** In one transaction. An order takes a dozen statements, and waits for whoever changes it. */
const STEP = 500;
const STEP_ORDERS = 50;

type Count = Statement<{ readonly count: number }>;

const COUNTS: Readonly<Record<RetentionKind, Count>> = {
  requests: sql.countRequests,
  deliveries: sql.countDeliveries,
  sessions: sql.countSessions,
  notes: sql.countNotes,
  orders: sql.countOrders,
};

const ERASURES: Readonly<Record<Exclude<RetentionKind, 'orders'>, Statement>> = {
  requests: sql.eraseRequests,
  deliveries: sql.eraseDeliveries,
  sessions: sql.eraseSessions,
  notes: sql.eraseNotes,
};

/** @returns how many of them, at most `atMost` */
export async function countOld(
  tx: Tx,
  kind: RetentionKind,
  before: Date,
  atMost: number,
): Promise<number> {
  const row = await tx.row(COUNTS[kind], boundsOf(kind, before, atMost));
  return row?.count ?? 0;
}

/** @returns how many were erased; 0: none is left */
export async function eraseOld(tx: CommandTx, kind: RetentionKind, before: Date): Promise<number> {
  if (kind !== 'orders') return tx.run(ERASURES[kind], boundsOf(kind, before, STEP));
  const orders = await tx.rows(sql.lockOldOrders, boundsOf(kind, before, STEP_ORDERS));
  if (orders.length > 0)
    await erasePersonalRows(tx, {
      customers: [],
      orders: orders.map(({ id }) => id),
      answers: 'left-to-lapse',
    });
  return orders.length;
}

/** What statements of this kind ask for: how old, how many at most. */
function boundsOf(kind: RetentionKind, before: Date, atMost: number): readonly unknown[] {
  switch (kind) {
    case 'deliveries':
    case 'sessions':
      return [before, atMost];
    case 'requests':
    case 'notes':
      return [firstIdOf(before), atMost];
    case 'orders':
      return [firstIdOf(before), atMost, before];
  }
}

/** Ids rise with time: of what is found by its id, the first of that moment. */
function firstIdOf(moment: Date): string {
  return moment.getTime().toString(16).padStart(12, '0') + '0'.repeat(20);
}
