// A server, a PostgreSQL of its own, and the proxy between them: kills either one with -9 at a commit
// that is named by what it wrote, and brings it back.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/db/embedded/start-embedded-postgres.ts';
import { type Commit, type Moment, openCommitProxy, type Watch } from './commit-proxy.ts';
import {
  type Api,
  answers,
  apiWith,
  freePort,
  ownPort,
  pidOf,
  startServer,
  type Victim,
} from './crash-rig.ts';
import type { Doubles } from './doubles.ts';

/** Where to strike: at the nth commit of a step that writes this. */
export interface Aim {
  readonly writes: string;
  readonly nth: number;
  readonly moment: Moment;
  readonly victim: Victim;
  /** Another commit of the same reader does as well. */
  readonly isLikeEnough?: boolean;
}

export interface PointRig {
  /** The providers that stand outside, where the server was started with them. */
  readonly doubles: Doubles | null;
  readonly home: string;
  readonly port: number;
  readonly apiKey: string;
  readonly api: Api;
  /** From here on commits are noted, and counted for the aim. */
  begin(aim: Aim | null): void;
  /** Resolves when what was struck is back, and all that follows of the step is done. */
  end(): Promise<StepEnd>;
  /** The same with a tenant to whom nothing has happened. */
  withNewTenant(): Promise<PointRig>;
  stop(): Promise<void>;
}

export interface StepEnd {
  /** What each commit wrote, in order. */
  readonly commits: readonly string[];
  /** Null: what was aimed at never came. */
  readonly strike: Strike | null;
}

export interface Strike {
  /** What the commit wrote that was struck. */
  readonly writes: string;
  /** Milliseconds until it was back. */
  readonly downMs: number;
  /** What the payment provider had done by then. */
  readonly deedsAtStrike: number;
}

const run = promisify(execFile);
const WITH_DOUBLES = join(import.meta.dirname, 'serve-with-doubles.ts');
const TENANTS = join(import.meta.dirname, '../../src/open-tenant.ts');
const CATCH_UP_MS_MAX = 60_000;

/** @param doubles providers with a memory of their own, in place of the sandbox */
export async function openPointRig(doubles: Doubles | null = null): Promise<PointRig> {
  let aim: Aim | null = null;
  let commits: string[] = [];
  let back: Promise<number> | undefined;
  let tenants = 1;
  let struckAt = { writes: '', deedsAtStrike: 0 };

  function watch(commit: Commit): Moment | null {
    const writes = nameOf(commit);
    commits.push(writes);
    if (aim === null || back !== undefined || !isAimedAt(writes, aim)) return null;
    const { nth, moment } = aim;
    const isNth = commits.filter((one) => aim !== null && isAimedAt(one, aim)).length === nth;
    return isNth ? moment : null;
  }

  const both = await openVictims(doubles, watch, (commit) => {
    if (aim === null) throw new Error('nothing was aimed at');
    const deedsAtStrike = doubles?.countDeeds() ?? countDeeds(both.home);
    struckAt = { writes: nameOf(commit), deedsAtStrike };
    back = both.strike(aim.victim, commit.backend);
    back.catch(() => {}); // told by end(), unless the test has failed before
  });

  const rig: PointRig = {
    ...both,
    doubles,
    api: apiWith(both.apiKey, both.port),
    async withNewTenant() {
      tenants += 1;
      const apiKey = await openTenant(both.url, `points-${tenants}`);
      return { ...rig, apiKey, api: apiWith(apiKey, both.port) };
    },
    begin(next) {
      aim = next;
      commits = [];
      back = undefined;
    },
    async end() {
      await caughtUp(both.url, () => back);
      const strike = back === undefined ? null : { ...struckAt, downMs: await back };
      aim = null;
      return { commits, strike };
    },
    async stop() {
      await back?.catch(() => {});
      await both.stop();
    },
  };
  return rig;
}

interface Victims {
  readonly home: string;
  readonly url: string;
  readonly port: number;
  readonly apiKey: string;
  /** Kills it, and brings it back. @returns the milliseconds until it answered again */
  strike(victim: Victim, backend: number): Promise<number>;
  stop(): Promise<void>;
}

