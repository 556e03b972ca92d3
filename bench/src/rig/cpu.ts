// CPU time from /proc. Where there is none (macOS, Windows) every figure is 0.

import { readdirSync, readFileSync } from 'node:fs';

/** Linux tells the CPU times of processes in hundredths of a second. */
const MS_PER_TICK = 10;

interface ProcessTimes {
  readonly parent: number;
  readonly ownMs: number;
  /** Of children that ended and were waited for. */
  readonly endedChildrenMs: number;
}

export interface CpuSample {
  readonly serverMs: number;
  readonly postgresMs: number;
}

/** @param serverPids of all servers; none when there is no server in it */
export function sampleCpu(serverPids: readonly number[], postmasterPid: number): CpuSample {
  return {
    serverMs: serverPids.reduce((sum, pid) => sum + (timesOf(pid)?.ownMs ?? 0), 0),
    postgresMs: postgresMs(postmasterPid),
  };
}

export function parentOf(pid: number): number {
  return timesOf(pid)?.parent ?? 0;
}

const SAMPLES_MAX = 20;

/**
 * The postmaster, its backends and helpers, and those that have ended. A backend that ends while we
 * add up would count twice, as itself and as one that ended: then it is added up again.
 */
function postgresMs(postmaster: number): number {
  let sum = 0;
  for (let attempt = 0; attempt < SAMPLES_MAX; attempt += 1) {
    const before = timesOf(postmaster);
    sum = 0;
    for (const pid of childrenOf(postmaster)) sum += timesOf(pid)?.ownMs ?? 0;
    const after = timesOf(postmaster);
    if (before === undefined || after === undefined) return 0;
    sum += after.ownMs + after.endedChildrenMs;
    if (before.endedChildrenMs === after.endedChildrenMs) break;
  }
  return sum;
}

function childrenOf(pid: number): number[] {
  try {
    const told = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return told === '' ? [] : told.split(' ').map(Number);
  } catch {
    return everyPid().filter((child) => timesOf(child)?.parent === pid);
  }
}

function everyPid(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

function timesOf(pid: number): ProcessTimes | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name before it may hold spaces and parentheses.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = (place: number) => Number(fields[place] ?? 0) * MS_PER_TICK;
    return {
      parent: Number(fields[1] ?? 0),
      ownMs: ticks(11) + ticks(12),
      endedChildrenMs: ticks(13) + ticks(14),
    };
  } catch {
    return undefined;
  }
}
