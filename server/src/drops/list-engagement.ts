// What the video platform counted, minute by minute, newest first.

import type { listEngagement as operation } from '@doorstep/contract/drop-room.ts';
import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import { type DropId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { decodeCursor, pageOf } from '../http/cursor.ts';
import { dropNotFound } from './find-drop.ts';
import { selectDrop, selectEngagement } from './sql.ts';

/** Milliseconds since 1970. */
const MINUTE_PART = /^\d{1,13}$/;
const AFTER_ALL = '9999999999999';

export async function listEngagement(
  tx: Tx,
  id: DropId,
  { cursor, limit = 50 }: QueryOf<typeof operation>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const before = decodeCursor(cursor, [MINUTE_PART]);
  if (isRefusal(before)) return before;
  const until = new Date(Number(before?.[0] ?? AFTER_ALL));
  const [drop, rows] = await Promise.all([
    tx.row(selectDrop, [uuidOf(id)]),
    tx.rows(selectEngagement, [uuidOf(id), until, limit + 1]),
  ]);
  if (drop === undefined) return dropNotFound(id);
  return pageOf(
    rows,
    limit,
    ({ minute, ...counts }) => ({ minute: minute.toISOString(), ...counts }),
    ({ minute }) => [String(minute.getTime())],
  );
}
