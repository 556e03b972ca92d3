// SQL of users.

import { statement } from '../db/statement.ts';

const USER_COLUMNS = `id, email, name, role, created_at, disabled_at, version,
          exists (select from second_factors f
                  where f.tenant_id = users.tenant_id and f.user_id = users.id
                    and f.confirmed_at is not null) as second_factor`;

export interface UserRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly created_at: Date;
  readonly disabled_at: Date | null;
  readonly version: number;
  readonly second_factor: boolean;
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
  readonly email: string;
  readonly role: string;
  readonly password_hash: string;
  readonly version: number;
  readonly second_factor: boolean;
}

const SIGN_IN_COLUMNS = `id, email, role, password_hash, version,
          exists (select from second_factors f
                  where f.tenant_id = users.tenant_id and f.user_id = users.id
                    and f.confirmed_at is not null) as second_factor`;

// Reads the tenant's users by the primary key: lower() may not use its index under row-level
// security, and a tenant has users by the dozen. Addresses are stored in lower case.
export const selectUserForSignIn = statement<SignInRow>(
  'access.selectUserForSignIn',
  `select ${SIGN_IN_COLUMNS} from users
   where tenant_id = (select current_tenant()) and email = $1 and disabled_at is null`,
);

export const selectUserForPassword = statement<SignInRow>(
  'access.selectUserForPassword',
  `select ${SIGN_IN_COLUMNS} from users
   where tenant_id = (select current_tenant()) and id = $1 and disabled_at is null`,
);

// Holds off a change of the user until the session is written, and shows one that came first. Two
// that sign in at once do so one after the other: no code works for both. Whether there is a second
// factor is as it was before the wait: ask for its row after the lock.
export const lockUser = statement<UserRow>(
  'access.lockUser',
  `select ${USER_COLUMNS} from users
   where tenant_id = (select current_tenant()) and id = $1 for no key update`,
);

// What happened to a user counts as a version: their events are dense.
export const raiseUserVersion = statement<{ version: number }>(
  'access.raiseUserVersion',
  `update users set version = version + 1
   where tenant_id = (select current_tenant()) and id = $1
   returning version`,
);

export const setPassword = statement<{ version: number }>(
  'access.setPassword',
  `update users set password_hash = $2, version = version + 1
   where tenant_id = (select current_tenant()) and id = $1
   returning version`,
);

export const selectPreferences = statement<{ preferences: Record<string, unknown> }>(
  'access.selectPreferences',
  `select preferences from user_preferences
   where tenant_id = (select current_tenant()) and user_id = $1`,
);

// What is not sent stays: two tabs that change different things do not undo each other.
export const mergePreferences = statement<{ preferences: Record<string, unknown> }>(
  'access.mergePreferences',
  `insert into user_preferences as mine (tenant_id, user_id, preferences)
   values (current_tenant(), $1, $2)
   on conflict (tenant_id, user_id)
     do update set preferences = mine.preferences || excluded.preferences
   returning preferences`,
);

export interface OwnTenantRow {
  readonly slug: string;
  readonly name: string;
  readonly currency: string;
  readonly logo: string | null;
  /** As settings/change-appearance.ts keeps it. */
  readonly look: Partial<Record<'accentColor' | 'language' | 'timeZone', string | null>> | null;
}

export const selectOwnTenant = statement<OwnTenantRow>(
  'access.selectOwnTenant',
  `select slug, name, currency,
          (select digest from logos where tenant_id = (select current_tenant())) as logo,
          (select value from settings
           where tenant_id = (select current_tenant()) and name = 'appearance') as look
   from tenants where tenant_id = (select current_tenant())`,
);
