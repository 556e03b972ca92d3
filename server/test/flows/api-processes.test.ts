// Several processes serve requests behind one address, each tenant by one of them.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import pino from 'pino';
import { readConfig } from '../../src/config.ts';
import { openFront } from '../../src/front/open-front.ts';
import { type OpenedApi, openApiProcesses } from '../../src/open-api-processes.ts';
import { freePort, startServer } from '../faults/crash-rig.ts';
import { openShop, type Shop } from '../shop.ts';
import { until } from '../until.ts';

const log = pino({ level: 'silent' });

describe('two processes that serve requests', () => {
  let shop: Shop;
  let other: Awaited<ReturnType<Shop['anotherTenant']>>;
  let home: string;
  let api: OpenedApi;
  const closing: (() => Promise<void>)[] = [];

  before(async () => {
    shop = await openShop();
    other = await shop.anotherTenant('other');
    home = await mkdtemp(join(tmpdir(), 'doorstep-processes-'));
    const { authentication } = shop.runtime;
    api = await openApiProcesses(configOf(), { authentication, log }, closing);
    for (const { call } of [shop, other]) {
      await call('POST', '/v1/channels', { code: 'web', name: 'Web' });
      await call('POST', '/v1/skus', { code: 'MUG', title: 'Mug' });
      await call('PUT', '/v1/skus/MUG/backorder-limit', { cap: 1000 });
    }
  });
  after(async () => {
    for (const close of closing.reverse()) await close();
    await shop.close();
    await rm(home, { recursive: true });
  });

  function configOf() {
    const env = {
      DATABASE_URL: shop.url,
      DOORSTEP_DATA: home,
      DOORSTEP_PORT: '0',
      DOORSTEP_LOG: 'silent',
      DOORSTEP_SECRET_KEY: randomBytes(32).toString('base64'),
      DOORSTEP_API_PROCESSES: '2',
    };
    return readConfig(env);
  }
  const port = () => Number(new URL(api.url).port);

  test('a tenant is served by one of them, another by the other, and one that dies takes nobody else along', async () => {
    const lines = await Promise.all(
      [shop, other].flatMap(({ secret }) =>
        Array.from({ length: 3 }, async () => ({ secret, line: await openLine(port(), secret) })),
      ),
    );
    const killed = api.processes.pids()[0] ?? 0;
    process.kill(killed, 'SIGKILL');
    await until(() => lines.filter(({ line }) => line.isCut()).length === 3, 'three are cut');
    const cut = new Set(lines.filter(({ line }) => line.isCut()).map(({ secret }) => secret));
    assert.equal(cut.size, 1, 'all of the same tenant');
    for (const { line } of lines) if (!line.isCut()) assert.equal(await line.ask(), 200);

    // Those of the dead one are served at once, and another one takes its place.
    for (const secret of cut) assert.equal(await (await openLine(port(), secret)).ask(), 200);
    await until(
      () => api.processes.pids()[0] !== killed && api.processes.isReady(0),
      'another process takes its place',
    );
  });

  test('requests that come in pieces, and several at once, are answered in turn', async () => {
    const request = `GET /v1/me HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${shop.secret}\r\n\r\n`;
    const socket = connect({ port: port(), host: '127.0.0.1' });
    const answers = countAnswers(socket);
    for (const at of [0, 10, 40]) {
      socket.write(request.slice(at, at === 40 ? undefined : at === 0 ? 10 : 40));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await until(() => answers() === 1, 'the one in pieces');
    socket.write(request + request + request);
    await until(() => answers() === 4, 'three at once');
    socket.destroy();

    const together = connect({ port: port(), host: '127.0.0.1' });
    const both = countAnswers(together);
    together.write(request + request);
    await until(() => both() === 2, 'two in the first bytes');
    together.destroy();
  });

  test('a stream of orders goes through, and what is asked without a secret', async () => {
    const rows = Array.from({ length: 500 }, (_, number) =>
      JSON.stringify({
        channel: 'web',
        externalId: `row ${number}`,
        currency: 'EUR',
        stockPolicy: 'partial-with-backorder',
        lines: [{ sku: 'MUG', quantity: 1, unitPriceMinor: 900 }],
      }),
    );
    const answer = await fetch(`${api.url}/v1/orders/bulk`, {
      method: 'POST',
      headers: { authorization: `Bearer ${other.secret}`, 'content-type': 'application/x-ndjson' },
      body: `${rows.join('\n')}\n`,
    });
    const told = (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(new Set(told.map(({ status }) => status)), new Set([201]));
    assert.equal(told.length, 500);
    const stranger = await fetch(`${api.url}/v1/me`);
    assert.equal(stranger.status, 401);
    const forged = await fetch(`${api.url}/v1/me`, { headers: { authorization: 'Bearer dsk_no' } });
    assert.equal(forged.status, 401);
  });

  test('a tenant that is to leave is told at the end of an answer, and comes again', async () => {
    const agents = [shop, other].map(() => new Agent({ keepAlive: true, maxSockets: 1 }));
    const [its, others] = agents as [Agent, Agent];
    const ask = (agent: Agent, { secret }: { readonly secret: string }) =>
      askKeeping(agent, port(), secret);
    await ask(its, shop);
    await ask(others, other);
    assert.deepEqual(await ask(its, shop), { status: 200, reused: true, closes: false });
    for (const place of [0, 1]) api.processes.letGo(place, shop.tenant);
    await until(async () => (await ask(its, shop)).closes, 'it is sent away');
    assert.deepEqual(await ask(its, shop), { status: 200, reused: false, closes: false });
    assert.deepEqual(await ask(others, other), { status: 200, reused: true, closes: false });
    for (const agent of agents) agent.destroy();
  });

  test('who came as a stranger and then says who they are is sent to their own', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    assert.equal((await askKeeping(agent, port(), null)).status, 401);
    const first = await askKeeping(agent, port(), shop.secret);
    assert.deepEqual(first, { status: 200, reused: true, closes: true });
    const second = await askKeeping(agent, port(), shop.secret);
    assert.deepEqual(second, { status: 200, reused: false, closes: false });
    assert.equal((await askKeeping(agent, port(), shop.secret)).reused, true);
    agent.destroy();
  });

  test('who cannot be looked up is served, and what is sent meanwhile comes once and in order', async () => {
    const rows = Array.from({ length: 60 }, (_, number) => `{"row": ${number}}\n`);
    for (const tenantOf of [
      () => Promise.reject(new Error('the database is away')),
      () => new Promise<undefined>(() => {}),
    ]) {
      const front = await openFront({
        ...{ host: '127.0.0.1', port: 0, tenantOf },
        take: (tenant, bytes, socket) => {
          assert.ok(api.processes.handOver(0, tenant, bytes, socket));
        },
      });
      const socket = connect({ port: Number(new URL(front.url).port), host: '127.0.0.1' });
      let answer = '';
      socket.on('data', (chunk) => {
        answer += chunk.toString();
      });
      const head = [
        'POST /v1/orders/bulk HTTP/1.1',
        'host: x',
        `authorization: Bearer ${shop.secret}`,
        'content-type: application/x-ndjson',
        `content-length: ${rows.join('').length}`,
      ];
      socket.write(`${head.join('\r\n')}\r\n\r\n`);
      for (const row of rows) {
        socket.write(row);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      const told = () => [...answer.matchAll(/"row":(\d+)/g)].map(([, row]) => Number(row));
      await until(() => told().length >= rows.length, 'an answer to each row');
      assert.deepEqual(
        told(),
        rows.map((_, number) => number + 1),
      );
      socket.destroy();
      await front.stop();
    }
  });

  test('who waits for a process that is stuck, and then dies, is told so', async () => {
    const before = api.processes.pids()[0] ?? 0;
    process.kill(before, 'SIGSTOP');
    const front = await openFront({
      ...{ host: '127.0.0.1', port: 0, tenantOf: async () => undefined },
      take: (tenant, bytes, socket) => void api.processes.handOver(0, tenant, bytes, socket),
    });
    const sockets = Array.from({ length: 8 }, () =>
      connect({ port: Number(new URL(front.url).port), host: '127.0.0.1' }),
    );
    let cut = 0;
    for (const socket of sockets) {
      socket
        .on('error', () => {})
        .once('close', () => {
          cut += 1;
        });
      socket.write('GET /v1/me HTTP/1.1\r\nhost: x\r\n\r\n');
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(cut, 0);
    process.kill(before, 'SIGKILL');
    await until(() => cut === sockets.length, 'all are told');
    await front.stop();
    await until(
      () => api.processes.pids()[0] !== before && api.processes.isReady(0),
      'another one',
    );
  });

  test('while none is there the answer says when to come again, and then there is one', async () => {
    const headers = { authorization: `Bearer ${shop.secret}` };
    const ask = () => fetch(`${api.url}/v1/me`, { headers });
    for (const pid of api.processes.pids()) process.kill(pid ?? 0, 'SIGKILL');
    let refused: Response | undefined;
    await until(async () => {
      refused = await ask().catch(() => undefined);
      return refused !== undefined;
    }, 'an answer');
    const problem = (await refused?.json()) as { code: string };
    assert.deepEqual(
      [refused?.status, refused?.headers.get('retry-after'), problem.code],
      [503, '1', 'overloaded'],
    );
    await until(async () => (await ask()).status === 200, 'another process is there');
  });

  test('they end with the one that was started, even if it is killed', async () => {
    const settings = { DATABASE_URL: shop.url, DOORSTEP_API_PROCESSES: '2', DOORSTEP_DEMO: 'no' };
    const server = await startServer(home, await freePort(), settings);
    const children = await childrenOf(server.pid ?? 0);
    assert.equal(children.length, 2);
    server.kill('SIGKILL');
    await until(() => !children.some(runs), 'none is left');
  });

  test('a process that cannot start says so', async () => {
    const settings = { ...configOf(), databaseUrl: 'postgres://127.0.0.1:1/none' };
    const { authentication } = shop.runtime;
    await assert.rejects(
      openApiProcesses(settings, { authentication, log }, closing),
      /a process of the API ended with 1 while it started/,
    );
  });
});

async function childrenOf(pid: number): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'ppid=,pid=']);
  const pairs = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.flatMap(([parent, child]) => (parent === pid && child !== undefined ? [child] : []));
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

interface Line {
  ask(): Promise<number>;
  isCut(): boolean;
}

/** A connection that is kept; it has been answered once. */
async function openLine(port: number, secret: string): Promise<Line> {
  const socket = connect({ port, host: '127.0.0.1' });
  let isCut = false;
  socket.once('close', () => {
    isCut = true;
  });
  socket.on('error', () => {});
  const ask = async () => {
    const told = once(socket, 'data') as Promise<[Buffer]>;
    socket.write(`GET /v1/me HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${secret}\r\n\r\n`);
    return Number((await told)[0].toString().slice(9, 12));
  };
  assert.equal(await ask(), 200);
  return { ask, isCut: () => isCut };
}

function countAnswers(socket: Socket): () => number {
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString();
  });
  return () => text.split('HTTP/1.1 200').length - 1;
}

function askKeeping(agent: Agent, port: number, secret: string | null) {
  return new Promise<{ status: number; reused: boolean; closes: boolean }>((resolve, reject) => {
    const headers = secret === null ? {} : { authorization: `Bearer ${secret}` };
    const request = get({ port, path: '/v1/me', host: '127.0.0.1', agent, headers }, (response) => {
      response.resume().once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          reused: request.reusedSocket,
          closes: response.headers.connection === 'close',
        }),
      );
    });
    request.once('error', reject);
  });
}
