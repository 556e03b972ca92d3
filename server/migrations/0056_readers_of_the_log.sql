-- Each reader of the log from the start: one that has not begun yet has not read all of it either.
insert into log_readers (reader, batch_position)
select reader, 0 from unnest(array[
  'index-orders', 'index-parcels', 'fill-backorders', 'release-orders', 'hold-for-payers',
  'assess-risk', 'follow-credit', 'join-tracking', 'recognize-returns', 'match-history',
  'match-orders', 'keep-order-list', 'project-sales', 'project-flow', 'post-journal',
  'keep-low-stock', 'queue-webhooks']) as reader
on conflict do nothing;
