// The list of exceptions: what is open in the order it is worked on, what is done newest first.

import type { listExceptions as operation } from '@doorstep/contract/exceptions.ts';
import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import type { Actor } from '@doorstep/core/access/actor.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Statement } from '../db/statement.ts';
import type { Tx } from '../db/transaction.ts';
import { decodeCursor, pageOf, UUID_PART } from '../http/cursor.ts';
import { findLocation } from '../locations/find-location.ts';
import { findOrder } from '../orders/find-order.ts';
import { callingUser } from './calling-user.ts';
import {
  listByDeadline,
  listByLocation,
  listByOrder,
  listByOwner,
  listByStatus,
  listByType,
  listByUrgency,
} from './list.sql.ts';
import { presentExceptions } from './present-exceptions.ts';
import type { ExceptionRow } from './sql.ts';

type Query = QueryOf<typeof operation>;

/** A way to walk: its statement, where it begins, and the key of a row in it. */
interface Walk {
  readonly statement: Statement<ExceptionRow>;
  readonly from: readonly string[];
  readonly parts: readonly RegExp[];
  readonly key: (row: ExceptionRow) => readonly string[];
}

const LIMIT_DEFAULT = 50;
const MOMENT_PART = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const BEFORE_ALL = '0'.repeat(32);
const AFTER_ALL = 'f'.repeat(32);
const idOf = ({ id }: ExceptionRow) => id.replaceAll('-', '');

const byUrgency: Walk = {
  statement: listByUrgency,
  from: ['0', '-infinity', BEFORE_ALL],
  parts: [/^\d$/, MOMENT_PART, UUID_PART],
  key: (row) => [String(row.urgency), row.deadline.toISOString(), idOf(row)],
};
const byDeadline: Walk = {
  statement: listByDeadline,
  from: ['-infinity', BEFORE_ALL],
  parts: [MOMENT_PART, UUID_PART],
  key: (row) => [row.deadline.toISOString(), idOf(row)],
};
const newest = (statement: Statement<ExceptionRow>): Walk => ({
  statement,
  from: [AFTER_ALL],
  parts: [UUID_PART],
  key: (row) => [idOf(row)],
});

export async function listExceptions(
  tx: Tx,
  query: Query,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<AnswerOf<typeof operation> | Refusal> {
  const walk = walkFor(query);
  const after = decodeCursor(query.cursor, walk.parts);
  if (isRefusal(after)) return after;
  const filters = await filtersOf(tx, query, actor);
  if (isRefusal(filters)) return filters;
  const limit = query.limit ?? LIMIT_DEFAULT;
  const overdueAt = query.overdue === true ? now : null;
  const rows = await tx.rows(walk.statement, [
    limit + 1,
    ...filters,
    overdueAt,
    ...(after ?? walk.from),
  ]);
  const { items, nextCursor } = pageOf(rows, limit, (row) => row, walk.key);
  return { items: await presentExceptions(tx, items, now), nextCursor };
}

function walkFor(query: Query): Walk {
  if (query.order !== undefined) return newest(listByOrder);
  if (query.status !== 'closed' && query.sort !== 'newest')
    return query.sort === 'deadline' ? byDeadline : byUrgency;
  if (query.owner !== undefined && query.owner !== 'none') return newest(listByOwner);
  if (query.type !== undefined) return newest(listByType);
  return newest(query.location === undefined ? listByStatus : listByLocation);
}

async function filtersOf(tx: Tx, query: Query, actor: Actor): Promise<unknown[] | Refusal> {
  const order = query.order === undefined ? null : await findOrder(tx, query.order);
  if (isRefusal(order)) return order;
  const location = query.location === undefined ? null : await findLocation(tx, query.location);
  if (isRefusal(location)) return location;
  const owner = query.owner === 'me' ? callingUser(actor) : ownerOf(query.owner);
  if (isRefusal(owner)) return owner;
  return [
    query.status ?? (order === null ? 'open' : null),
    query.type ?? null,
    query.severity ?? null,
    owner === null ? null : uuidOf(owner),
    query.owner === 'none',
    order === null ? null : uuidOf(order),
    location === null ? null : uuidOf(location.id),
  ];
}

function ownerOf(owner: string | undefined): Id<'user'> | null {
  return owner === undefined || owner === 'none' ? null : (owner as Id<'user'>);
}
