// SQL of sessions: a row people see, and the credential that opens.

import { statement } from '../db/statement.ts';

export const insertSession = statement(
  'access.insertSession',
  `with session as (
     insert into sessions (tenant_id, id, user_id, kind, device, address, created_at)
     values (current_tenant(), $1, $2, $3, $4, $5, $6)
   )
   insert into credentials (secret_hash, tenant_id, principal_kind, principal_id, scopes, expires_at,
     ends_at, session_id, last_used_at)
   values ($7, current_tenant(), 'user', $2, $8, $9, $10, $1, $6)`,
);

export interface SessionRow {
  readonly id: string;
  readonly kind: 'browser' | 'token';
  readonly device: string;
  readonly address: string;
  readonly created_at: Date;
  readonly last_used_at: Date | null;
  readonly expires_at: Date;
}

export const selectSessions = statement<SessionRow>(
  'access.listSessions',
  `select s.id, s.kind, s.device, s.address, s.created_at, c.last_used_at, c.expires_at
   from sessions s
   join credentials c on c.tenant_id = s.tenant_id and c.principal_id = s.user_id
     and c.session_id = s.id and c.revoked_at is null and c.expires_at > $2
   where s.tenant_id = (select current_tenant()) and s.user_id = $1 and s.id < $3
   order by s.id desc limit $4`,
);

export const selectSessionUser = statement<{ user_id: string; role: string }>(
  'access.selectSessionUser',
  `select s.user_id, u.role from sessions s
   join users u on u.tenant_id = s.tenant_id and u.id = s.user_id
   where s.tenant_id = (select current_tenant()) and s.id = $1`,
);

export const revokeSession = statement(
  'access.revokeSession',
  `update credentials set revoked_at = $3
   where tenant_id = (select current_tenant()) and principal_id = $1 and principal_kind = 'user'
     and session_id = $2 and revoked_at is null`,
);

// Null keeps none.
export const revokeSessionsButOne = statement(
  'access.revokeSessionsButOne',
  `update credentials set revoked_at = $3
   where tenant_id = (select current_tenant()) and principal_id = $1 and principal_kind = 'user'
     and session_id is distinct from $2::uuid and revoked_at is null`,
);

// Run at every sign-in, so a user has no more rows than sessions that are open.
export const deleteEndedSessions = statement(
  'access.deleteEndedSessions',
  `with ended as (
     delete from credentials
     where tenant_id = (select current_tenant()) and principal_id = $1 and principal_kind = 'user'
       and (revoked_at is not null or expires_at <= $2)
     returning session_id
   )
   delete from sessions using ended
   where sessions.tenant_id = (select current_tenant()) and sessions.id = ended.session_id`,
);
