// The few statements that the supervisor itself needs.

/** Proves that the server answers and that it is the one of our data folder. */
export const selectDataFolder = "select current_setting('data_directory') as data_folder";

export const selectDatabase = 'select 1 from pg_database where datname = $1';

export const createDoorstepDatabase = 'create database doorstep';
