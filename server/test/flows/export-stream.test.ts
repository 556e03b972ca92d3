// An export while the shop is busy: constant memory, no connection held, and nobody is held up.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { writeXlsx, XLSX_ROWS } from '../../src/history/write-xlsx.ts';
import { sheetsOf } from '../read-workbook.ts';
import { openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

const ORDERS = 3000;
/** Makes an export of some 30 MB, and nearly half of that where it is compressed: much more than may be held of it. */
const much = () =>
  Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, randomBytes(1000).toString('hex')]));
const HEAP_GROWTH_MAX = 12_000_000;

let shop: Shop;
let folder: string;
let socketPath: string;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 100_000 } });
  const rows = Array.from({ length: ORDERS }, (_, row) =>
    JSON.stringify(orderOf({ MUG: 1, CUP: 2 }, { externalId: `old-${row}`, customFields: much() })),
  );
  const headers = { 'content-type': 'application/x-ndjson' };
  const made = await shop.call('POST', '/v1/orders/bulk', rows.join('\n'), headers);
  assert.equal(made.body.trimEnd().split('\n').length, ORDERS);
  // A socket of this kind holds little: over TCP the system may take a whole export for a reader that
  // does not read.
  folder = await mkdtemp(join(tmpdir(), 'doorstep-export-'));
  socketPath = join(folder, 'http');
  await shop.app.listen({ path: socketPath });
});
after(async () => {
  await shop.close();
  await rm(folder, { recursive: true });
});

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

function bytesHeld(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function open(path: string): Promise<IncomingMessage> {
  const headers = { authorization: `Bearer ${shop.secret}` };
  const [answer] = await once(get({ socketPath, path, headers }), 'response');
  assert.equal(answer.statusCode, 200);
  return answer;
}

/** Connections that are not back in the pool. */
function connectionsTaken(): number {
  return shop.runtime.app.totalCount - shop.runtime.app.idleCount;
}

test('pain 18: an export of many orders streams at constant memory while orders are taken', async () => {
  const statuses: number[] = [];
  let isDone = false;
  const capture = async (worker: number) => {
    for (let number = 0; !isDone; number += 1) {
      const order = orderOf({ MUG: 1 }, { externalId: `new-${worker}-${number}` });
      statuses.push((await shop.call('POST', '/v1/orders', order)).status);
    }
  };
  const captures = [1, 2, 3].map(capture);
  let [bytes, lines] = [0, 0];
  const heap: number[] = [];
  let text = '';
  const numbers = new Set<string>();
  for await (const chunk of await open('/v1/exports/orders')) {
    bytes += chunk.length;
    text += chunk;
    const whole = text.split('\n');
    text = whole.pop() ?? '';
    for (const line of whole) numbers.add(JSON.parse(line).externalId);
    lines += whole.length;
    if (bytes < (heap.length + 1) * 4_000_000) continue;
    heap.push(bytesHeld());
    await sleep(2);
  }
  isDone = true;
  await Promise.all(captures);
  assert.equal(text, '');
  assert.equal(numbers.size, lines, 'each order once');
  for (let row = 0; row < ORDERS; row += 1) assert.ok(numbers.has(`old-${row}`), `old-${row}`);
  // What it holds after the first pages is all that it ever holds.
  const [first = 0, ...later] = heap;
  assert.ok(later.length >= 5, `${bytes} bytes`);
  const growth = Math.max(...later) - first;
  assert.ok(growth < HEAP_GROWTH_MAX, `the heap grew by ${growth} bytes`);
  assert.ok(statuses.length > 20, `${statuses.length} orders were taken meanwhile`);
  assert.deepEqual([...new Set(statuses)], [201]);
});

for (const query of ['format=ndjson', 'format=csv', 'format=xlsx', 'format=csv&gzip=true'])
  test(`a slow reader of ${query} is waited for, with no connection held; one that goes ends it`, async () => {
    const readsOfAll = await readsDuring(() =>
      shop.call('GET', '/v1/exports/orders?columns=number'),
    );
    let reads = 0;
    const count = () => (reads += 1);
    shop.runtime.app.on('acquire', count);
    // What the reader does not take stays in the database; only what sockets buffer was sent.
    const answer = await open(`/v1/exports/orders?${query}`);
    await once(answer, 'readable');
    answer.read(1);
    for (let before = -1; reads > before || connectionsTaken() > 0; await sleep(150))
      before = reads;
    assert.ok(reads < readsOfAll / 2, `${reads} of ${readsOfAll} were read for nobody`);
    answer.destroy();
    await sleep(50);
    await until(() => connectionsTaken() === 0);
    // Nobody asks anything from here on, so the log of requests has nothing more to write.
    await shop.runtime.requests.write();
    const readAtTheEnd = reads;
    await sleep(200);
    assert.equal(reads, readAtTheEnd, 'it read on for nobody');
    shop.runtime.app.off('acquire', count);
    const again = await shop.call('GET', '/v1/exports/orders?search=old-1&columns=number');
    assert.equal(again.status, 200);
  });

/** How often the database was asked meanwhile. */
async function readsDuring(work: () => Promise<unknown>): Promise<number> {
  let reads = 0;
  const count = () => (reads += 1);
  shop.runtime.app.on('acquire', count);
  await work();
  shop.runtime.app.off('acquire', count);
  return reads;
}

async function until(isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !isSo(); await sleep(10)) assert.ok(Date.now() < end);
}

