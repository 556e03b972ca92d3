-- What an order has several of stood in a table of its own, its SKUs there and among the words of search.
-- It is all found by tokens now. Those of a SKU are its word as a search has it, and behind it the code as
-- it is written. The words of SKUs from before stay: they find what they found.
alter table order_facets no force row level security;
alter table search_tokens no force row level security;
alter table order_list_progress no force row level security;
alter table event_batches no force row level security;
insert into search_tokens (tenant_id, kind, token, entity)
select tenant_id, 'order-' || facet,
       case facet when 'sku' then lower(value) || ' ' || value else value end, order_id
from order_facets
where facet <> 'sku' or value ~ '^[0-9A-Za-z][!-~]{0,58}[0-9A-Za-z]$' or value ~ '^[0-9A-Za-z]$'
on conflict do nothing;
-- How words of other codes are folded the server knows: it makes the list of such a shop anew, when its
-- reader comes to the newest batch of that shop, which it is taken back to.
update order_list_progress set position = 0
where tenant_id in (
  select tenant_id from order_facets
  where facet = 'sku' and value !~ '^[0-9A-Za-z][!-~]{0,58}[0-9A-Za-z]$' and value !~ '^[0-9A-Za-z]$');
update log_readers set batch_position = least(batch_position,
  coalesce((select min(newest) - 1
            from (select max(batch.batch_position) as newest
                  from event_batches as batch
                  join order_list_progress as progress
                    on progress.tenant_id = batch.tenant_id and progress.position = 0
                  group by batch.tenant_id) as anew), batch_position))
where reader = 'keep-order-list';
alter table search_tokens force row level security;
alter table order_list_progress force row level security;
alter table event_batches force row level security;
drop table order_facets;

-- One reader keeps the list and what it is found by. It goes on where the later of the two was.
update log_readers set batch_position = least(batch_position,
  coalesce((select batch_position from log_readers where reader = 'index-orders'), batch_position))
where reader = 'keep-order-list';
delete from log_readers where reader = 'index-orders';
