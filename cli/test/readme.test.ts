// The README's walk through one order, run as it is written but for the port.

import assert from 'node:assert/strict';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freshDatabase } from '../../server/test/shop.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

let home = '';
let port = 0;
let database: Awaited<ReturnType<typeof freshDatabase>>;
let server: ChildProcess;

before(async () => {
  home = await mkdtemp(join(tmpdir(), 'doorstep-readme-'));
  port = await freePort();
  database = await freshDatabase();
  server = spawn(process.execPath, [join(root, 'server/src/main.ts')], {
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      DOORSTEP_DATA: home,
      DOORSTEP_PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  server.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  for (let waited = 0; !said.includes('listens on'); waited += 50) {
    assert.ok(waited < 30_000 && server.exitCode === null, `the server did not start:\n${said}`);
    await sleep(50);
  }
});

after(async () => {
  server.kill('SIGTERM');
  await once(server, 'exit');
  await database.drop();
  await rm(home, { recursive: true, force: true });
});

test('the README places an order, shows where and why, cancels it and sees the stock return', async () => {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const block = /## One order[\s\S]*?```sh\n([\s\S]*?)```/.exec(readme)?.[1];
  assert.ok(block !== undefined, 'the README has no such block');
  const script = block
    .replaceAll('npx doorstep', `"${process.execPath}" cli/bin/doorstep.mjs`)
    .replaceAll('127.0.0.1:7070', `127.0.0.1:${port}`);
  const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: root,
    env: { ...process.env, DOORSTEP_DATA: home, NO_COLOR: '1' },
  });
  assert.match(stdout, /"externalId":"README-1"/);
  assert.match(stdout, /"outcome":"chosen"/);
  assert.match(stdout, /"status":"canceled"/);
  assert.match(stdout, /order\.captured\.v1[\s\S]*order\.canceled\.v1/);
  const levels = stdout.split('\n').filter((line) => line.startsWith('MUG-WHITE'));
  const [before, afterwards] = [
    levels.slice(0, levels.length / 2),
    levels.slice(levels.length / 2),
  ];
  assert.ok(before.length >= 1, stdout);
  assert.deepEqual(afterwards, before, 'the stock returned');
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
