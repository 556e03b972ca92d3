// The system that is put to the test: two API processes and a worker, behind the proxy a PostgreSQL
// of their own with durable settings, on a small disk where one can be had.

import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../src/db/embedded/start-embedded-postgres.ts';
import { type CommitProxy, type Moment, openCommitProxy } from '../commit-proxy.ts';
import { ownPort } from '../crash-rig.ts';
import { type Doubles, openDoubles } from '../doubles.ts';
import { asOwner, openTenant } from '../point-rig.ts';
import { type Part, type PartOptions, startPart } from './part.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';

export interface System {
  readonly home: string;
  /** Around the proxy, as superuser. */
  readonly url: string;
  readonly apiKey: string;
  readonly apis: readonly Part[];
  readonly worker: Part;
  readonly postgres: Postgres;
  readonly network: Network;
  /** The payment providers that stand outside. */
  readonly doubles: Doubles;
  /** Null where none may be mounted. */
  readonly disk: SmallDisk | null;
  /** How far the clocks are ahead of the machine's when nobody disturbs them. */
  readonly aheadMs: number;
  /** What ended by itself. */
  readonly deaths: readonly string[];
  stop(): Promise<void>;
}

export interface Postgres {
  readonly pid: number;
  /** Ends what is left of it, and starts it. */
  restart(): Promise<void>;
  /** Waits until it answers; one that stays down is started. */
  comeBack(): Promise<void>;
}

export interface Network extends CommitProxy {
  /** From here on each commit that writes is lost, before it arrives or after it is done. */
  lose(moment: Moment | null): void;
}

const SETTINGS = {
  // The disk is small, and its fill is what is to be tested.
  max_wal_size: '128MB',
  min_wal_size: '64MB',
  shared_buffers: '64MB',
};
const COMES_BACK_MS = 8000;

export async function openSystem(options: { readonly wantsDisk: boolean }): Promise<System> {
  const home = await mkdtemp(join(tmpdir(), 'doorstep-storm-'));
  await chmod(home, 0o755); // mkdtemp closes it to all others, PostgreSQL's user among them
  const closing: (() => Promise<void>)[] = [
    () => rm(home, { recursive: true, force: true, maxRetries: 5 }),
  ];
  const stop = async () => {
    for (const close of closing.reverse()) await close();
  };
  try {
    const disk = options.wantsDisk ? await mountSmallDisk(join(home, 'disk')) : null;
    if (disk !== null) closing.push(() => disk.unmount());
    const postgres = await openPostgres(join(disk?.folder ?? home, 'database'));
    closing.push(() => postgres.stop());
    const network = await openNetwork(Number(new URL(postgres.url).port));
    closing.push(async () => network.close());
    const aheadMs = untilTurnOfWeek();
    const doubles = await openDoubles(() => Date.now() + aheadMs);
    closing.push(() => doubles.close());
    const { settings } = doubles;
    const common = { home, databaseUrl: proxied(postgres.url, network.port), aheadMs, settings };
    const apiKey = await openTenant(postgres.url);
    const parts = await startParts(common, closing);
    const { url } = postgres;
    return { ...parts, apiKey, aheadMs, home, url, postgres, network, doubles, disk, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function proxied(url: string, port: number): string {
  const address = new URL(url);
  address.port = String(port);
  return address.href;
}

async function startParts(
  given: Omit<PartOptions, 'name' | 'role' | 'onDeath'>,
  closing: (() => Promise<void>)[],
): Promise<Pick<System, 'apis' | 'worker' | 'deaths'>> {
  const deaths: string[] = [];
  const common = { ...given, onDeath: (words: string) => void deaths.push(words) };
  const parts: Part[] = [];
  closing.push(async () => {
    await Promise.all(parts.map((part) => part.stop()));
  });
  const start = async (name: string, role: 'api' | 'worker') => {
    const part = await startPart({ ...common, name, role });
    parts.push(part);
    return part;
  };
  // The first one makes the master key that the others read.
  const first = await start('api-1', 'api');
  const [second, worker] = await Promise.all([start('api-2', 'api'), start('worker', 'worker')]);
  return { apis: [first, second], worker, deaths };
}

/** Sunday a quarter to midnight: idempotency keys are kept by the week, and jumps go over its turn. */
function untilTurnOfWeek(): number {
  const now = new Date();
  const sunday = new Date(now);
  sunday.setUTCDate(now.getUTCDate() + ((7 - now.getUTCDay()) % 7));
  sunday.setUTCHours(23, 45, 0, 0);
  return sunday.getTime() - now.getTime();
}

async function openPostgres(dataHome: string) {
  const own = { dataHome, settings: SETTINGS, port: await ownPort() };
  const start = () => startEmbeddedPostgres(own);
  let running: EmbeddedPostgres = await start();
  const { url } = running;
  const answers = () =>
    asOwner(url, (client) => client.query('select 1')).then(
      () => true,
      () => false,
    );
  async function restart(): Promise<void> {
    // Started by us and not by its supervisor, which lets one that dies every few seconds wait.
    await running.stop();
    running = await start();
    assert.equal(running.url, url);
  }
  return {
    url,
    get pid() {
      return running.pid;
    },
    restart,
    async comeBack() {
      for (const until = performance.now() + COMES_BACK_MS; ; await sleep(50)) {
        if (await answers()) return;
        if (performance.now() > until) return restart();
      }
    },
    stop: () => running.stop(),
  };
}

async function openNetwork(upstreamPort: number): Promise<Network> {
  let losing: Moment | null = null;
  const proxy = await openCommitProxy(
    upstreamPort,
    () => losing,
    () => {}, // nobody dies: the connection is cut, and that is all
  );
  return {
    ...proxy,
    lose(moment) {
      losing = moment;
    },
  };
}
