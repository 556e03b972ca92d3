// Runs every example as it is written.

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWorker } from '../../server/src/worker.ts';
import { openShop, type Shop } from '../../server/test/shop.ts';
import { levelAt, orderOf, stockUp } from '../../server/test/stock.ts';

const examples = join(import.meta.dirname, '..');
const tested = new Set<string>();

let shop: Shop;
let folder = '';
let env: Record<string, string> = {};
const running = new Set<ChildProcess>();

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-examples-'));
  shop = await openShop();
  const url = await shop.app.listen({ host: '127.0.0.1', port: 0 });
  env = { DOORSTEP_URL: url, DOORSTEP_API_KEY: shop.secret };
  await stockUp(shop, { BERLIN: { 'MUG-WHITE': 100 } });
});

after(async () => {
  for (const child of running) child.kill('SIGKILL');
  await shop?.close();
  await rm(folder, { recursive: true, force: true });
});

test('capture-and-cancel', async () => {
  const { out, code } = await start('capture-and-cancel.ts').end();
  assert.match(out(), /^Order \d+ is captured\.\n {2}2 reserved at BERLIN\nIt is canceled/);
  assert.match(out(), /\nAgain: .*\n$/);
  assert.equal(code, 0);
  assert.equal((await levelAt(shop, 'MUG-WHITE', 'BERLIN')).reserved, 0);
});

test('whole-life', async () => {
  const worker = startWorker(shop.runtime);
  try {
    const { out, code } = await start('whole-life.ts').end();
    assert.match(out(), /its payment is pending\.\nIt is authorized\.\nWALK-\w+ left BERLIN\.\n/);
    assert.match(out(), /delivered and paid\.\nOne mug came back; it is partially-refunded\.\n$/);
    assert.equal(code, 0, out());
  } finally {
    await worker.stop();
  }
});

test('import-orders-in-bulk', async () => {
  const file = join(examples, 'orders.ndjson');
  const first = await start('import-orders-in-bulk.ts', [file]).end();
  assert.match(
    first.out(),
    /^Row 3: insufficient-stock: .*\nRow 4: channel-unknown: .*\n2 captured, 0 known before, 2 refused\n$/,
  );
  const second = await start('import-orders-in-bulk.ts', [file]).end();
  assert.match(second.out(), /0 captured, 2 known before, 2 refused\n$/);
});

test('follow-events', async () => {
  const file = join(folder, 'position.txt');
  const follow = async (): Promise<string> => {
    const program = start('follow-events.ts', [file]);
    const { body } = await shop.call('POST', '/v1/orders', orderOf({ 'MUG-WHITE': 1 }));
    await shop.sequence();
    await program.said(`Order ${body.number}: 1000 to be paid\n`);
    program.child.kill('SIGINT');
    const { out, code } = await program.end();
    assert.equal(code, 0, out());
    return body.number;
  };
  const number = await follow();
  const before = Number(await readFile(file, 'utf8'));
  assert.ok(before > 0);
  const program = start('follow-events.ts', [file]);
  await program.said(`behind position ${before}`);
  program.child.kill('SIGINT');
  const { out } = await program.end();
  assert.ok(!out().includes(number), 'what was handled came again');
  await follow();
});

test('receive-webhooks', async () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const program = start('receive-webhooks.ts', [], { WEBHOOK_SECRETS: secret, PORT: '0' });
  await program.said('at port');
  const port = /at port (\d+)/.exec(program.out())?.[1];
  const send = async (id: string, by: string): Promise<number> => {
    const body = JSON.stringify({
      id,
      type: 'order.tagged.v1',
      subject: 'ord_1',
      data: { tag: 'a' },
    });
    const timestamp = String(Math.floor(Date.now() / 1000));
    const key = Buffer.from(by.slice('whsec_'.length), 'base64');
    const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`);
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature.digest('base64')}`,
    };
    return (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body, headers })).status;
  };
  assert.deepEqual([await send('evt_1', secret), await send('evt_1', secret)], [204, 204]);
  assert.equal(await send('evt_2', 'whsec_AAAA'), 400);
  program.child.kill('SIGINT');
  const { out, code } = await program.end();
  assert.equal(code, 0);
  assert.equal(out().match(/order\.tagged\.v1 of ord_1/g)?.length, 1);
  assert.match(out(), /\nRefused: No signature is by one of the secrets\.\n$/);
});

test('every example has a test, and a row in the README', async () => {
  const names = (await readdir(examples)).filter((name) => name.endsWith('.ts'));
  assert.deepEqual(
    names.filter((name) => !tested.has(name)),
    [],
  );
  const readme = await readFile(join(examples, 'README.md'), 'utf8');
  for (const name of names) assert.ok(readme.includes(`](${name})`), name);
});

function start(name: string, args: readonly string[] = [], more: Record<string, string> = {}) {
  tested.add(name);
  const flags = ['--disable-warning=ExperimentalWarning', join(examples, name)];
  const child = spawn(process.execPath, [...flags, ...args], {
    env: { ...process.env, ...env, ...more },
  });
  running.add(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  const closed = once(child, 'close') as Promise<[number | null]>;
  const out = () => text;
  return {
    child,
    out,
    async said(words: string): Promise<void> {
      for (let waited = 0; !text.includes(words); waited += 20) {
        assert.ok(waited < 20_000 && child.exitCode === null, `"${words}" was not said:\n${text}`);
        await sleep(20);
      }
    },
    async end(): Promise<{ out: () => string; code: number | null }> {
      const [code] = await closed;
      running.delete(child);
      return { out, code };
    },
  };
}
