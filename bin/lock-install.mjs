// Lets one process install at a time. The holder touches its lock every second, so that a lock of
// a process that died (or lived in another container) is known by its standing still.
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const beatMs = 1000;
const staleAfterMs = 15_000;
const waitMsMax = 15 * 60_000;

/** Resolves with { release } or, when it may not or cannot be had, with { message }. */
export async function lockInstall(root) {
  const folder = join(root, '.doorstep');
  const file = join(folder, 'install.lock');
  const own = `${hostname()} ${process.pid} ${Math.random()}\n`;
  const seen = { text: undefined, beatAt: 0, since: Date.now() };
  for (const startedAt = Date.now(); Date.now() - startedAt < waitMsMax; ) {
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, own, { flag: 'wx' });
      return holdLock(file);
    } catch (error) {
      if (error.code !== 'EEXIST') return { message: cannotWrite(folder, error) };
    }
    if (isStale(file, seen)) dropStale(file, seen.text);
    else await waitFor(seen);
  }
  return { message: `Another installation has been running for too long. If not, remove ${file}.` };
}

function holdLock(file) {
  const timer = setInterval(() => touch(file), beatMs);
  timer.unref();
  const release = () => {
    clearInterval(timer);
    rmSync(file, { force: true });
  };
  return { release };
}

function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Somebody removed it by hand; the installation goes on.
  }
}

function isStale(file, seen) {
  const lock = readLock(file);
  if (lock.text !== seen.text || lock.beatAt !== seen.beatAt) {
    Object.assign(seen, lock, { since: Date.now() });
  }
  const [host, pid] = (seen.text ?? '').split(' ');
  if (host === hostname() && !isAlive(Number(pid))) return true;
  return Date.now() - seen.since > staleAfterMs;
}

function readLock(file) {
  try {
    return { text: readFileSync(file, 'utf8'), beatAt: statSync(file).mtimeMs };
  } catch {
    return { text: undefined, beatAt: 0 };
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Renames before removing: of two that find the same stale lock, only one gets it. */
function dropStale(file, text) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    const moved = readFileSync(aside, 'utf8');
    if (moved !== text) writeFileSync(file, moved, { flag: 'wx' });
    rmSync(aside, { force: true });
  } catch {
    // Another was faster; the loop looks again.
  }
}

async function waitFor(seen) {
  if (!seen.isTold) console.error('Waiting for another process that installs the dependencies …');
  seen.isTold = true;
  await sleep(500);
}

function cannotWrite(folder, error) {
  return (
    `Dependencies must be installed, but ${folder} cannot be written: ${error.message}\n` +
    'Run it as the owner of the repository, or as one who may write there.'
  );
}
