// Where Doorstep keeps its data, and where in it the embedded PostgreSQL keeps its own.
import { chmod, chown, mkdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { EmbeddedPostgresError, explainSystemError } from './embedded-postgres-error.ts';
import type { PostgresUser } from './postgres-user.ts';

export type DataHome = {
  readonly path: string;
  /** Held by the one process that runs this PostgreSQL. */
  readonly lockFile: string;
  /** Copies of the binaries, one per package version, that any user may read. */
  readonly runFolder: string;
  /** The cluster itself. */
  readonly dataFolder: string;
  readonly passwordFile: string;
  readonly portFile: string;
  readonly logFile: string;
};

/** /var/lib/doorstep as root; for a user $XDG_DATA_HOME/doorstep or ~/.local/share/doorstep. */
export function defaultDataHome(env: Readonly<Record<string, string | undefined>>): string {
  if (process.getuid?.() === 0) return '/var/lib/doorstep';
  const xdg = env['XDG_DATA_HOME'];
  // The XDG specification says to ignore a relative path.
  const base = xdg !== undefined && isAbsolute(xdg) ? xdg : join(homedir(), '.local', 'share');
  return join(base, 'doorstep');
}

export function describeDataHome(path: string): DataHome {
  const home = resolve(path);
  const folder = join(home, 'postgres');
  return {
    path: home,
    lockFile: join(home, 'doorstep.lock'),
    runFolder: join(home, 'run'),
    dataFolder: join(folder, 'data'),
    passwordFile: join(folder, 'password'),
    portFile: join(folder, 'port'),
    logFile: join(folder, 'postgres.log'),
  };
}

/**
 * Makes the folders. For a user they are closed to all others; as root the user that runs
 * PostgreSQL must be able to pass through (but not list) them to its own.
 */
export async function openDataHome(home: DataHome, user: PostgresUser | undefined): Promise<void> {
  const folders = [home.path, dirname(home.dataFolder)];
  try {
    await mkdir(dirname(home.path), { recursive: true });
    for (const folder of folders) await mkdir(folder, { mode: 0o700, recursive: true });
    await chmod(home.path, user === undefined ? 0o700 : 0o711);
    if (user !== undefined) {
      // A group of its own user may pass through, so that no other sees even the names inside.
      await chown(dirname(home.dataFolder), 0, user.gid);
      await chmod(dirname(home.dataFolder), 0o710);
    }
  } catch (error) {
    throw explainSystemError(error, home.path);
  }
  if (user !== undefined) await assertReachable(home.path, user);
}

async function assertReachable(path: string, user: PostgresUser): Promise<void> {
  for (let at = path; at !== dirname(at); at = dirname(at)) {
    const { mode, uid, gid } = await stat(at);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) !== 0) continue;
    throw new EmbeddedPostgresError(
      'data-home-unreachable',
      `PostgreSQL must not run as root; it runs as "${user.name}", who cannot enter ${at}. ` +
        `Choose a data home outside of it, such as /var/lib/doorstep, or: chmod o+x ${at}`,
      { data: { path: at, user: user.name } },
    );
  }
}
