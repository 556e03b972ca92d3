import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { operations } from '@doorstep/contract/operations.ts';
import { orderOf, stockUp } from '../../server/test/stock.ts';
import { type CommandLine, openCommandLine } from './doorstep.ts';

let cli: CommandLine;
let folder: string;
before(async () => {
  cli = await openCommandLine();
  folder = await mkdtemp(join(tmpdir(), 'doorstep-cli-'));
  await stockUp(cli.shop, { BERLIN: { MUG: 100 }, PARIS: { CUP: 100 } });
  for (const tags of [['gift'], [], ['gift', 'a "quoted"\nline']])
    await cli.shop.call('POST', '/v1/orders', orderOf({ MUG: 1, CUP: 1 }, { tags }));
});
after(async () => {
  await cli.close();
  await rm(folder, { recursive: true });
});

test('the name of a file says its format; --json tells what is in it', async () => {
  const told = [
    ['orders.ndjson', 3],
    ['orders.csv', 6],
    ['orders.csv.gz', 6],
    ['orders.jsonl.gz', 3],
    ['orders.xlsx', null],
  ] as const;
  for (const [name, rows] of told) {
    const file = join(folder, name);
    const answer = await cli.json(['export', 'orders', file]);
    assert.deepEqual(answer, { file, rows, bytes: (await stat(file)).size }, name);
  }
  const plain = await readFile(join(folder, 'orders.csv'));
  assert.deepEqual(gunzipSync(await readFile(join(folder, 'orders.csv.gz'))), plain);
  assert.equal((await readFile(join(folder, 'orders.xlsx'))).toString('latin1', 0, 2), 'PK');
  const named = (await readdir(folder)).sort();
  assert.deepEqual(named, told.map(([name]) => name).sort(), 'no .part is left');
});

test('filters, columns and formats go to the server; without a file it is printed', async () => {
  const options = ['--tag', 'gift', '--columns', 'number,currency', '--format', 'csv'];
  const { code, out } = await cli.run(['export', 'orders', ...options]);
  assert.deepEqual([code, out], [0, 'number,currency\r\n1001,EUR\r\n1003,EUR\r\n']);
  const stock = await cli.run(['export', 'stock', '-', '--location', 'PARIS']);
  assert.equal(JSON.parse(stock.out).sku, 'CUP');
  const skus = await cli.run(['export', 'skus', '--columns', 'code']);
  assert.equal(skus.out, '{"code":"MUG"}\n{"code":"CUP"}\n');
  const file = join(folder, 'places.csv');
  const said = await cli.run(['export', 'locations', file]);
  assert.match(said.out, /places\.csv: 2 rows, \d+ bytes\n$/);
  assert.equal((await cli.run(['export', 'customers'])).out, '');
});

test('every filter of every export is an option', async () => {
  const exports = operations.filter(({ id }) => id.startsWith('export'));
  assert.equal(exports.length, 10);
  for (const { path, query } of exports) {
    const name = path.split('/').findLast((word) => word !== 'export') ?? '';
    const { out } = await cli.run(['export', name, '--help']);
    const names = Object.keys((query as { properties?: object } | undefined)?.properties ?? {});
    for (const filter of names) {
      const option = `--${filter.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
      assert.ok(out.includes(option), `${path} ${option}`);
    }
  }
});

test('what is refused, cannot be written, or breaks off is told, and leaves no file', async () => {
  const file = join(folder, 'none.csv');
  const refused = await cli.run(['export', 'orders', file, '--columns', 'sum']);
  assert.deepEqual([refused.code, refused.out], [1, '']);
  assert.match(refused.err, /There is no column sum/);
  const unwritten = await cli.run(['export', 'orders', join(folder, 'no', 'such.csv')]);
  assert.equal(unwritten.code, 2);
  assert.match(unwritten.err, /cannot be written/);
  const silent = await cli.run(['export', 'orders', '--json']);
  assert.equal(silent.code, 2);

  const broken = createServer((_request, response) => {
    response.write('number\r\n1001\r\n', () => setTimeout(() => response.destroy(), 50));
  });
  await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
  const { port } = broken.address() as { port: number };
  const env = { DOORSTEP_URL: `http://127.0.0.1:${port}` };
  const half = await cli.run(['export', 'orders', file], '', env);
  broken.close();
  assert.deepEqual([half.code, half.out], [1, '']);
  assert.match(half.err, /broke off before its end/);
  assert.deepEqual(
    (await readdir(folder)).filter((name) => name.startsWith('none')),
    [],
  );
});