test('many exports at once share two connections', async () => {
  let most = 0;
  const look = () => (most = Math.max(most, connectionsTaken()));
  shop.runtime.app.on('acquire', look);
  const path = '/v1/exports/orders?format=csv&columns=number,sku&tag=none';
  const some = Array.from({ length: 12 }, () => shop.call('GET', path));
  const whole = shop.call('GET', '/v1/exports/orders?columns=number');
  for (const { body } of await Promise.all(some)) assert.equal(body, 'number,sku\r\n');
  assert.ok((await whole).body.split('\n').length > ORDERS);
  shop.runtime.app.off('acquire', look);
  assert.ok(most <= 2, `${most} connections at once`);
});

test('an export whose database goes away breaks off without an end', async () => {
  const answer = await open('/v1/exports/orders');
  await once(answer, 'readable');
  const connect = shop.runtime.app.connect;
  shop.runtime.app.connect = (() => Promise.reject(new Error('gone'))) as typeof connect;
  await assert.rejects(async () => {
    for await (const _ of answer);
  }, /aborted/);
  shop.runtime.app.connect = connect;
});

test('a workbook goes on with further sheets where one is full, and carries any text', async () => {
  const odd = [
    '\u0007bell',
    '_x0041_',
    'a\r\nb',
    ' space ',
    '<&>"\'',
    '\ud83e\udde6',
    'x'.repeat(40_000),
  ];
  const columns = [{ name: 'text', kind: 'text' } as const];
  const rows = [...odd, ...Array.from({ length: 18 }, (_, n) => `row ${n}`)];
  async function* pages() {
    for (const text of rows) yield [XLSX_ROWS.row([XLSX_ROWS.cell('text', text)])];
  }
  const chunks: Buffer[] = [];
  const options = { title: 'Orders', columns, rowsMax: 11 };
  for await (const chunk of writeXlsx(pages(), options)) chunks.push(chunk);
  const sheets = sheetsOf(Buffer.concat(chunks));
  assert.deepEqual(
    sheets.map(({ name, rows: { length } }) => [name, length]),
    [
      ['Orders', 11],
      ['Orders 2', 11],
      ['Orders 3', 6],
    ],
  );
  const texts = sheets.flatMap((sheet) => sheet.rows.slice(1).map(([cell]) => cell?.text));
  const cut = `${'x'.repeat(32_766)}…`;
  assert.deepEqual(texts, [...odd.slice(0, -1), cut, ...rows.slice(odd.length)]);
});
