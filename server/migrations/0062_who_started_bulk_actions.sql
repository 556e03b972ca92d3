-- A bulk action is done in the name of who started it; one that was started before has none, and is done in
-- that of who made it.
alter table bulk_actions add column started_by text;
