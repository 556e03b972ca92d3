-- What an order has several of stood in a table of its own, its SKUs there and among the words of search.
-- It is all found by tokens now. Those of a SKU are each of its words as a search has it, and behind it the
-- code as it is written. The words of SKUs from before stay: they find what they found.
alter table order_facets no force row level security;
alter table search_tokens no force row level security;
insert into search_tokens (tenant_id, kind, token, entity)
select tenant_id, 'order-' || facet, value, order_id from order_facets where facet <> 'sku'
on conflict do nothing;
-- Most codes are one plain word.
insert into search_tokens (tenant_id, kind, token, entity)
select tenant_id, 'order-sku', lower(value) || ' ' || value, order_id
from order_facets
where facet = 'sku' and value ~ '^[0-9A-Za-z]([!-~]{0,58}[0-9A-Za-z])?$'
on conflict do nothing;
-- The others as core/search.ts has them; where the locale of the database knows less of letters, the next
-- event of the order makes its tokens anew.
insert into search_tokens (tenant_id, kind, token, entity)
select facet.tenant_id, 'order-sku', folded.word || ' ' || facet.value, facet.order_id
from order_facets as facet
cross join lateral (
  select left(regexp_replace(part, '^[^[:alnum:]]+|[^[:alnum:]]+$', '', 'g'), 60) as word
  from regexp_split_to_table(
    lower(regexp_replace(normalize(facet.value collate "default", NFKD), '[\u0300-\u036f]', '', 'g')),
    '\s+') as part
) as folded
where facet.facet = 'sku' and facet.value !~ '^[0-9A-Za-z]([!-~]{0,58}[0-9A-Za-z])?$'
  and (folded.word <> '' or facet.value !~ '[[:alnum:]]')
on conflict do nothing;
alter table search_tokens force row level security;
drop table order_facets;

-- One reader keeps the list and what it is found by. It goes on where the later of the two was: an order
-- that is listed and has no words gets them then.
update log_readers set batch_position = least(batch_position,
  coalesce((select batch_position from log_readers where reader = 'index-orders'), batch_position))
where reader = 'keep-order-list';
delete from log_readers where reader = 'index-orders';
