// One process at a time runs the PostgreSQL of a data home.
import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataHome } from './data-home.ts';
import {
  EmbeddedPostgresError,
  explainSystemError,
  systemCode,
} from './embedded-postgres-error.ts';
import { startTimeOf } from './process-identity.ts';

export type DataHomeLock = {
  /** Tells others that it is worth waiting. */
  markStopping(): Promise<void>;
  release(): Promise<void>;
};

type Holder = {
  readonly token: string;
  readonly pid: number;
  readonly host: string;
  readonly startTime: string;
  readonly isStopping: boolean;
};

const beatMs = 2000;
/** A holder in another container cannot be asked; it is dead when its lock stands still so long. */
const stillMs = 12_000;
/** How long a holder that is stopping may take; a checkpoint of a busy database takes seconds. */
const stoppingMsMax = 40_000;

export async function lockDataHome(home: DataHome): Promise<DataHomeLock> {
  const startTime = (await startTimeOf(process.pid)) ?? 'unknown';
  const own = { token: randomUUID(), pid: process.pid, host: hostname(), startTime };
  for (;;) {
    if (await tryLock(home.lockFile, { ...own, isStopping: false })) break;
    const holder = await readHolder(home.lockFile);
    if (holder === undefined) continue;
    if (await isHeld(home.lockFile, holder)) throw lockedBy(home, holder);
    await dropStale(home.lockFile, holder);
  }
  const timer = setInterval(() => void touch(home.lockFile), beatMs);
  timer.unref();
  return {
    markStopping: () => markStopping(home.lockFile, { ...own, isStopping: true }),
    release: async () => {
      clearInterval(timer);
      const holder = await readHolder(home.lockFile);
      if (holder?.token === own.token) await rm(home.lockFile, { force: true });
    },
  };
}

/** Written aside and linked, so that nobody ever reads half a lock. */
async function tryLock(file: string, holder: Holder): Promise<boolean> {
  const aside = `${file}.${holder.token}`;
  try {
    await writeFile(aside, JSON.stringify(holder), { mode: 0o600 });
    await link(aside, file);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw explainSystemError(error, file);
  } finally {
    await rm(aside, { force: true });
  }
}

async function markStopping(file: string, holder: Holder): Promise<void> {
  const aside = `${file}.${holder.token}`;
  try {
    await writeFile(aside, JSON.stringify(holder), { mode: 0o600 });
    await rename(aside, file);
  } catch {
    // A full disk must not keep us from stopping; others then do not wait for us.
  }
}

async function readHolder(file: string): Promise<Holder | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Holder;
  } catch {
    // A disk that filled up may leave an empty file; nobody holds that.
    return { token: '', pid: 0, host: hostname(), startTime: '', isStopping: false };
  }
}

async function isHeld(file: string, holder: Holder): Promise<boolean> {
  const isHere = holder.host === hostname();
  if (isHere && !(await isRunning(holder))) return false;
  if (!isHere && !(await isBeating(file))) return false;
  if (!holder.isStopping) return true;
  const stopsAt = Date.now() + stoppingMsMax;
  while (Date.now() < stopsAt) {
    await sleep(100);
    if ((await readHolder(file))?.token !== holder.token) return false;
    if (isHere && !(await isRunning(holder))) return false;
  }
  return true;
}

async function isRunning(holder: Holder): Promise<boolean> {
  const startTime = await startTimeOf(holder.pid);
  return startTime !== undefined && startTime === holder.startTime;
}

async function isBeating(file: string): Promise<boolean> {
  const beatAt = async () => (await stat(file).catch(() => undefined))?.mtimeMs;
  const first = await beatAt();
  const endsAt = Date.now() + stillMs;
  while (Date.now() < endsAt) {
    await sleep(250);
    const now = await beatAt();
    if (now === undefined) return false;
    if (now !== first) return true;
  }
  return false;
}

/** Moved aside before removal: of two that find the same stale lock, one must not take the other's. */
async function dropStale(file: string, holder: Holder): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
    if ((await readHolder(aside))?.token !== holder.token) await link(aside, file);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw explainSystemError(error, file);
  } finally {
    await rm(aside, { force: true });
  }
}

async function touch(file: string): Promise<void> {
  await utimes(file, new Date(), new Date()).catch(() => {});
}

function lockedBy(home: DataHome, holder: Holder): EmbeddedPostgresError {
  const where = holder.host === hostname() ? '' : ` on ${holder.host}`;
  return new EmbeddedPostgresError(
    'data-home-locked',
    `${home.path} is in use by another Doorstep, process ${holder.pid}${where}. ` +
      'Stop that one, choose another data home, or share one database by DATABASE_URL.',
    { data: { pid: holder.pid, host: holder.host, path: home.path } },
  );
}
