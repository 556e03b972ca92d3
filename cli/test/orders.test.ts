import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { levelAt, orderOf, stockUp } from '../../server/test/stock.ts';
import { type CommandLine, openCommandLine } from './doorstep.ts';

let cli: CommandLine;
let folder: string;
before(async () => {
  cli = await openCommandLine();
  folder = await mkdtemp(join(tmpdir(), 'doorstep-cli-'));
  await stockUp(cli.shop, { BERLIN: { MUG: 100 }, PARIS: { MUG: 100 } });
});
after(async () => {
  await cli.close();
  await rm(folder, { recursive: true });
});

test('an order from a file is created, shown with its reason, canceled in part and whole', async () => {
  const file = join(folder, 'order.json');
  await writeFile(file, JSON.stringify(orderOf({ MUG: 3 })));
  const created = await cli.run(['orders', 'create', file]);
  assert.equal(created.code, 0, created.err);
  const number = /^Order (\d+) {2}30\.00 EUR\n {2}line 1: 3 of MUG reserved at BERLIN/.exec(
    created.out,
  )?.[1];
  assert.ok(number, created.out);

  const shown = await cli.run(['orders', 'show', number]);
  assert.match(shown.out, /3 at BERLIN/);
  assert.match(shown.out, /BERLIN +chosen/);
  assert.match(shown.out, /PARIS +ranked-lower/);
  const { order, decisions } = await cli.json(['orders', 'show', number]);
  assert.equal(order.number, number);
  assert.equal(decisions[0].picks[0].location, 'BERLIN');

  const part = ['--line', '1', '--quantity', '1', '--reason', 'customer'];
  const canceled = await cli.run(['orders', 'cancel', number, ...part]);
  assert.match(canceled.out, /^Canceled 10\.00 EUR of order/);
  assert.match(canceled.out, /2 at BERLIN/);
  const one = await cli.run(['orders', 'cancel', number, '--line', '1:1', '--reason', 'staff']);
  assert.match(one.out, /^Canceled 10\.00 EUR of order/, one.err);
  const whole = await cli.json(['orders', 'cancel', number, '--reason', 'customer']);
  assert.deepEqual([whole.status, whole.canceledMinor], ['canceled', 3000]);
  assert.equal((await levelAt(cli.shop, 'MUG', 'BERLIN')).reserved, 0);

  const again = await cli.run(['orders', 'cancel', number, '--reason', 'customer']);
  assert.deepEqual([again.code, again.out], [1, '']);
  assert.equal(again.err.trim().split('\n').length, 2);
});

test('many orders stream in and every outcome is told', async () => {
  const rows = Array.from({ length: 40 }, (_, row) =>
    JSON.stringify(orderOf({ MUG: row === 7 ? 1000 : 1 }, { externalId: `bulk-${row}` })),
  );
  const first = await cli.run(['orders', 'create', '-'], rows.join('\n'));
  assert.equal(first.out, '39 created, 0 known before, 1 refused\n', first.err);
  assert.match(first.err, /^row 8: Not enough stock/);
  assert.equal(first.code, 1);
  const file = join(folder, 'orders.ndjson');
  await writeFile(file, rows.join('\n'));
  const second = await cli.run(['orders', 'create', file, '--json']);
  const outcomes = second.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(outcomes.filter(({ status }) => status === 200).length, 39);
  const array = await cli.run(['orders', 'create', '-'], `[${rows.slice(0, 3).join()}]`);
  assert.equal(array.out, '0 created, 3 known before, 0 refused\n');
});

test('what breaks while orders are streamed is told, and not that no server answers', async () => {
  await cli.shop.call('POST', '/v1/orders', orderOf({ MUG: 1 }, { externalId: 'OLD-1' }));
  const good = (await cli.run(['export', 'orders'])).out.trim().split('\n')[0] ?? '';
  const badLine = join(folder, 'bad-line.ndjson');
  await writeFile(badLine, `${good}\n${good}\nnonsense\n`);
  const late = join(folder, 'late.ndjson');
  const many = Array.from({ length: 3000 }, () => `${good}\n`).join('');
  await writeFile(late, `${many}nonsense\n`);
  const notAll = join(folder, 'not-all.ndjson');
  await writeFile(notAll, `${good}\n{"placedAt":"2026-11-01T09:00:00Z","lines":[{}]}\n`);
  const badZip = join(folder, 'bad.ndjson.gz');
  await writeFile(badZip, 'nonsense');
  const missing = join(folder, 'missing.ndjson');
  for (const [args, words] of [
    [['orders', 'create', missing], `${missing} cannot be read: ENOENT`],
    [['orders', 'create', '--ndjson', folder], `${folder} cannot be read: EISDIR`],
    [['replay', missing], `${missing} cannot be read: ENOENT`],
    [['replay', `${missing}.gz`], `${missing}.gz cannot be read: ENOENT`],
    [['replay', badZip], `${badZip} cannot be read: incorrect header check`],
    [['replay', badLine], 'Line 3 is no exported order.'],
    [['replay', notAll], 'Line 2 is no exported order.'],
    [['replay', late], 'Line 3001 is no exported order.'],
  ] as const) {
    const { code, err } = await cli.run(args);
    const told = err.split('\n').filter((line) => !line.startsWith('row '));
    assert.equal(code, 2, `${args.join(' ')}: ${err}`);
    assert.equal(told.length, 3, err);
    assert.equal(told[0]?.startsWith(words), true, `${args.join(' ')}: ${err}`);
  }
});

