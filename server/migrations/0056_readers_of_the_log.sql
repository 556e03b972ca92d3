-- What these three summed up is read once for all of them now, from where the last of them was.
insert into log_readers (reader, batch_position)
select 'sum-up', coalesce(min(batch_position), 0) from log_readers
where reader in ('project-sales', 'project-flow', 'keep-low-stock')
having count(*) in (0, 3);
delete from log_readers where reader in ('project-sales', 'project-flow', 'keep-low-stock');

-- Each reader of the log from the start: one that has not begun yet has not read all of it either.
insert into log_readers (reader, batch_position)
select reader, 0 from unnest(array[
  'index-orders', 'index-parcels', 'fill-backorders', 'release-orders', 'hold-for-payers',
  'assess-risk', 'follow-credit', 'join-tracking', 'recognize-returns', 'match-history',
  'match-orders', 'keep-order-list', 'sum-up', 'post-journal', 'queue-webhooks']) as reader
on conflict do nothing;
