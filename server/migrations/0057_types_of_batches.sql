-- Which types of events a batch holds: a reader of the log that wants none of them need not look into
-- it, and most want none of what a surge is made of. Null: written before this, it may hold any.
alter table event_batches add column types text[];
