// The embedded PostgreSQL under what happens to processes: killed, doubled, started again.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { choosePort } from '../../src/db/embedded/choose-port.ts';
import { describeDataHome } from '../../src/db/embedded/data-home.ts';
import { parsePostmasterFile } from '../../src/db/embedded/postmaster-file.ts';
import {
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from '../../src/db/embedded/start-embedded-postgres.ts';

type Held = { url: string; pid: number; code: string; data: Record<string, unknown> };

const isRoot = process.getuid?.() === 0;
const holder = join(import.meta.dirname, 'hold-embedded-postgres.ts');
const ordinaryUid = 65534;
const children: ChildProcess[] = [];
let folder = '';
let home = '';
let runFolder = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-embedded-'));
  // mkdtemp closes it to all others, PostgreSQL's user among them.
  await chmod(folder, 0o755);
  home = join(folder, 'home');
  runFolder = join(folder, 'run');
});

after(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe('the embedded PostgreSQL', () => {
  it('starts, keeps its data over a restart, and keeps its url', async () => {
    const first = await start();
    await query(first.url, 'create table kept (id int primary key)');
    await query(first.url, 'insert into kept values (1)');
    await first.stop();
    await assert.rejects(query(first.url, 'select 1'));
    const second = await start();
    assert.equal(second.url, first.url);
    assert.deepEqual(await query(second.url, 'select id from kept'), [{ id: 1 }]);
    await second.stop();
  });

  it('sorts the same everywhere, and is durable', async () => {
    const postgres = await start();
    const [settings] = await query(
      postgres.url,
      `select datlocprovider as provider, pg_encoding_to_char(encoding) as encoding,
        current_setting('fsync') as fsync, current_setting('listen_addresses') as address
      from pg_database where datname = 'doorstep'`,
    );
    const expected = { provider: 'b', encoding: 'UTF8', fsync: 'on', address: '127.0.0.1' };
    assert.deepEqual(settings, expected);
    await postgres.stop();
  });

  it('keeps the password and the data to itself', async () => {
    assert.equal((await stat(join(home, 'postgres', 'password'))).mode & 0o777, 0o600);
    assert.equal((await stat(join(home, 'postgres', 'data'))).mode & 0o777, 0o700);
    const { url, stop } = await start();
    const wrong = url.replace(/:[^:@]+@/, ':wrong@');
    await assert.rejects(query(wrong, 'select 1'), { code: '28P01' });
    await stop();
  });

  it('comes back at the same url with every acknowledged row after kill -9', async () => {
    const lines: string[] = [];
    const postgres = await start({ onProgress: (line) => lines.push(line) });
    await query(postgres.url, 'create table acknowledged (id int primary key)');
    const killed = postgres.pid;
    // A busy backend does not notice for a while that its postmaster is gone.
    const busy = query(postgres.url, 'select count(*) from generate_series(1, 500000000)');
    busy.catch(() => {});
    const acknowledged = await insertUntilBroken(postgres.url, killed);
    const rows = await eventually(() => query(postgres.url, 'select id from acknowledged'));
    const found = new Set(rows.map(({ id }) => id));
    assert.deepEqual(
      acknowledged.filter((id) => !found.has(id)),
      [],
    );
    assert.ok(acknowledged.length > 0);
    assert.notEqual(postgres.pid, killed);
    assert.match(lines.join('\n'), /ended unexpectedly: SIGKILL/);
    await postgres.stop();
  });

  it('is adopted by the next start when its owner was killed, and stopped with it', async () => {
    const { child, held } = await hold();
    await query(held.url, 'create table orphaned (id int)');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const lines: string[] = [];
    const postgres = await start({ onProgress: (line) => lines.push(line) });
    assert.equal(postgres.pid, held.pid, lines.join('\n'));
    assert.equal(postgres.url, held.url);
    assert.deepEqual(await query(postgres.url, 'select id from orphaned'), []);
    // Adopted, it is watched like a child of our own.
    process.kill(held.pid, 'SIGKILL');
    await eventually(async () => assert.notEqual(postgres.pid, held.pid));
    await eventually(() => query(postgres.url, 'select 1'));
    await postgres.stop();
    await assert.rejects(query(postgres.url, 'select 1'));
  });

  it('stops an orphan that was started with other settings', async () => {
    const { child, held } = await hold();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const postgres = await start({ settings: { work_mem: '5MB' } });
    assert.notEqual(postgres.pid, held.pid);
    const [row] = await query(postgres.url, "select current_setting('work_mem') as memory");
    assert.deepEqual(row, { memory: '5MB' });
    await postgres.stop();
  });

  it('starts over the leavings of owner and postmaster killed at once', async () => {
    const { child, held } = await hold();
    child.kill('SIGKILL');
    process.kill(held.pid, 'SIGKILL');
    await once(child, 'exit');
    const postgres = await start();
    await query(postgres.url, 'select 1');
    await postgres.stop();
  });

  it('is not confused by a postmaster.pid whose pid is another process now', async () => {
    const pidFile = join(home, 'postgres', 'data', 'postmaster.pid');
    await writeFile(pidFile, `${process.pid}\n/elsewhere\n1\n1\n\n\n\nready\n`);
    const postgres = await start();
    await query(postgres.url, 'select 1');
    await postgres.stop();
  });

  it('refuses a second process, naming the first', async () => {
    const { child, held } = await hold();
    await assert.rejects(start(), {
      code: 'data-home-locked',
      message: new RegExp(`${child.pid}`),
    });
    await query(held.url, 'select 1');
    child.kill('SIGTERM');
    // Asked to stop, it is waited for.
    const next = await eventually(() => start());
    await next.stop();
  });

  it('lets one of many that start at once win', async () => {
    const starts = await Promise.all([1, 2, 3].map(() => hold()));
    const winners = starts.filter(({ held }) => held.url !== undefined);
    const losers = starts.filter(({ held }) => held.code === 'data-home-locked');
    assert.equal(winners.length, 1);
    assert.equal(losers.length, 2);
    for (const { child } of winners) await end(child);
  });

  it('looks for its port where no other does, who might take it while it is down', async () => {
    const portOf = async (name: string) => {
      const other = describeDataHome(join(folder, name));
      await mkdir(dirname(other.portFile), { recursive: true });
      const port = await choosePort(other, undefined);
      await rm(other.portFile);
      assert.equal(await choosePort(other, undefined), port, 'the same from start to start');
      return port;
    };
    assert.notEqual(await portOf('one'), await portOf('another'));
  });

  it('says so when the wanted port is taken, and finds another when none was wanted', async (test) => {
    const { port, close } = await takePort();
    test.after(close);
    await assert.rejects(start({ port }), { code: 'port-taken', data: { port } });
    await writeFile(join(home, 'postgres', 'port'), `${port}\n`);
    const postgres = await start();
    assert.notEqual(new URL(postgres.url).port, String(port));
    await postgres.stop();
  });

  it('refuses a data folder of another major version', async () => {
    const old = join(folder, 'old');
    await mkdir(join(old, 'postgres', 'data'), { recursive: true });
    await writeFile(join(old, 'postgres', 'data', 'PG_VERSION'), '15\n');
    await assert.rejects(start({ dataHome: old }), { code: 'other-major-version' });
  });

  it('says which setting PostgreSQL did not like', async () => {
    const wrong = start({ settings: { shared_buffers: 'plenty' } });
    await assert.rejects(wrong, { code: 'start-failed', message: /shared_buffers/ });
  });

  it('begins the first start anew when that was killed', async () => {
    const killed = join(folder, 'killed');
    await mkdir(join(killed, 'postgres', 'data.new', 'base'), { recursive: true });
    const postgres = await start({ dataHome: killed });
    await query(postgres.url, 'select 1');
    await postgres.stop();
  });

  it('repairs a copy of the binaries that a power cut left short', async () => {
    const broken = join(folder, 'broken');
    await cp(runFolder, broken, { recursive: true, verbatimSymlinks: true });
    const [version = ''] = await readdir(broken);
    await writeFile(join(broken, version, 'lib', 'libpq.so.5.18'), '');
    const postgres = await start({ runFolder: broken });
    await query(postgres.url, 'select 1');
    await postgres.stop();
  });
});

describe('as root, the embedded PostgreSQL', { skip: !isRoot }, () => {
  it('runs as an unprivileged user', async () => {
    const postgres = await start();
    assert.notEqual((await stat(`/proc/${postgres.pid}`)).uid, 0);
    await postgres.stop();
  });

  it('says which folder that user cannot enter', async () => {
    const closed = join(folder, 'closed');
    await mkdir(closed, { mode: 0o700 });
    const refused = start({ dataHome: join(closed, 'home') });
    await assert.rejects(refused, { code: 'data-home-unreachable', message: /closed/ });
  });

  it('runs for an ordinary user as well', async (test) => {
    if (!(await mayEnter(holder))) return test.skip('the repository is closed to other users');
    const own = join(folder, 'ordinary');
    await mkdir(own);
    await chown(own, ordinaryUid, ordinaryUid);
    const { child, held } = await hold(join(own, 'home'), join(own, 'run'), ordinaryUid);
    await query(held.url, 'select 1');
    assert.equal((await stat(`/proc/${held.pid}`)).uid, ordinaryUid);
    assert.equal((await stat(join(own, 'home'))).mode & 0o777, 0o700);
    await end(child);
    const closed = await hold(join(folder, 'of-root'), join(folder, 'of-root'), ordinaryUid);
    assert.equal(closed.held.code, 'data-home-not-writable');
  });
});

describe('postmaster.pid', () => {
  it('is read while it is still being written', () => {
    assert.equal(parsePostmasterFile(''), undefined);
    assert.deepEqual(parsePostmasterFile('12\n'), { pid: 12, port: 0, status: 'unknown' });
    const whole = '12\n/data\n1700000000\n5432\n\n127.0.0.1\n  1 2\nready   \n';
    assert.deepEqual(parsePostmasterFile(whole), { pid: 12, port: 5432, status: 'ready' });
  });
});

async function start(options: Partial<EmbeddedPostgresOptions> = {}) {
  return startEmbeddedPostgres({ dataHome: home, runFolder, ...options });
}

async function hold(dataHome = home, binaries = runFolder, uid?: number) {
  const child = spawn(process.execPath, [holder, dataHome, binaries], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid, cwd: '/', env: {} }),
  });
  children.push(child);
  const [line] = await once(child.stdout, 'data');
  return { child, held: JSON.parse(String(line)) as Held };
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(text)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Kills the postmaster in the midst of it; returns what was acknowledged before and after. */
async function insertUntilBroken(url: string, postmaster: number): Promise<number[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  const acknowledged: number[] = [];
  const killing = sleep(200).then(() => process.kill(postmaster, 'SIGKILL'));
  try {
    for (let id = 1; ; id += 1) {
      await client.query('insert into acknowledged values ($1)', [id]);
      acknowledged.push(id);
    }
  } catch {
    await killing;
    return acknowledged;
  }
}

async function eventually<T>(attempt: () => Promise<T>, msMax = 20_000): Promise<T> {
  for (const endsAt = Date.now() + msMax; ; await sleep(50)) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > endsAt) throw error;
    }
  }
}

async function takePort() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  return { port: address.port, close: () => server.close() };
}

async function mayEnter(file: string): Promise<boolean> {
  for (let at = dirname(file); ; at = dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
