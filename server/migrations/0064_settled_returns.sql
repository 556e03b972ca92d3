-- Units of a return that are settled: of what came, all but those whose price is still to be given back.
-- What it comes to depends on its order, so it is counted anew whenever something of either changes. A
-- return of before, of which nothing is counted yet, waits only if nothing was granted for it, as it did.
alter table returns
  add column settled integer not null default 0,
  add constraint settled_units_came check (settled between 0 and received);

create index returns_unsettled on returns (tenant_id, id)
  where order_id is not null and received > settled and (granted_minor = 0 or settled > 0);
drop index returns_to_refund;

-- Reads the log from its start, and so counts what came before.
insert into log_readers (reader, batch_position) values ('settle-returns', 0) on conflict do nothing;
