-- Until then no process reads for it: the rests of several that read by turns would not add up.
alter table log_readers add column rests_until timestamptz;
