// What is published, as others get it: built, packed, installed into an empty folder and used.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { buildCli } from '../../checks/build/build-cli.ts';
import { buildSdk } from '../../checks/build/build-sdk.ts';
import { openShop, type Shop } from '../../server/test/shop.ts';
import { levelAt, stockUp } from '../../server/test/stock.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** Of a program with strict types and nothing of Node's. */
const compilerOptions = {
  strict: true,
  noEmit: true,
  target: 'es2022',
  module: 'nodenext',
  lib: ['es2022', 'dom', 'dom.iterable'],
  types: [],
};

let shop: Shop;
let folder = '';
let env: Record<string, string> = {};

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-packed-'));
  const packages = join(folder, 'packages');
  const consumer = join(folder, 'consumer');
  await mkdir(consumer, { recursive: true });
  assert.deepEqual(await buildSdk(join(packages, 'sdk')), []);
  assert.deepEqual(await buildCli(join(packages, 'cli')), []);
  await npm(packages, 'pack', './sdk', './cli');
  const tarballs = (await readdir(packages)).filter((name) => name.endsWith('.tgz'));
  assert.equal(tarballs.length, 2);
  await writeFile(join(consumer, 'package.json'), '{ "private": true, "type": "module" }');
  const paths = tarballs.map((name) => join(packages, name));
  await npm(consumer, 'install', '--prefer-offline', '--ignore-scripts', ...paths);

  shop = await openShop();
  const url = await shop.app.listen({ host: '127.0.0.1', port: 0 });
  env = { DOORSTEP_URL: url, DOORSTEP_API_KEY: shop.secret };
  await stockUp(shop, { BERLIN: { 'MUG-WHITE': 10 } });
});

after(async () => {
  await shop?.close();
  await rm(folder, { recursive: true, force: true });
});

test('the command says its version, what it can do, and that it brings no server', async () => {
  const { version } = JSON.parse(await readFile(join(root, 'cli/package.json'), 'utf8'));
  assert.equal((await doorstep('--version')).stdout, `${version}\n`);
  assert.match((await doorstep('--help')).stdout, /^Usage: doorstep/);
  await assert.rejects(doorstep('start'), /Clone the repository and run npm start in it\./);
});

test('a program captures and cancels an order, and the command lists it', async () => {
  const program = `
    import { DoorstepError, doorstepClient } from '@doorstep/sdk';
    const { DOORSTEP_URL: url, DOORSTEP_API_KEY: apiKey } = process.env;
    const doorstep = doorstepClient({ url, apiKey });
    const lines = [{ sku: 'MUG-WHITE', quantity: 2, unitPrice: '12.90' }];
    const captured = await doorstep.captureOrder({ channel: 'web', currency: 'EUR', lines });
    const order = await doorstep.cancelOrder({ order: captured.id, reason: 'customer' });
    const again = await doorstep.cancelOrder({ order: order.id, reason: 'customer' }).catch((e) => e);
    console.log(JSON.stringify([order.number, order.status, again instanceof DoorstepError, again.code]));
  `;
  await writeFile(join(folder, 'consumer/program.js'), program);
  const { stdout } = await inConsumer(process.execPath, 'program.js');
  const [number, ...rest] = JSON.parse(stdout);
  assert.deepEqual(rest, ['canceled', true, 'nothing-to-cancel']);
  const { items } = JSON.parse((await doorstep('orders', '--json')).stdout);
  assert.deepEqual([items[0].number, items[0].status], [number, 'canceled']);
  assert.equal((await levelAt(shop, 'MUG-WHITE', 'BERLIN')).reserved, 0);
});

test('the programs of the README, and one that is wrong, are told so by the types', async () => {
  const readme = await readFile(join(root, 'sdk/README.md'), 'utf8');
  const programs = [...readme.matchAll(/```js\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  assert.ok(programs.length > 4);
  const around = {
    doorstep: 'import("@doorstep/sdk").Doorstep',
    newOrder: 'import("@doorstep/sdk").NewOrder',
    orders: 'import("@doorstep/sdk").NewOrder[]',
    process: '{ env: { DOORSTEP_API_KEY: string } }',
    request: 'Request',
  };
  const declared = (text: string) =>
    Object.entries(around)
      .filter(([name]) => !text.includes(`const ${name} =`) && text.includes(name))
      .map(([name, type]) => `declare const ${name}: ${type};\n`)
      .join('');
  const unknowns = [
    'declare let lastPosition: number;',
    'declare const body: string, secret: string, secretBefore: string;',
  ];
  const wrong = `
    import { doorstepClient } from '@doorstep/sdk';
    const doorstep = doorstepClient({ url: 'http://127.0.0.1:7070' });
    // @ts-expect-error: such a policy there is not
    await doorstep.createChannel({ code: 'web', name: 'Web', stockPolicy: 'hope' });
    // @ts-expect-error: a reason is a code
    await doorstep.cancelOrder({ order: 'ord_1', reason: 7 });
    // @ts-expect-error: a channel is needed
    await doorstep.captureOrder({ currency: 'EUR', lines: [] });
    const order = await doorstep.getOrder({ order: '1' });
    // @ts-expect-error: an amount is a number
    const total: string = order.totalMinor;
    for await (const event of doorstep.streamEvents()) {
      if (event.type === 'order.tagged.v1') event.data.tag.toUpperCase();
      // @ts-expect-error: not every event is of a tag
      event.data.tag;
    }
    export { total };
  `;
  const consumer = join(folder, 'consumer');
  const names = [...programs.map((_, index) => `readme-${index}.ts`), 'wrong.ts'];
  for (const [index, text] of [...programs, wrong].entries()) {
    const isReadme = index < programs.length;
    const head = isReadme ? `${declared(text)}${unknowns.join('\n')}\n` : '';
    await writeFile(join(consumer, String(names[index])), `${head}${text}\nexport {};\n`);
  }
  await writeFile(
    join(consumer, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: names }),
  );
  for (const compiler of ['typescript', 'typescript-native']) {
    const tsc = join(root, 'node_modules', compiler, 'bin/tsc');
    await inConsumer(process.execPath, tsc, '-p', '.');
  }
});

function doorstep(...args: readonly string[]) {
  return inConsumer(join('node_modules', '.bin', 'doorstep'), ...args);
}

async function inConsumer(file: string, ...args: readonly string[]) {
  const options = { cwd: join(folder, 'consumer'), env: { ...process.env, ...env } };
  try {
    return await run(file, args, options);
  } catch (error) {
    // A compiler tells on stdout what is wrong.
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${file} ${args.join(' ')}:\n${stdout}${stderr}`);
  }
}

/** As somebody with npm and no settings of ours. */
async function npm(cwd: string, ...args: readonly string[]): Promise<void> {
  await run('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    shell: process.platform === 'win32',
  });
}
