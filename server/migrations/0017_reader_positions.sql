-- Verification compares what was made of the log with the log, up to where its readers have come.
grant select on log_readers to doorstep_app;
