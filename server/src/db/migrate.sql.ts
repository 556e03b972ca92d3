// SQL of the migration runner, as the owner of the database. Unnamed: it runs once, before any
// statement can be prepared.

export const LOCK_MIGRATIONS = 'select pg_advisory_lock($1)';

export const SELECT_VERSION = `select current_setting('server_version_num')::int as version`;

export const CREATE_MIGRATIONS = `create table if not exists schema_migrations (
  name text primary key, checksum text not null, applied_at timestamptz not null)`;

export const SELECT_MIGRATIONS = 'select name, checksum from schema_migrations order by name';

export const INSERT_MIGRATION =
  'insert into schema_migrations (name, checksum, applied_at) values ($1, $2, now())';

export const ENSURE_PARTITIONS = 'select ensure_partitions(current_date + $1::int)';
