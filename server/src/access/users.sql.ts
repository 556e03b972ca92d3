// SQL of users.

import { statement } from '../db/statement.ts';

const USER_COLUMNS = 'id, email, name, role, created_at, disabled_at, version';

export interface UserRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly created_at: Date;
  readonly disabled_at: Date | null;
  readonly version: number;
}

export const insertUser = statement<UserRow>(
  'access.insertUser',
  `insert into users (tenant_id, id, email, name, password_hash, role, created_at)
   values (current_tenant(), $1, $2, $3, $4, $5, $6)
   on conflict do nothing
   returning ${USER_COLUMNS}`,
);

export const selectUser = statement<UserRow>(
  'access.selectUser',
  `select ${USER_COLUMNS} from users where tenant_id = (select current_tenant()) and id = $1`,
);

export const selectUsers = statement<UserRow>(
  'access.selectUsers',
  `select ${USER_COLUMNS} from users
   where tenant_id = (select current_tenant()) and id < $1
   order by id desc limit $2`,
);

// A tenant has users by the dozen.
export const selectColleagues = statement<{ id: string; name: string }>(
  'access.selectColleagues',
  `select id, name from users
   where tenant_id = (select current_tenant()) and disabled_at is null order by name, id limit 500`,
);

// The user and every active admin, in id order: of two changes that would each leave one admin,
// the second waits here and then sees that only one is left.
export const lockUserAndAdmins = statement<UserRow>(
  'access.lockUserAndAdmins',
  `select ${USER_COLUMNS} from users
   where tenant_id = (select current_tenant())
     and (id = $1 or (role = 'admin' and disabled_at is null))
   order by id for no key update`,
);

export const updateUser = statement<UserRow>(
  'access.updateUser',
  `update users
   set name = $2, role = $3, disabled_at = $4, password_hash = coalesce($5, password_hash),
       version = version + 1
   where tenant_id = (select current_tenant()) and id = $1
   returning ${USER_COLUMNS}`,
);

export interface SignInRow {
  readonly id: string;
  readonly role: string;
  readonly password_hash: string;
  readonly version: number;
}

// Reads the tenant's users by the primary key: lower() may not use its index under row-level
// security, and a tenant has users by the dozen. Addresses are stored in lower case.
export const selectUserForSignIn = statement<SignInRow>(
  'access.selectUserForSignIn',
  `select id, role, password_hash, version from users
   where tenant_id = (select current_tenant()) and email = $1 and disabled_at is null`,
);

// Holds off a change of the user until the session is written, and shows one that came first.
export const lockUserForSignIn = statement<{ version: number }>(
  'access.lockUserForSignIn',
  `select version from users where tenant_id = (select current_tenant()) and id = $1 for share`,
);

export const selectOwnTenant = statement<{ slug: string; name: string; currency: string }>(
  'access.selectOwnTenant',
  `select slug, name, currency from tenants where tenant_id = (select current_tenant())`,
);
