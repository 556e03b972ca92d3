// npm writes a lock file without the optional packages of other platforms when it cannot see them,
// and then refuses to install from it. `node checks/lock-file.ts --fix` adds what is missing.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

type LockedPackage = {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  resolved?: string;
  optionalDependencies?: Record<string, string>;
};

export type LockFile = { packages: Record<string, LockedPackage> };

type Missing = { readonly of: string; readonly name: string; readonly version: string };

/** One line per optional package that the lock file names but does not hold. */
export async function checkLockFile(root: string): Promise<string[]> {
  const lock = JSON.parse(await readFile(lockPath(root), 'utf8')) as LockFile;
  const missing = missingPackages(lock).map(
    ({ of, name, version }) =>
      `package-lock.json lacks ${name}@${version}, optional for ${of}: npm ci will fail. ` +
      'Run: node checks/lock-file.ts --fix',
  );
  return [...missing, ...hostsIn(lock)];
}

export function missingPackages({ packages }: LockFile): Missing[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isLocked(packages, path, name))
      .map(([name, version]) => ({ of: path, name, version })),
  );
}

/** As Node looks it up: in the package's own node_modules, then in each folder above. */
function isLocked(packages: LockFile['packages'], path: string, name: string): boolean {
  for (let at = path; ; at = at.slice(0, at.lastIndexOf('/node_modules/'))) {
    if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`] !== undefined) return true;
    if (!at.includes('/node_modules/')) return packages[`node_modules/${name}`] !== undefined;
  }
}

/** Everyone installs from the registry they have set. */
function hostsIn({ packages }: LockFile): string[] {
  return Object.entries(packages)
    .filter(([, { resolved }]) => resolved?.startsWith('http'))
    .map(([path]) => `package-lock.json names a host for ${path}`);
}

/** Without a hash, as npm would have to download each; npm checks it all the same on arrival. */
export function completeLockFile(lock: LockFile): LockFile {
  const packages = { ...lock.packages };
  for (const { of, name, version } of missingPackages(lock)) {
    if (!/^\d/.test(version)) throw new Error(`${name} of ${of} has no exact version: ${version}`);
    const isDev = packages[of]?.dev === true;
    const platform = platformOf(name);
    packages[`node_modules/${name}`] = {
      version,
      cpu: [platform.cpu],
      ...(isDev ? { dev: true } : {}),
      ...(platform.libc === undefined ? {} : { libc: [platform.libc] }),
      optional: true,
      os: [platform.os],
    };
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

function platformOf(name: string): { os: string; cpu: string; libc: string | undefined } {
  const systems = 'android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32|aix';
  const match = new RegExp(`(${systems})-([a-z0-9]+)`).exec(name);
  if (match?.[1] === undefined || match[2] === undefined) {
    throw new Error(`${name} does not tell its platform: add it to package-lock.json by hand`);
  }
  const libc = /-musl/.test(name) ? 'musl' : /-gnu/.test(name) ? 'glibc' : undefined;
  return { os: match[1], cpu: match[2], libc };
}

function lockPath(root: string): string {
  return join(root, 'package-lock.json');
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  if (process.argv.includes('--fix')) {
    const lock = JSON.parse(await readFile(lockPath(root), 'utf8')) as LockFile;
    await writeFile(lockPath(root), `${JSON.stringify(completeLockFile(lock), null, 2)}\n`);
  }
  for (const line of await checkLockFile(root)) console.log(line);
}