async function openVictims(
  doubles: Doubles | null,
  watch: Watch,
  onCommit: (commit: Commit) => void,
): Promise<Victims> {
  const home = await mkdtemp(join(tmpdir(), 'doorstep-points-'));
  await chmod(home, 0o755); // mkdtemp closes it to all others, PostgreSQL's user among them
  const own = { dataHome: join(home, 'database'), port: await ownPort() };
  const startPostgres = () => startEmbeddedPostgres(own);
  let postgres = await startPostgres();
  const { url } = postgres;
  const apiKey = await openTenant(url);
  const proxy = await openCommitProxy(Number(new URL(url).port), watch, onCommit);
  const port = await freePort();
  const settings = { ...settingsOf(url, proxy.port), ...doubles?.settings };
  const program = doubles === null ? undefined : [WITH_DOUBLES];
  const start = () => startServer(home, port, settings, program);
  let server = await start();

  async function restart(victim: Victim): Promise<void> {
    if (victim === 'server') {
      if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
      await letLeasesRunOut(url);
      server = await start();
      return;
    }
    // Started by us and not by its supervisor, which lets one that dies every few seconds wait.
    await postgres.stop();
    postgres = await startPostgres();
    assert.equal(postgres.url, url);
    await letLeasesRunOut(url);
  }

  return {
    home,
    url,
    port,
    apiKey,
    async strike(victim, backend) {
      const killedAt = performance.now();
      const pids = victim === 'server' ? [pidOf(server)] : [backend, postgres.pid];
      for (const pid of pids) process.kill(pid, 'SIGKILL');
      await restart(victim);
      await answers(port, server);
      return Math.round(performance.now() - killedAt);
    },
    async stop() {
      server.kill('SIGTERM');
      await once(server, 'exit');
      proxy.close();
      await postgres.stop();
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function settingsOf(url: string, proxyPort: number): Record<string, string> {
  const proxied = new URL(url);
  proxied.port = String(proxyPort);
  return {
    DATABASE_URL: proxied.href,
    DOORSTEP_SANDBOX_PAYMENTS: 'yes',
    DOORSTEP_DEMO: 'no',
  };
}

/** What every command writes says nothing of it; nor does how often a statement ran. */
function nameOf({ writes }: Commit): string {
  const telling = writes.filter((name) => !/^db\./.test(name));
  return (telling.length === 0 ? writes : telling).join(' ');
}

export async function openTenant(url: string, slug = 'points'): Promise<string> {
  const { stdout } = await run(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', TENANTS, slug, '--email', 'a@points.example'],
    { env: { ...process.env, DATABASE_URL: url } },
  );
  return (JSON.parse(stdout) as { apiKey: string }).apiKey;
}

/** Readers of the log that write more or less at once, as much as they find. */
const READERS = [
  /^desk\.(keep|advance)List|^desk\.keepFacets/,
  /^inventory\.\w+LowStock/,
  /^analytics\./,
];

/** The same commit, or one of the same reader: how much it takes at once is up to the moment. */
function isAimedAt(writes: string, { writes: wanted, isLikeEnough = false }: Aim): boolean {
  if (!isLikeEnough) return writes === wanted;
  const reader = READERS.find((one) => one.test(wanted));
  return writes === wanted || reader?.test(writes) === true;
}

/** At once: before anything else can happen. */
function countDeeds(home: string): number {
  const book = join(home, 'sandbox-payments', 'book.jsonl');
  if (!existsSync(book)) return 0;
  return readFileSync(book, 'utf8').split('\n').filter(Boolean).length;
}

/** Nobody is left who holds them: the ten seconds that they last need not be waited for. */
async function letLeasesRunOut(url: string): Promise<void> {
  await asOwner(url, (client) =>
    client.query('update payment_intents set leased_until = now() where leased_until is not null'),
  );
}

/** The log is sequenced, everybody has read it, and no provider is being asked. */
export async function caughtUp(
  url: string,
  struck: () => Promise<number> | undefined,
): Promise<void> {
  for (const until = performance.now() + CATCH_UP_MS_MAX; ; await sleep(15)) {
    await struck();
    const isDone = await asOwner(url, async (client) => {
      const { rows } = await client.query<{ done: boolean }>(CAUGHT_UP);
      return rows[0]?.done === true;
    }).catch(() => false);
    if (isDone) return;
    assert.ok(performance.now() < until, 'the worker does not catch up');
  }
}

const CAUGHT_UP = `select not exists (select from event_batches where batch_position is null)
    and not exists (select from payment_intents where next_attempt_at is not null)
    and not exists (select from log_readers as reader join log_heads as head
      on head.tenant_id = '00000000-0000-0000-0000-000000000000'
      where reader.batch_position < head.last_position) as done`;

export async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
