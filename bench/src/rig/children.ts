// The processes of a run: each has its own CPU account.

import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';

export interface ServerChild {
  readonly pid: number;
  readonly port: number;
  stop(): Promise<void>;
}

const tellMemory = new URL('./tell-memory.ts', import.meta.url).href;
const main = join(import.meta.dirname, '../../../server/src/main.ts');

/** Bytes, of `process.memoryUsage()`. */
export interface MemoryTold {
  readonly at: number;
  readonly rss: number;
  readonly heapUsed: number;
  readonly external: number;
}

/**
 * Doorstep as it is started in production, on a database that is there.
 *
 * @param onMemory is told of its memory each second
 * @param settings over those of an ordinary start
 */
export async function startServer(
  url: string,
  profile?: string,
  onMemory?: (told: MemoryTold) => void,
  settings: Readonly<Record<string, string>> = {},
): Promise<ServerChild> {
  const dataHome = await mkdtemp(join(tmpdir(), 'doorstep-bench-'));
  // The nursery is that of bin/run-task.mjs.
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const telling = onMemory === undefined ? [] : ['--import', tellMemory];
  const flags = ['--max-semi-space-size=64', ...profiling, ...telling];
  const child = spawn(process.execPath, [...flags, main], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      DOORSTEP_DEMO: 'no',
      DOORSTEP_PORT: '0',
      DOORSTEP_HOST: '127.0.0.1',
      DOORSTEP_DATA: dataHome,
      DOORSTEP_LOG: 'warn',
      // Webhooks are taken on this machine.
      DOORSTEP_ALLOW_PRIVATE_ADDRESSES: 'yes',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  endWithUs(child);
  const { stdout } = child;
  const pipe = child.stdio[3];
  if (stdout === null || !(pipe instanceof Readable)) throw new Error('the server has no pipes');
  if (onMemory !== undefined)
    createInterface({ input: pipe }).on('line', (line) => onMemory(JSON.parse(line)));
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    createInterface({ input: stdout }).on('line', (line) => {
      const told = /listens on http:\/\/[^:]+:(\d+)/.exec(line);
      if (told !== null) resolve(Number(told[1]));
    });
  });
  return {
    pid: child.pid ?? 0,
    port,
    async stop() {
      await endChild(child);
      await rm(dataHome, { recursive: true, force: true });
    },
  };
}

/** A module of ours in a process of its own, spoken to by messages. */
export function forkModule(path: string): ChildProcess {
  // Not with our own flags: what npm run bench loads lets a process end that only waits to be told.
  const execArgv = ['--disable-warning=ExperimentalWarning'];
  const child = fork(path, { execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  endWithUs(child);
  return child;
}

/** Sends, and resolves with the next message. */
export async function ask<Answer>(
  child: ChildProcess,
  message: object,
  timeoutMs = 10_000,
): Promise<Answer> {
  const answered = Promise.withResolvers<Answer>();
  const onMessage = (answer: Answer & { failed?: string }) =>
    answer.failed === undefined
      ? answered.resolve(answer)
      : answered.reject(new Error(answer.failed));
  const onExit = () => answered.reject(new Error('a process of the bench ended'));
  const timer = setTimeout(
    () => answered.reject(new Error(`no answer in ${timeoutMs / 1000} s`)),
    timeoutMs,
  );
  child.once('message', onMessage).once('exit', onExit);
  child.send(message);
  try {
    return await answered.promise;
  } finally {
    clearTimeout(timer);
    child.off('message', onMessage).off('exit', onExit);
  }
}

export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

function endWithUs(child: ChildProcess): void {
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
}
