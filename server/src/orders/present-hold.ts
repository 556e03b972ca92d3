// A hold as people see it.

import type { AnswerOf } from '@doorstep/contract/operation.ts';
import type { placeHold } from '@doorstep/contract/order-notes.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import type { HoldRow } from './notes.sql.ts';

export function presentHold(row: HoldRow): AnswerOf<typeof placeHold> {
  return {
    id: idFromUuid('hold', row.id),
    reason: row.reason,
    handle: row.handle,
    line: row.line_number,
    note: row.note,
    blocks: row.blocks,
    owner: row.owner,
    placedAt: row.placed_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    releasedAt: row.released_at?.toISOString() ?? null,
    releasedBy: row.released_by,
  };
}
