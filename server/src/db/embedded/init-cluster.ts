// Makes the cluster on the first start, and checks on later ones that we can run it.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './copy-binaries.ts';
import type { DataHome } from './data-home.ts';
import {
  EmbeddedPostgresError,
  explainPostgresLog,
  explainSystemError,
  systemCode,
} from './embedded-postgres-error.ts';
import type { PostgresUser } from './postgres-user.ts';

export type InitCluster = {
  readonly home: DataHome;
  readonly binaries: Binaries;
  readonly user: PostgresUser | undefined;
  /** False only for tests: a crash of the machine may then lose the cluster. */
  readonly isDurable: boolean;
  readonly onProgress: (line: string) => void;
};

/** The superuser's password. */
export async function initCluster(init: InitCluster): Promise<string> {
  const { home, binaries } = init;
  const version = await readTrimmed(join(home.dataFolder, 'PG_VERSION'));
  if (version !== undefined) {
    if (version !== binaries.majorVersion) throw otherVersion(home, version, binaries);
    return readPassword(home);
  }
  init.onProgress('Preparing the database for the first time');
  try {
    return await makeCluster(init);
  } catch (error) {
    throw explainSystemError(error, home.dataFolder);
  }
}

/** Made aside and renamed: a first start that was killed leaves no half of a cluster. */
async function makeCluster(init: InitCluster): Promise<string> {
  const { home, user } = init;
  const aside = `${home.dataFolder}.new`;
  const passwordAside = `${home.passwordFile}.new`;
  await rm(aside, { recursive: true, force: true });
  await rm(passwordAside, { force: true });
  const password = randomBytes(24).toString('base64url');
  await mkdir(aside, { mode: 0o700 });
  await writeFile(passwordAside, `${password}\n`, { mode: 0o600 });
  if (user !== undefined) {
    await chown(aside, user.uid, user.gid);
    await chown(passwordAside, user.uid, user.gid);
  }
  await runInitdb(init, aside, passwordAside);
  if (user !== undefined) await chown(passwordAside, 0, 0);
  await chmod(passwordAside, 0o600);
  // The password first: a cluster without its password would be lost.
  await rename(passwordAside, home.passwordFile);
  await rename(aside, home.dataFolder);
  return password;
}

async function runInitdb(init: InitCluster, folder: string, passwordFile: string) {
  const { home, binaries, user, isDurable } = init;
  const args = [
    `--pgdata=${folder}`,
    '--username=doorstep',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    // Sorts the same on every machine, whatever its C library.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(isDurable ? [] : ['--no-sync']),
  ];
  const env = { LC_ALL: 'C', TZ: 'UTC' };
  try {
    await promisify(execFile)(binaries.initdb, args, { cwd: dirname(folder), env, ...user });
  } catch (error) {
    // An exit code has no system call; a program that could not be started has.
    if (error instanceof Error && 'syscall' in error) {
      throw explainSpawnError(error, binaries.initdb, user);
    }
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw explainPostgresLog(said, { path: home.dataFolder, port: 0 });
  }
}

/** Why a program of PostgreSQL could not even be started. */
export function explainSpawnError(error: Error, program: string, user: PostgresUser | undefined) {
  const code = systemCode(error);
  const details = { data: { path: program }, cause: error };
  if (code === 'ENOENT' || code === 'ENOEXEC') {
    return new EmbeddedPostgresError(
      'platform-unsupported',
      `${program} cannot run here. It needs glibc: on Alpine Linux install PostgreSQL 15 or ` +
        'newer and set DATABASE_URL.',
      details,
    );
  }
  if (user !== undefined && (code === 'EPERM' || code === 'EINVAL')) {
    return new EmbeddedPostgresError(
      'user-switch-refused',
      `PostgreSQL must not run as root, and this container does not let us run it as ` +
        `"${user.name}". Start Doorstep as an ordinary user, or set DATABASE_URL.`,
      details,
    );
  }
  return new EmbeddedPostgresError(
    'start-failed',
    `${program} could not be started (${error.message}). Is its file system mounted noexec?`,
    details,
  );
}

export async function readPassword(home: DataHome): Promise<string> {
  const password = await readTrimmed(home.passwordFile);
  if (password !== undefined) return password;
  throw new EmbeddedPostgresError(
    'start-failed',
    `${home.passwordFile} is missing or cannot be read: the data cannot be opened without it. ` +
      'Bring it back from a backup.',
    { data: { path: home.passwordFile } },
  );
}

async function readTrimmed(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw explainSystemError(error, file);
  }
}

function otherVersion(home: DataHome, version: string, binaries: Binaries) {
  return new EmbeddedPostgresError(
    'other-major-version',
    `${home.dataFolder} was made by PostgreSQL ${version}; this Doorstep brings ` +
      `${binaries.majorVersion}. Start it once more with the Doorstep that made it, export, ` +
      'and import into a new data home.',
    { data: { path: home.dataFolder, version } },
  );
}
