// postmaster.pid and postmaster.opts, which PostgreSQL keeps in its data folder while it runs.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

export type PostmasterFile = {
  readonly pid: number;
  readonly port: number;
  readonly status: 'starting' | 'ready' | 'stopping' | 'unknown';
};

/** Undefined when there is none or when it is not written to its end yet. */
export async function readPostmasterFile(dataFolder: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(pidFile(dataFolder), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : parsePostmasterFile(text);
}

/** Lines: pid, data folder, start time, port, socket folder, address, shared memory, status. */
export function parsePostmasterFile(text: string): PostmasterFile | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  // A negative pid stands for a single-user backend.
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isInteger(pid) || pid === 0) return undefined;
  const status = lines[7];
  const isKnown = status === 'starting' || status === 'ready' || status === 'stopping';
  return { pid, port: Number(lines[3] ?? 0), status: isKnown ? status : 'unknown' };
}

/** Only after it is certain that the process it names is not ours. */
export async function removePostmasterFile(dataFolder: string): Promise<void> {
  await rm(pidFile(dataFolder), { force: true });
}

/** Whether the running postmaster was started by just this command. */
export async function isStartedBy(dataFolder: string, program: string, args: readonly string[]) {
  const text = await readFile(join(dataFolder, 'postmaster.opts'), 'utf8').catch(() => '');
  return text.trim() === [program, ...args.map((arg) => `"${arg}"`)].join(' ');
}

function pidFile(dataFolder: string): string {
  return join(dataFolder, 'postmaster.pid');
}
