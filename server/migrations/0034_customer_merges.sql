-- Two customers who turned out to be one person. The one that is left keeps its row, and what it was
-- known by: whoever buys with the other address, or is imported with the other id, is the same
-- customer. It has no orders any more.
alter table customers
  add column merged_into uuid,
  add column merged_at timestamptz,
  add constraint merged_customer_says_when check ((merged_into is null) = (merged_at is null)),
  add constraint nobody_is_merged_into_themselves check (merged_into <> id);
create index customers_merged_into on customers (tenant_id, merged_into)
  where merged_into is not null;

create index past_documents_of_customer on past_documents (tenant_id, customer_id)
  where customer_id is not null;
