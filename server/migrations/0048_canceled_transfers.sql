-- A transfer of which nothing was received can be taken back.
alter table transfers
  add column canceled_at timestamptz,
  drop constraint transfer_status_is_known,
  add constraint transfer_status_is_known
    check (status in ('in-transit', 'received', 'canceled')) not valid;
alter table transfers validate constraint transfer_status_is_known;
