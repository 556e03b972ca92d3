// One process of the system: killed, frozen, set to another time, and started again.

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, pidOf, startServer } from '../crash-rig.ts';

export interface Part {
  readonly name: string;
  /** Of its API; a worker has none. */
  readonly port: number;
  kill(): Promise<void>;
  /** Until it runs again, however often it must be started. */
  start(): Promise<void>;
  freeze(): void;
  thaw(): void;
  /** @param aheadMs of the machine's clock */
  setClock(aheadMs: number): void;
  /** What it wrote last, as far as a line holds the words. */
  logLines(words: string): string[];
  stop(): Promise<void>;
}

export interface PartOptions {
  readonly name: string;
  readonly role: 'api' | 'worker';
  readonly home: string;
  readonly databaseUrl: string;
  readonly aheadMs: number;
  /** Over those of every part. */
  readonly settings: Readonly<Record<string, string>>;
  /** It ended and nobody had asked it to. */
  readonly onDeath: (words: string) => void;
}

const PROGRAM = join(import.meta.dirname, 'serve-with-clock.ts');
const START_MS_MAX = 90_000;
const LOG_LINES = 400;

export async function startPart(options: PartOptions): Promise<Part> {
  const { name, role, home, databaseUrl, onDeath } = options;
  const clockFile = join(home, `clock-${name}`);
  const port = await freePort();
  const settings = {
    ...options.settings,
    DATABASE_URL: databaseUrl,
    DOORSTEP_ROLE: role,
    DOORSTEP_DEMO: 'no',
    DOORSTEP_LOG: 'error',
  };
  let child: ChildProcess | undefined;
  let log: string[] = [];

  async function start(): Promise<void> {
    for (const until = performance.now() + START_MS_MAX; ; await sleep(200)) {
      try {
        child = await startServer(home, port, settings, [PROGRAM, clockFile]);
        break;
      } catch (error) {
        // The database may still be on its way; whoever keeps servers running tries again.
        if (performance.now() > until) throw error;
      }
    }
    watch(child);
  }

  function watch(started: ChildProcess): void {
    for (const stream of [started.stdout, started.stderr])
      stream?.on('data', (chunk: Buffer) => {
        log = [...log, ...chunk.toString().split('\n').filter(Boolean)].slice(-LOG_LINES);
      });
    started.on('exit', (code, signal) => {
      if (child === started)
        onDeath(`${name} ended by itself (${code ?? signal}): ${log.slice(-5).join(' | ')}`);
    });
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const ended = child;
    if (ended === undefined) return;
    child = undefined;
    ended.kill(signal);
    if (ended.exitCode === null && ended.signalCode === null) await once(ended, 'exit');
  }

  const part: Part = {
    name,
    port,
    kill: () => end('SIGKILL'),
    start,
    freeze: () => child && process.kill(pidOf(child), 'SIGSTOP'),
    thaw: () => child && process.kill(pidOf(child), 'SIGCONT'),
    setClock: (aheadMs) => setClockFile(clockFile, aheadMs),
    logLines: (words) => log.filter((line) => line.includes(words)),
    stop: () => end('SIGTERM'),
  };
  part.setClock(options.aheadMs);
  await start();
  return part;
}

/** In one step: whoever reads it meanwhile must not find it empty. */
function setClockFile(path: string, aheadMs: number): void {
  writeFileSync(`${path}.new`, String(aheadMs));
  renameSync(`${path}.new`, path);
}
