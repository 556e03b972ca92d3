// A server of its own, with an embedded PostgreSQL of its own, that can be killed with -9 and is
// started again by the same command.

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describeDataHome } from '../../src/db/embedded/data-home.ts';

export type Victim = 'server' | 'postgres';

export type Api = (
  method: string,
  path: string,
  body?: unknown,
) => Promise<Record<string, unknown>>;

export interface CrashRig {
  readonly home: string;
  readonly port: number;
  key(): Promise<string>;
  /** Calls that must succeed. */
  api(): Promise<Api>;
  /** Kills it, and brings it back. @returns the milliseconds until it answered again */
  kill(victim: Victim): Promise<number>;
  stop(): Promise<void>;
}

const MAIN = join(import.meta.dirname, '../../src/main.ts');
const START_MS_MAX = 60_000;

export async function openCrashRig(): Promise<CrashRig> {
  const home = await mkdtemp(join(tmpdir(), 'doorstep-crash-'));
  await chmod(home, 0o755); // mkdtemp closes it to all others, PostgreSQL's user among them
  const port = await freePort();
  let server = await startServer(home, port);
  return {
    home,
    port,
    key: () => keyOf(home),
    api: () => apiOf(home, port),
    async kill(victim) {
      process.kill(victim === 'server' ? pidOf(server) : await postmasterOf(home), 'SIGKILL');
      const killedAt = performance.now();
      if (victim === 'server') {
        await once(server, 'exit');
        server = await startServer(home, port);
      }
      await answers(port, server);
      return Math.round(performance.now() - killedAt);
    },
    async stop() {
      server.kill('SIGTERM');
      await once(server, 'exit');
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * @param settings over those of an ordinary start
 * @param program another than the ordinary one, with its arguments
 */
export async function startServer(
  home: string,
  port: number,
  settings: Readonly<Record<string, string>> = {},
  program: readonly string[] = [MAIN],
): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...program], {
    env: {
      ...process.env,
      DATABASE_URL: '',
      DOORSTEP_DATA: home,
      DOORSTEP_PORT: String(port),
      DOORSTEP_LOG: 'silent',
      DOORSTEP_DEMO: 'small',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const until = performance.now() + START_MS_MAX;
  while (!/Doorstep (listens on|works)/.test(output)) {
    assert.equal(child.exitCode, null, `the server did not start:\n${output}`);
    assert.ok(performance.now() < until, `the server took too long to start:\n${output}`);
    await sleep(50);
  }
  return child;
}

/** The sequencer may still be at work: invariants of the log hold once it has caught up. */
export async function verified(api: Api): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const result = await api('POST', '/v1/verification');
    if (result.ok === true) return;
    const checks = result.checks as { ok: boolean }[];
    assert.ok(attempt < 10, JSON.stringify(checks.filter((check) => !check.ok)));
    await sleep(200);
  }
}

async function apiOf(home: string, port: number): Promise<Api> {
  return apiWith(await keyOf(home), port);
}

export function apiWith(apiKey: string, port: number): Api {
  return async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    assert.ok(response.status < 300, JSON.stringify(answer));
    return answer;
  };
}

/** Resolves when the server and its database answer. */
export async function answers(port: number, server: ChildProcess): Promise<void> {
  const until = performance.now() + START_MS_MAX;
  for (;;) {
    try {
      const response = await fetch(`http://127.0.0.1:${port}/v1/orders?limit=1`, {
        headers: { authorization: 'Bearer nobody' },
      });
      // Asking who a key belongs to goes to the database.
      if (response.status === 401) return;
    } catch {
      // Not there yet.
    }
    assert.equal(server.exitCode, null, 'the server died with PostgreSQL');
    assert.ok(performance.now() < until, 'it did not come back');
    await sleep(50);
  }
}

async function keyOf(home: string): Promise<string> {
  const file = await readFile(join(home, 'credentials.json'), 'utf8');
  return (JSON.parse(file) as { apiKey: string }).apiKey;
}

async function postmasterOf(home: string): Promise<number> {
  const file = await readFile(join(describeDataHome(home).dataFolder, 'postmaster.pid'), 'utf8');
  return Number(file.split('\n')[0]);
}

export function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('the server has no pid');
  return child.pid;
}

/** That nobody else takes while its owner is down: of those that are neither lent nor tried in order. */
export async function ownPort(): Promise<number> {
  const port = 27_000 + Math.floor(Math.random() * 5000);
  return freePort(port).catch(ownPort);
}

export async function freePort(wanted = 0): Promise<number> {
  const probe = createServer().listen(wanted, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
