// Closes the books through a day: nothing is entered on those days any more, and the accounts that their
// entries stand on are kept with them.

import type { ClosingAnswer, closeBooks as operation } from '@doorstep/contract/accounting.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { DEFAULT_CHART } from '@doorstep/core/accounting/chart.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { newId, newUuid } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { postEntries } from './post-entries.ts';
import { entriesOfRow } from './post-ledger.ts';
import { entriesOfMovement } from './post-stored-value.ts';
import {
  type ClosingRow,
  countEntries,
  ensureBooks,
  insertClosing,
  listNotEnteredOfPeriod,
  lockBooks,
  selectFirstDay,
  updateClosed,
} from './sql.ts';
import { listNotEnteredMovements } from './stored-value.sql.ts';

/** @returns refusals: `books-closed`, `period-invalid` */
export async function closeBooks(
  tx: CommandTx,
  { through }: BodyOf<typeof operation>,
): Promise<ClosingAnswer | Refusal> {
  if (!isDay(through) || through >= dayOf(tx.now))
    return refuse('period-invalid', `${through} is not over.`);
  await tx.run(ensureBooks, [newUuid()]);
  const books = await tx.row(lockBooks);
  const closed = books?.closed_through ?? null;
  if (closed !== null && through <= closed)
    return refuse('books-closed', `The books are closed through ${closed}.`, {
      closedThrough: closed,
    });
  await enterTheRest(tx, closed === null ? BEFORE_ALL : dayAfter(closed), through);
  const first = (await tx.row(selectFirstDay))?.day ?? through;
  const from = closed === null ? (first < through ? first : through) : dayAfter(closed);
  const counted = await tx.row(countEntries, [from, through]);
  await tx.run(updateClosed, [through]);
  const chart = JSON.stringify(books?.chart ?? DEFAULT_CHART);
  const id = newId('bookClosing');
  const entries = counted?.entries ?? 0;
  const fields = [from, through, chart, entries, tx.now, actorText(tx.actor)];
  const row = await tx.row(insertClosing, [uuidOf(id), ...fields]);
  if (row === undefined) throw new Error('a closing was not inserted');
  tx.emit({ type: 'books.closed.v1', subject: id, version: 1, data: { from, through, entries } });
  return presentClosing(row);
}

export function presentClosing(row: ClosingRow): ClosingAnswer {
  return {
    id: idFromUuid('bookClosing', row.id),
    from: row.from_day,
    through: row.through_day,
    entries: row.entries,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
  };
}

const BEFORE_ALL = '0001-01-01';
const TOGETHER = 500;
const NO_ID = '0'.repeat(32);

/** What the reader of the log has not come to, and fees that were told after their movement. */
async function enterTheRest(tx: CommandTx, from: string, through: string): Promise<void> {
  const end = new Date(`${dayAfter(through)}T00:00:00Z`);
  const begin: [Date, string] = [new Date(`${from}T00:00:00Z`), NO_ID];
  await enterEach(begin, async (place) => {
    const rows = await tx.rows(listNotEnteredOfPeriod, [...place, end, TOGETHER]);
    await postEntries(tx, tx.now, rows.flatMap(entriesOfRow));
    return rows;
  });
  await enterEach(begin, async (place) => {
    const rows = await tx.rows(listNotEnteredMovements, [...place, end, TOGETHER]);
    await postEntries(tx, tx.now, rows.flatMap(entriesOfMovement));
    return rows;
  });
}

interface Happened {
  readonly id: string;
  readonly occurred_at: Date;
}

/** A page at a time, each from where the last one ended. */
async function enterEach(
  begin: [Date, string],
  enter: (place: [Date, string]) => Promise<readonly Happened[]>,
): Promise<void> {
  let place = begin;
  for (;;) {
    const rows = await enter(place);
    const last = rows.at(-1);
    if (last === undefined || rows.length < TOGETHER) return;
    place = [last.occurred_at, last.id];
  }
}

export function isDay(text: string): boolean {
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && dayOf(time) === text;
}

export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

const DAY_MS = 86_400_000;

export function dayAfter(day: string, days = 1): string {
  return dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS));
}
