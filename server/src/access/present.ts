// Rows of this room as the wire shows them.

import type { ApiKeyAnswer, UserAnswer } from '@doorstep/contract/access.ts';
import type { RoleAnswer } from '@doorstep/contract/roles.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import type { RoleRow } from './roles.sql.ts';
import type { ApiKeyRow } from './sql.ts';
import type { UserRow } from './users.sql.ts';

export function presentUser(row: UserRow): UserAnswer {
  return {
    id: idFromUuid('user', row.id),
    email: row.email,
    name: row.name,
    role: row.role,
    secondFactor: row.second_factor,
    disabledAt: row.disabled_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    version: row.version,
  };
}

export function presentRole(row: RoleRow, users: number): RoleAnswer {
  const { code, name, scopes, version } = row;
  return { code, id: idFromUuid('role', row.id), name, scopes, users, version };
}

export function presentApiKey(row: ApiKeyRow): ApiKeyAnswer {
  return {
    id: idFromUuid('apiKey', row.id),
    name: row.name,
    hint: row.hint,
    scopes: row.scopes,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    version: row.version,
  };
}
