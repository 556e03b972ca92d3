// PostgreSQL of our own: made on the first start, watched while we run, stopped with us.
import { realpath } from 'node:fs/promises';
import { adoptPostmaster } from './adopt-postmaster.ts';
import { ensureDatabase, postgresUrl } from './ask-postgres.ts';
import { choosePort, rememberedPort } from './choose-port.ts';
import type { Cluster } from './cluster.ts';
import { copyBinaries } from './copy-binaries.ts';
import { describeDataHome, openDataHome } from './data-home.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { initCluster } from './init-cluster.ts';
import { launchPostmaster } from './launch-postmaster.ts';
import { type DataHomeLock, lockDataHome } from './lock-data-home.ts';
import { keepLogLimited } from './postgres-log.ts';
import { type PostgresSettings, postgresSettings } from './postgres-settings.ts';
import { findPostgresUser } from './postgres-user.ts';
import { readPostmasterFile, removePostmasterFile } from './postmaster-file.ts';
import { clusterName } from './process-identity.ts';
import { signalPostmaster, stopPostmaster } from './stop-postmaster.ts';
import { type Supervision, supervisePostmaster } from './supervise-postmaster.ts';

export type EmbeddedPostgresOptions = {
  /** Where everything is kept; `defaultDataHome(env)` names the usual place. */
  readonly dataHome: string;
  /** An error when it is taken. Left out: the remembered port, or a free one. */
  readonly port?: number;
  /** Settings of postgresql.conf, over our own. */
  readonly settings?: PostgresSettings;
  /** Where the binaries are copied to; left out: below the data home. */
  readonly runFolder?: string;
  /** True leaves PostgreSQL running when this process ends without `stop()`. */
  readonly isLeftRunning?: boolean;
  readonly onProgress?: (line: string) => void;
  /** PostgreSQL ended and could not be brought back. Left out: only `onProgress` says so. */
  readonly onFailed?: (error: unknown) => void;
};

export type EmbeddedPostgres = {
  /** Stays the same when PostgreSQL is restarted. The user is its superuser. */
  readonly url: string;
  /** Of the postmaster, as it is now. */
  readonly pid: number;
  stop(): Promise<void>;
};

/** Rejects with an `EmbeddedPostgresError` for everything that has a remedy. */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const user = await findPostgresUser(describeDataHome(options.dataHome).dataFolder);
  await openDataHome(describeDataHome(options.dataHome), user);
  // PostgreSQL reports its folder without symbolic links, and so must we name it.
  const home = describeDataHome(await realpath(options.dataHome));
  const lock = await lockDataHome(home);
  try {
    const onProgress = options.onProgress ?? (() => {});
    const binaries = await copyBinaries(options.runFolder ?? home.runFolder);
    const isDurable = options.settings?.['fsync'] !== 'off';
    const password = await initCluster({ home, binaries, user, isDurable, onProgress });
    const base = { home, binaries, user, password, onProgress };
    return await run(base, options, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

type Base = Omit<Cluster, 'port' | 'args'>;

async function run(base: Base, options: EmbeddedPostgresOptions, lock: DataHomeLock) {
  const { cluster, postmaster } = await adoptOrLaunch(base, options);
  const { home, port, password } = cluster;
  const address = { port, password, dataFolder: home.dataFolder };
  try {
    await ensureDatabase(address);
  } catch (error) {
    await stopPostmaster(cluster, postmaster);
    throw error;
  }
  const report = (error: unknown) => cluster.onProgress(`PostgreSQL stays down: ${error}`);
  const supervision = supervisePostmaster(cluster, postmaster, options.onFailed ?? report);
  const endLog = keepLogLimited(home);
  const stopOnExit = () => signalPostmaster(cluster, supervision.pid, 'SIGINT');
  if (options.isLeftRunning !== true) process.once('exit', stopOnExit);
  const stop = async () => {
    process.off('exit', stopOnExit);
    endLog();
    await stopAll(supervision, lock);
  };
  return describeRunning(postgresUrl(address), supervision, stop);
}

function describeRunning(url: string, supervision: Supervision, stop: () => Promise<void>) {
  let stopping: Promise<void> | undefined;
  return {
    url,
    get pid() {
      return supervision.pid;
    },
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };
}

async function stopAll(supervision: Supervision, lock: DataHomeLock): Promise<void> {
  await lock.markStopping();
  await supervision.stop();
  await lock.release();
}

async function adoptOrLaunch(base: Base, options: EmbeddedPostgresOptions) {
  const running = await readPostmasterFile(base.home.dataFolder);
  const likelyPort = options.port ?? running?.port ?? (await rememberedPort(base.home)) ?? 0;
  const adopting = await describeCluster(base, options, likelyPort);
  const adopted = await adoptPostmaster(adopting);
  if (adopted !== undefined) return { cluster: adopting, postmaster: adopted };
  const attempts = options.port === undefined ? 3 : 1;
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(base.home, options.port);
    const cluster = await describeCluster(base, options, port);
    try {
      const postmaster = await launchPostmaster(cluster);
      await postmaster.ready;
      return { cluster, postmaster };
    } catch (error) {
      // Somebody was faster between our look at the port and PostgreSQL's.
      if (!isPortTaken(error) || attempt === attempts) throw error;
      await removePostmasterFile(base.home.dataFolder);
    }
  }
}

async function describeCluster(base: Base, options: EmbeddedPostgresOptions, port: number) {
  const { dataFolder } = base.home;
  const settings = await postgresSettings({
    port,
    clusterName: clusterName(dataFolder),
    overrides: options.settings ?? {},
  });
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return { ...base, port, args: ['-D', dataFolder, ...flags] };
}

function isPortTaken(error: unknown): boolean {
  return error instanceof EmbeddedPostgresError && error.code === 'port-taken';
}
