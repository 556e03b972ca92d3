// How the embedded PostgreSQL is set: an order management system on a small machine (two cores,
// a few GB) that must not lose an acknowledged order.
import { statfs } from 'node:fs/promises';

export type PostgresSettings = Readonly<Record<string, string>>;

const defaults: PostgresSettings = {
  // Durability, said aloud: a committed order survives a crash of the machine.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',

  // The hot set of a shop (stock, open orders, keys) fits; the rest is the system's page cache.
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',

  // A process takes some forty at most: three of them, tools, and room. An idle one costs a few MB.
  max_connections: '200',
  // Partitioned tables lock every partition they touch.
  max_locks_per_transaction: '256',

  // Seldom checkpoints: after each, the first change of a page writes the whole page to the WAL.
  max_wal_size: '2GB',
  min_wal_size: '256MB',
  checkpoint_timeout: '15min',
  // These binaries are built without lz4, and pglz costs more CPU than the WAL it saves.
  wal_compression: 'off',
  // What a base backup or a standby needs.
  wal_level: 'replica',

  // Our statements are short: compiling them costs more than running them.
  jit: 'off',
  // SSDs: a random page costs little more than the next one.
  random_page_cost: '1.1',
  // Dead rows of hot stock levels go early, before updates leave their page.
  autovacuum_naptime: '15s',
  autovacuum_vacuum_scale_factor: '0.05',

  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
  log_lock_waits: 'on',
  log_temp_files: '64MB',
};

/** What no caller may change: it is how we find, reach and keep this PostgreSQL to ourselves. */
function fixed(port: number, clusterName: string): PostgresSettings {
  return {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    cluster_name: clusterName,
    update_process_title: 'on',
    logging_collector: 'off',
    log_destination: 'stderr',
  };
}

export async function postgresSettings(options: {
  readonly port: number;
  readonly clusterName: string;
  readonly overrides: PostgresSettings;
}): Promise<PostgresSettings> {
  return {
    ...defaults,
    ...(await sharedMemorySettings()),
    ...options.overrides,
    ...fixed(options.port, options.clusterName),
  };
}

/** Containers get 64 MB of /dev/shm, which parallel queries exceed; files do as well then. */
async function sharedMemorySettings(): Promise<PostgresSettings> {
  if (process.platform !== 'linux') return {};
  const shm = await statfs('/dev/shm').catch(() => undefined);
  const isRoomy = shm !== undefined && shm.blocks * shm.bsize >= 256 * 1024 * 1024;
  return isRoomy ? {} : { dynamic_shared_memory_type: 'mmap' };
}
