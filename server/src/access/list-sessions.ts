// The open sessions of a user.

import type { UserSessionAnswer } from '@doorstep/contract/sessions.ts';
import { allows } from '@doorstep/core/access/scope.ts';
import { type Id, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { type ListRequest, type Page, pageById } from '../http/list-page.ts';
import type { Principal } from '../http/principal.ts';
import { ownUser } from './own-user.ts';
import { type SessionRow, selectSessions } from './sessions.sql.ts';

export interface SessionQuery extends ListRequest {
  readonly user?: string;
}

/** An API key has none. @returns the refusal `not-allowed` for another user without `access:read` */
export async function listSessions(
  tx: Tx,
  query: SessionQuery,
  principal: Principal,
  now: Date,
): Promise<Page<UserSessionAnswer> | Refusal> {
  const whose = query.user === undefined ? ownUser(principal) : (query.user as Id<'user'>);
  if (isRefusal(whose)) return { items: [], nextCursor: null };
  if (whose !== principal.actor.id && !allows(principal.scopes, 'access:read'))
    return refuse('not-allowed', 'This needs the scope access:read.', { scope: 'access:read' });
  return pageById(
    query,
    (before, limit) => tx.rows(selectSessions, [uuidOf(whose), now, before, limit]),
    (row) => presentSession(row, principal),
  );
}

function presentSession(row: SessionRow, { session }: Principal): UserSessionAnswer {
  const id = idFromUuid('session', row.id);
  return {
    id,
    kind: row.kind,
    device: row.device,
    address: row.address,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: (row.last_used_at ?? row.created_at).toISOString(),
    expiresAt: row.expires_at.toISOString(),
    current: id === session,
  };
}
