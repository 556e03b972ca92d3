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
      DOORSTEP_DEMO: 'small',
      DOORSTEP_PORT: String(port),
      DOORSTEP_SANDBOX_PAYMENTS: 'yes',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  server.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  for (let waited = 0; !said.includes('listens on'); waited += 50) {
    assert.ok(waited < 90_000 && server.exitCode === null, `the server did not start:\n${said}`);
    await sleep(50);
  }
});

after(async () => {
  server.kill('SIGTERM');
  await once(server, 'exit');
  await database.drop();
  await rm(home, { recursive: true, force: true });
});

/** Runs a block of the README as it stands. */
async function runBlock(heading: string): Promise<string> {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const after = readme.slice(readme.indexOf(`### ${heading}`));
  const block = /```sh\n([\s\S]*?)```/.exec(after)?.[1];
  assert.ok(
    readme.includes(`### ${heading}`) && block !== undefined,
    'the README has no such block',
  );
  const script = block
    .replaceAll('npx doorstep', `"${process.execPath}" cli/bin/doorstep.mjs`)
    .replaceAll('npx node', `"${process.execPath}"`)
    .replaceAll('127.0.0.1:7070', `127.0.0.1:${port}`);
  const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: root,
    env: {
      ...process.env,
      DOORSTEP_DATA: home,
      DOORSTEP_URL: `http://127.0.0.1:${port}`,
      NO_COLOR: '1',
    },
  });
  return stdout;
}

test('the README walks one order with curl, from capture to the refund of its return', async () => {
  const said = await runBlock('With curl');
  assert.match(said, /"outcome":"chosen"/);
  assert.match(said, /"status":"authorized"/);
  assert.match(said, /order\.captured\.v1[\s\S]*parcel\.shipped\.v1[\s\S]*payment\.refunded\.v1/);
  assert.match(said, /\{"ok":true/);
});

test('the README walks one order with the command line', async () => {
  const said = await runBlock('With the command line');
  assert.match(said, /README-2/);
  assert.match(said, /refunded/);
});

test('the README walks one order with the SDK', async () => {
  const said = await runBlock('With the SDK');
  assert.match(said, /One mug came back; it is partially-refunded\./);
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
