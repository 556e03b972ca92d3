// SQL of the roles that a tenant makes itself.

import { statement } from '../db/statement.ts';

export interface RoleRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly scopes: string[];
  readonly version: number;
}

const COLUMNS = 'id, code, name, scopes, version';

export const selectRoles = statement<RoleRow>(
  'access.selectRoles',
  `select ${COLUMNS} from roles where tenant_id = (select current_tenant()) order by name, id`,
);

export const countUsersByRole = statement<{ role: string; users: number }>(
  'access.countUsersByRole',
  `select role, count(*)::integer as users from users
   where tenant_id = (select current_tenant()) group by role`,
);

// Held until the session or the user is written: a change of the role waits, and then finds it.
export const selectRoleScopes = statement<{ scopes: string[] }>(
  'access.selectRoleScopes',
  `select scopes from roles
   where tenant_id = (select current_tenant()) and code = $1 for share`,
);

export const lockRole = statement<RoleRow>(
  'access.lockRole',
  `select ${COLUMNS} from roles
   where tenant_id = (select current_tenant()) and id = $1 for update`,
);

export const insertRole = statement<RoleRow>(
  'access.insertRole',
  `insert into roles (tenant_id, id, code, name, scopes, created_at)
   values (current_tenant(), $1, $2, $3, $4, $5)
   on conflict do nothing
   returning ${COLUMNS}`,
);

export const updateRole = statement<RoleRow>(
  'access.updateRole',
  `update roles set name = $2, scopes = $3, version = version + 1
   where tenant_id = (select current_tenant()) and id = $1
   returning ${COLUMNS}`,
);

export const deleteRoleRow = statement(
  'access.deleteRole',
  `delete from roles where tenant_id = (select current_tenant()) and id = $1`,
);

// Open sessions go on with what the role says now.
export const setScopesOfRole = statement(
  'access.setScopesOfRole',
  `update credentials set scopes = $2
   from users
   where users.tenant_id = (select current_tenant()) and users.role = $1
     and credentials.tenant_id = (select current_tenant())
     and credentials.principal_id = users.id and credentials.principal_kind = 'user'
     and credentials.revoked_at is null`,
);