test('a replay of which orders are refused ends with 1', async () => {
  await cli.shop.call('POST', '/v1/orders', orderOf({ MUG: 1 }, { externalId: 'OLD-2' }));
  const [line = ''] = (await cli.run(['export', 'orders'])).out.trim().split('\n');
  const order = JSON.parse(line);
  order.lines[0].quantity = 1000;
  const file = join(folder, 'too-many.ndjson');
  await writeFile(file, `${line}\n${JSON.stringify({ ...order, externalId: 'OLD-3' })}\n`);
  const replay = ['replay', file, '--run'];
  const told = await cli.run([...replay, 'words']);
  assert.match(told.out, /^1 order captured, 0 known before, 1 refused\n/, told.err);
  assert.equal(told.code, 1);
  const json = await cli.run([...replay, 'json', '--json']);
  assert.deepEqual([json.code, JSON.parse(json.out).refused], [1, 1]);
  const well = await cli.run([...replay, 'words', '--limit', '1']);
  assert.equal(well.code, 0, well.err);
});

test('a server that is not there is told while orders are streamed', async () => {
  const file = join(folder, 'one.ndjson');
  await writeFile(file, JSON.stringify(orderOf({ MUG: 1 })));
  const env = { DOORSTEP_URL: 'http://127.0.0.1:1' };
  const { code, err } = await cli.run(['orders', 'create', file], '', env);
  assert.deepEqual([code, err.split('\n')[0]?.includes('(ECONNREFUSED)')], [3, true], err);
  const refused = await cli.run(['orders', 'create', file], '', { DOORSTEP_API_KEY: 'dsk_no' });
  assert.deepEqual([refused.code, /credentials/.test(refused.err)], [1, true], refused.err);
});

test('orders are listed and searched, with no verb needed', async () => {
  const few = orderOf({ MUG: 1 });
  for (let count = 0; count < 6; count += 1) await cli.shop.call('POST', '/v1/orders', few);
  await cli.shop.call('POST', '/v1/orders', orderOf({ MUG: 1 }, { externalId: 'SPECIAL-1' }));
  const listed = await cli.run(['orders', '--status', 'open', '--limit', '5']);
  assert.match(listed.out, /^number +captured +channel +status/);
  assert.match(listed.out, /There are more/);
  const found = await cli.json(['orders', 'list', '--channel', 'web', '--limit', '2']);
  assert.equal(found.items.length, 2);
  assert.ok(found.nextCursor);
  const none = await cli.run(['orders', '--search', 'nothing-like-it']);
  assert.equal(none.out, 'No orders.\n');
});

test('an order is held, and the hold taken off by its handle, or as the only one', async () => {
  const { body } = await cli.shop.call('POST', '/v1/orders', orderOf({ MUG: 1 }));
  const hold = ['--reason', 'incorrect-address', '--handle', 'address', '--note', 'No street'];
  const held = await cli.run(['orders', 'hold', body.number, ...hold]);
  assert.match(held.out, /On hold: incorrect-address/);
  const shown = await cli.run(['orders', 'show', body.number]);
  assert.match(shown.out, /On hold: incorrect-address, address – No street/);
  assert.match(shown.out, /Take the hold off: doorstep orders unhold \d+ address/);
  const other = await cli.run(['orders', 'unhold', body.number, 'other']);
  assert.match(other.err, /has no open hold other\.\nIts open holds: address\./);
  const released = await cli.json(['orders', 'unhold', body.number, 'address']);
  assert.ok(released.releasedAt);
  await cli.run(['orders', 'hold', body.number, '--reason', 'other', '--until', '2h']);
  const only = await cli.run(['orders', 'unhold', body.number]);
  assert.match(only.out, /off; 0 more on order/, only.err);
});

test('wrong usage ends with 2 and says what is missing', async () => {
  for (const args of [
    ['orders', 'cancel', '1'],
    ['orders', 'cancel', '1', '--reason', 'customer', '--line', 'first'],
    [
      'orders',
      'cancel',
      '1',
      '--reason',
      'customer',
      '--line',
      '1',
      '--quantity',
      '1',
      '--line',
      '2',
    ],
    ['orders', 'create', join(folder, 'missing.json')],
    ['orders', 'list', '--limit', 'many'],
    ['nonsense'],
  ]) {
    const { code, err } = await cli.run(args);
    assert.equal(code, 2, `${args.join(' ')}: ${err}`);
    assert.notEqual(err, '');
  }
});

test('notes, tags and the timeline of an order', async () => {
  const { body } = await cli.shop.call('POST', '/v1/orders', orderOf({ MUG: 1 }));
  assert.match((await cli.run(['orders', 'tag', body.number, 'vip'])).out, /: vip$/m);
  assert.match((await cli.run(['orders', 'untag', body.number, 'vip'])).out, /: no tags$/m);
  const noted = await cli.run(['orders', 'note', body.number, 'Ring twice']);
  assert.match(noted.out, /has a note/, noted.err);
  const { items } = await cli.json(['orders', 'timeline', body.number]);
  assert.deepEqual(
    items.map((one: { type: string }) => one.type.split('.')[1]),
    ['captured', 'tagged', 'untagged', 'note_added'],
  );
});
