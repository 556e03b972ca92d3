// SQL of tenants, API keys and credentials.

import { statement } from '../db/statement.ts';

// ---- before a tenant is known, as doorstep_gate ----

export interface CredentialRow {
  readonly tenant_id: string;
  readonly principal_kind: 'api-key' | 'user';
  readonly principal_id: string;
  readonly scopes: string[];
  readonly session_id: string | null;
  readonly last_used_at: Date | null;
}

export const selectCredential = statement<CredentialRow>(
  'access.selectCredential',
  `select tenant_id, principal_kind, principal_id, scopes, session_id, last_used_at
   from credentials
   where secret_hash = $1 and revoked_at is null and (expires_at is null or expires_at > $2)`,
);

export const selectExpiry = statement<{ expires_at: Date | null }>(
  'access.selectExpiry',
  `select expires_at from credentials where secret_hash = $1`,
);

export const selectTenantBySlug = statement<{ tenant_id: string; name: string; currency: string }>(
  'access.selectTenantBySlug',
  `select tenant_id, name, currency from tenants where slug = $1`,
);

export const selectTenants = statement<{ tenant_id: string; slug: string; name: string }>(
  'access.selectTenants',
  `select tenant_id, slug, name from tenants order by slug`,
);

// ---- by the owner of the database, from the command line ----

export const insertTenant = statement(
  'access.insertTenant',
  `insert into tenants (tenant_id, slug, name, currency, created_at) values ($1, $2, $3, $4, $5)`,
);

// ---- API keys ----

export const insertApiKey = statement(
  'access.insertApiKey',
  `insert into api_keys (tenant_id, id, name, hint, scopes, created_by, created_at, expires_at)
   values (current_tenant(), $1, $2, $3, $4, $5, $6, $7)`,
);

export const insertCredential = statement(
  'access.insertCredential',
  `insert into credentials (secret_hash, tenant_id, principal_kind, principal_id, scopes, expires_at)
   values ($1, current_tenant(), $2, $3, $4, $5)`,
);

// At most once a minute for each: two processes that see it unused write it once. What was revoked
// or has ended since stays so.
export const touchCredential = statement(
  'access.touchCredential',
  `update credentials
   set last_used_at = $2,
       expires_at = case when ends_at is null then expires_at else least($3, ends_at) end
   where tenant_id = (select current_tenant()) and secret_hash = $1 and revoked_at is null
     and (expires_at is null or expires_at > $2)
     and (last_used_at is null or last_used_at < $4)`,
);

const API_KEY_COLUMNS = `id, name, hint, scopes, created_by, created_at, expires_at, revoked_at,
          version, (select max(c.last_used_at) from credentials c
                    where c.tenant_id = api_keys.tenant_id and c.principal_id = api_keys.id)
                   as last_used_at`;

export interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly scopes: string[];
  readonly created_by: string;
  readonly created_at: Date;
  readonly expires_at: Date | null;
  readonly revoked_at: Date | null;
  readonly version: number;
  readonly last_used_at: Date | null;
}

export const selectApiKey = statement<ApiKeyRow>(
  'access.selectApiKey',
  `select ${API_KEY_COLUMNS} from api_keys where tenant_id = (select current_tenant()) and id = $1`,
);

export const selectApiKeys = statement<ApiKeyRow>(
  'access.selectApiKeys',
  `select ${API_KEY_COLUMNS} from api_keys
   where tenant_id = (select current_tenant()) and id < $1
   order by id desc limit $2`,
);

// Revoked once: a second time it finds nothing to write.
export const revokeApiKeyRow = statement<{ version: number }>(
  'access.revokeApiKey',
  `update api_keys set revoked_at = $2, version = version + 1
   where tenant_id = (select current_tenant()) and id = $1 and revoked_at is null
   returning version`,
);

export interface ActorNameRow {
  readonly kind: 'user' | 'api-key';
  readonly id: string;
  readonly name: string;
}

export const selectActorNames = statement<ActorNameRow>(
  'access.selectActorNames',
  `select 'user' as kind, id, name from users
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[])
   union all
   select 'api-key', id, name from api_keys
   where tenant_id = (select current_tenant()) and id = any ($2::uuid[])`,
);

export const lockApiKey = statement<ApiKeyRow>(
  'access.lockApiKey',
  `select ${API_KEY_COLUMNS} from api_keys
   where tenant_id = (select current_tenant()) and id = $1 for no key update`,
);

export const setApiKeyExpiry = statement<{ version: number }>(
  'access.setApiKeyExpiry',
  `with credential as (
     update credentials set expires_at = $2
     where tenant_id = (select current_tenant()) and principal_id = $1
       and principal_kind = 'api-key' and revoked_at is null
   )
   update api_keys set expires_at = $2, version = version + 1
   where tenant_id = (select current_tenant()) and id = $1
   returning version`,
);

export const revokeCredentials = statement(
  'access.revokeCredentials',
  `update credentials set revoked_at = $3
   where tenant_id = (select current_tenant()) and principal_id = $2 and principal_kind = $1
     and revoked_at is null`,
);
