// Which process a pid stands for: pids are used again, so a pid alone proves nothing.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

type ProcessCommand = { readonly pid: number; readonly command: string };

/** Tells a process from a later one with the same pid; undefined when it is gone. */
export async function startTimeOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') return startTimeOnLinux(pid);
  if (!isAlive(pid)) return undefined;
  if (process.platform === 'win32') return 'unknown';
  const [line] = await ps(['-o', 'lstart=', '-p', String(pid)]);
  return line?.trim().replace(/\s+/g, ' ');
}

async function startTimeOnLinux(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (stat === undefined) return undefined;
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  // Counted after the command's name, which may hold spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const isZombie = fields[0] === 'Z' || fields[0] === 'X';
  return isZombie ? undefined : `${boot.trim()}-${fields[19]}`;
}

/** Stands in the title of every process of the cluster, and so tells whose they are. */
export function clusterName(dataFolder: string): string {
  return `doorstep-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 10)}`;
}

/** Whether the pid is the postmaster of the data folder. */
export async function isPostmasterOf(pid: number, dataFolder: string): Promise<boolean> {
  if (process.platform === 'win32') return isAlive(pid);
  const found = (await processes()).find((each) => each.pid === pid);
  return found !== undefined && isPostmasterCommand(found.command, dataFolder);
}

/**
 * All PostgreSQL processes of the data folder. A postmaster killed by kill -9 leaves backends
 * behind for a moment, for a long one if they are busy.
 */
export async function postgresProcessesOf(dataFolder: string): Promise<number[]> {
  if (process.platform === 'win32') return [];
  const title = `postgres: ${clusterName(dataFolder)}: `;
  const found = (await processes()).filter(
    ({ command }) => command.startsWith(title) || isPostmasterCommand(command, dataFolder),
  );
  return found.map(({ pid }) => pid);
}

function isPostmasterCommand(command: string, dataFolder: string): boolean {
  return command.includes(`postgres -D ${dataFolder} `);
}

/** Reads command lines, not working folders: those are hidden from root in a container. */
async function processes(): Promise<ProcessCommand[]> {
  if (process.platform !== 'linux') return processesByPs();
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  return Promise.all(
    pids.map(async (pid) => {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      return { pid: Number(pid), command: command.replaceAll('\0', ' ') };
    }),
  );
}

async function processesByPs(): Promise<ProcessCommand[]> {
  const lines = await ps(['-axww', '-o', 'pid=,command=']);
  return lines.map((line) => {
    const [, pid = '0', command = ''] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
    return { pid: Number(pid), command: `${command} ` };
  });
}

async function ps(args: readonly string[]): Promise<string[]> {
  const output = await promisify(execFile)('ps', [...args]).catch(() => undefined);
  return output?.stdout.split('\n').filter((line) => line.trim() !== '') ?? [];
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
