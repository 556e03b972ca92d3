-- What was asked under a key and what was answered. Kept for the week of the request and the one
-- after: at least 7 days.
create table idempotency_keys (
  tenant_id uuid not null,
  -- Monday of the week the key was first seen.
  week date not null,
  -- The first 128 bits of SHA-256 over principal, route and key.
  key_hash uuid not null,
  -- The same of the request's body: another body under the same key is refused.
  input_hash uuid not null,
  -- The order that a capture made: its answer is built again from the order's first event.
  order_id uuid,
  -- Any other outcome, refusals included, as JSON.
  answer text,
  created_at timestamptz not null,
  primary key (tenant_id, week, key_hash)
) partition by range (week);
create table idempotency_keys_default partition of idempotency_keys default;
call protect_tenant_table('idempotency_keys');
