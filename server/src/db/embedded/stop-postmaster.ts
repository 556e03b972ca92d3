// Ends PostgreSQL: kindly first, and by force when that takes too long.
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster, Postmaster } from './cluster.ts';
import type { Binaries } from './copy-binaries.ts';
import { postgresProcessesOf } from './process-identity.ts';

type StopSignal = 'SIGINT' | 'SIGQUIT' | 'SIGKILL';

/** Fast: transactions are rolled back, a checkpoint is written. Then immediate; then kill. */
const steps: readonly { signal: StopSignal; waitMs: number }[] = [
  { signal: 'SIGINT', waitMs: 30_000 },
  { signal: 'SIGQUIT', waitMs: 10_000 },
  { signal: 'SIGKILL', waitMs: 5000 },
];

export async function stopPostmaster(
  cluster: Pick<Cluster, 'binaries' | 'onProgress'>,
  postmaster: Postmaster,
): Promise<void> {
  for (const { signal, waitMs } of steps) {
    signalPostmaster(cluster, postmaster.pid, signal);
    if (await isGoneWithin(postmaster.gone, waitMs)) return;
    cluster.onProgress(`PostgreSQL (${postmaster.pid}) did not stop on ${signal}`);
  }
}

/** Processes that a killed postmaster left behind hold its memory, and no other may start. */
export async function clearLeftovers(dataFolder: string): Promise<void> {
  // They notice by themselves, unless they are busy; what they do is lost in any case.
  for (const { signal, waitMs } of [
    { signal: undefined, waitMs: 3000 },
    { signal: 'SIGQUIT', waitMs: 3000 },
    { signal: 'SIGKILL', waitMs: 3000 },
  ] as const) {
    const pids = await postgresProcessesOf(dataFolder);
    if (signal !== undefined) for (const pid of pids) kill(pid, signal);
    for (const startedAt = Date.now(); Date.now() - startedAt < waitMs; await sleep(20)) {
      if ((await postgresProcessesOf(dataFolder)).length === 0) return;
    }
  }
}

export function signalPostmaster(
  { binaries }: Pick<Cluster, 'binaries'>,
  pid: number,
  signal: StopSignal,
): void {
  if (process.platform === 'win32' && signal !== 'SIGKILL') killOnWindows(binaries, pid, signal);
  else kill(pid, signal);
}

function killOnWindows(binaries: Binaries, pid: number, signal: StopSignal): void {
  try {
    // Windows has no signals; PostgreSQL brings its own.
    execFileSync(binaries.pgCtl, ['kill', signal.replace('SIG', ''), String(pid)]);
  } catch {
    // It is gone.
  }
}

function kill(pid: number, signal: StopSignal): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone.
  }
}

async function isGoneWithin(gone: Promise<string>, waitMs: number): Promise<boolean> {
  const timer = new AbortController();
  const late = sleep(waitMs, false, { signal: timer.signal }).catch(() => false);
  const isGone = await Promise.race([gone.then(() => true), late]);
  timer.abort();
  return isGone;
}
