// Lists orders by the state of their review, those that wait longest first.

import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import type { listReviews as operation } from '@doorstep/contract/risk.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { decodeCursor, pageOf, UUID_PART } from '../http/cursor.ts';
import { listReviewRows, type ReviewListRow } from '../risk/sql.ts';

const LIMIT_DEFAULT = 50;
const BEFORE_ALL = '0'.repeat(32);

export async function listReviews(
  tx: Tx,
  { limit = LIMIT_DEFAULT, cursor, state = 'review' }: QueryOf<typeof operation>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const key = decodeCursor(cursor, [UUID_PART]);
  if (isRefusal(key)) return key;
  const rows = await tx.rows(listReviewRows, [state, key?.[0] ?? BEFORE_ALL, limit + 1]);
  return pageOf(rows, limit, present, (row) => [row.order_id.replaceAll('-', '')]);
}

function present(row: ReviewListRow): AnswerOf<typeof operation>['items'][number] {
  return {
    order: idFromUuid('order', row.order_id),
    number: row.number,
    channel: row.channel,
    customer: row.customer_id === null ? null : idFromUuid('customer', row.customer_id),
    totalMinor: Number(row.total_minor),
    currency: row.currency,
    placedAt: row.placed_at.toISOString(),
    state: row.state,
    score: row.score,
    reasons: row.reasons.map((reason) => ({ ...reason, facts: { ...reason.facts } })),
    version: row.version,
  };
}
