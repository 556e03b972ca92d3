// Kills the server or its PostgreSQL with -9 while orders pour in, starts it again by the same
// command, and compares every acknowledged answer with what the database says.

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describeDataHome } from '../../src/db/embedded/data-home.ts';

export interface CrashReport {
  readonly killed: 'server' | 'postgres';
  readonly afterMs: number;
  readonly sent: number;
  readonly acknowledged: number;
  readonly unanswered: number;
  readonly downMs: number;
}

export interface CrashRig {
  /** One crash; throws an AssertionError when anything acknowledged is lost or doubled. */
  crash(killed: 'server' | 'postgres', afterMs: number): Promise<CrashReport>;
  stop(): Promise<void>;
}

const SENDERS = 24;
const MAIN = join(import.meta.dirname, '../../src/main.ts');
const START_MS_MAX = 60_000;

interface Sent {
  readonly externalId: string;
  readonly key: string;
  readonly body: string;
  /** The order's id, once it was acknowledged. */
  order?: string;
}

export async function openCrashRig(): Promise<CrashRig> {
  const home = await mkdtemp(join(tmpdir(), 'doorstep-crash-'));
  await chmod(home, 0o755); // mkdtemp closes it to all others, PostgreSQL's user among them
  const port = await freePort();
  let server = await startServer(home, port);
  let round = 0;

  return {
    async crash(killed, afterMs) {
      round += 1;
      const api = await apiOf(home, port);
      await api('POST', '/v1/stock/receipts', {
        location: 'LEJ-1',
        lines: [{ sku: 'MUG-WHITE', quantity: 5000 }],
      });
      const victim = killed === 'server' ? pidOf(server) : await postmasterOf(home);
      const load = pour(port, await keyOf(home), round);
      await sleep(afterMs);
      process.kill(victim, 'SIGKILL');
      const killedAt = performance.now();
      if (killed === 'server') {
        await once(server, 'exit');
        server = await startServer(home, port);
      }
      await answers(port, server);
      const downMs = Math.round(performance.now() - killedAt);
      await sleep(300); // and some more of the load on what came back
      const sent = await load.stop();
      const unanswered = sent.filter((one) => one.order === undefined);
      await resend(port, await keyOf(home), sent);
      await assertAllThere(await apiOf(home, port), sent, round);
      return {
        killed,
        afterMs,
        sent: sent.length,
        acknowledged: sent.length - unanswered.length,
        unanswered: unanswered.length,
        downMs,
      };
    },
    async stop() {
      server.kill('SIGTERM');
      await once(server, 'exit');
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function startServer(home: string, port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
    env: {
      ...process.env,
      DATABASE_URL: '',
      DOORSTEP_DATA: home,
      DOORSTEP_PORT: String(port),
      DOORSTEP_LOG: 'silent',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const until = performance.now() + START_MS_MAX;
  while (!output.includes('listens on')) {
    assert.equal(child.exitCode, null, `the server did not start:\n${output}`);
    assert.ok(performance.now() < until, `the server took too long to start:\n${output}`);
    await sleep(50);
  }
  return child;
}

/** Orders from several senders, each waiting for its answer; failures are kept for a second try. */
function pour(port: number, apiKey: string, round: number): { stop(): Promise<Sent[]> } {
  const sent: Sent[] = [];
  let stopped = false;
  async function send(sender: number): Promise<void> {
    for (let count = 0; !stopped; count += 1) {
      const externalId = `crash ${round} ${sender} ${count}`;
      const one: Sent = {
        externalId,
        key: `key ${externalId}`,
        body: JSON.stringify({
          channel: 'web',
          externalId,
          currency: 'EUR',
          lines: [{ sku: 'MUG-WHITE', quantity: 1, unitPrice: '12.90' }],
          customer: { email: `buyer-${sender}-${count % 7}@crash.example` },
          shippingAddress: { country: 'DE', postalCode: '04109' },
        }),
      };
      sent.push(one);
      if (!(await capture(port, apiKey, one))) await sleep(20);
    }
  }
  const senders = Promise.all(Array.from({ length: SENDERS }, (_, index) => send(index)));
  return {
    async stop() {
      stopped = true;
      await senders;
      return sent;
    },
  };
}

async function capture(port: number, apiKey: string, one: Sent): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/v1/orders`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': one.key,
      },
      body: one.body,
      signal: AbortSignal.timeout(15_000),
    });
    const answer = (await response.json()) as { id?: string; code?: string };
    if (response.status >= 500) return false;
    assert.ok(response.status === 201 || response.status === 200, JSON.stringify(answer));
    assert.ok(one.order === undefined || one.order === answer.id, 'a retry got another order');
    if (answer.id !== undefined) one.order = answer.id;
    return true;
  } catch (error) {
    if (error instanceof assert.AssertionError) throw error;
    return false;
  }
}

/** Every request again with its key: acknowledged ones must get their first answer. */
async function resend(port: number, apiKey: string, sent: readonly Sent[]): Promise<void> {
  for (let index = 0; index < sent.length; index += SENDERS)
    await Promise.all(
      sent.slice(index, index + SENDERS).map(async (one) => {
        for (let attempt = 0; !(await capture(port, apiKey, one)); attempt += 1) {
          assert.ok(attempt < 50, `${one.externalId} cannot be captured after the crash`);
          await sleep(100);
        }
      }),
    );
}

type Api = (method: string, path: string, body?: unknown) => Promise<Record<string, unknown>>;

async function assertAllThere(api: Api, sent: readonly Sent[], round: number): Promise<void> {
  const found = new Map<string, string>();
  let cursor = '';
  do {
    const page = await api('GET', `/v1/orders?channel=web&limit=200${cursor}`);
    for (const order of page.items as { id: string; externalId: string }[]) {
      if (!order.externalId?.startsWith(`crash ${round} `)) continue;
      assert.ok(!found.has(order.externalId), `${order.externalId} is there twice`);
      found.set(order.externalId, order.id);
    }
    cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
  } while (cursor !== '');
  for (const one of sent)
    assert.equal(
      found.get(one.externalId),
      one.order,
      `${one.externalId} is not what was answered`,
    );
  assert.equal(found.size, sent.length, 'orders are there that nobody sent');
  await verified(api);
}

/** The sequencer may still be at work: invariants of the log hold once it has caught up. */
async function verified(api: Api): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const result = await api('POST', '/v1/verification');
    if (result.ok === true) return;
    const checks = result.checks as { ok: boolean }[];
    assert.ok(attempt < 10, JSON.stringify(checks.filter((check) => !check.ok)));
    await sleep(200);
  }
}

async function apiOf(home: string, port: number): Promise<Api> {
  const apiKey = await keyOf(home);
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

async function answers(port: number, server: ChildProcess): Promise<void> {
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

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('the server has no pid');
  return child.pid;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
