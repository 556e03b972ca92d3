create table users (
  tenant_id uuid not null,
  id uuid not null,
  email text not null,
  name text not null,
  password_hash text not null,
  role text not null,
  created_at timestamptz not null,
  disabled_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id)
);
create unique index users_email on users (tenant_id, lower(email));
call protect_tenant_table('users');

create table api_keys (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  -- The first characters, so that people can tell keys apart; the rest is known to nobody.
  hint text not null,
  scopes text[] not null,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id)
);
call protect_tenant_table('api_keys');

-- Whose key, whose session: read before a tenant is known, so it crosses tenants. Only hashes and
-- ids, no personal data. An API key is 256 random bits, so a plain SHA-256 of it is enough.
create table credentials (
  secret_hash bytea primary key,
  tenant_id uuid not null,
  principal_kind text not null,
  principal_id uuid not null,
  scopes text[] not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  constraint principal_is_api_key_or_user check (principal_kind in ('api-key', 'user'))
);
create index credentials_of_principal on credentials (tenant_id, principal_id);
alter table credentials enable row level security;
alter table credentials force row level security;
create policy own_tenant on credentials to doorstep_app
  using (tenant_id = (select current_tenant()))
  with check (tenant_id = (select current_tenant()));
create policy look_up on credentials for select to doorstep_gate using (true);
grant select, insert, update, delete on credentials to doorstep_app;
grant select on credentials to doorstep_gate;
