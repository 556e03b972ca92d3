-- Orders that were captured as ones that wait are looked at once more. It begins with what comes now.
insert into log_readers (reader, batch_position)
select 'fill-captured-backorders', last_position from log_heads
where tenant_id = '00000000-0000-0000-0000-000000000000'
on conflict do nothing;
