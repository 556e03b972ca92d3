// A drop by the command alone: planned, held, waited for, watched, stopped.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { orderOf, stockUp } from '../../server/test/stock.ts';
import { type CommandLine, openCommandLine } from './doorstep.ts';

let cli: CommandLine;
before(async () => {
  cli = await openCommandLine();
  await stockUp(cli.shop, { BERLIN: { SHOE: 20 } });
});
after(() => cli.close());

async function said(...args: string[]): Promise<string> {
  const { code, out, err } = await cli.run(['drops', ...args]);
  assert.equal(code, 0, `${args.join(' ')}: ${err}`);
  return out;
}

test('a drop is planned, sold from, waited for and stopped', async () => {
  const times = ['--starts-at', '2026-01-01T00:00:00Z', '--ends-at', '2999-01-01T00:00:00Z'];
  const more = ['--limit-per-buyer', '3', '--set-apart', 'SHOE@BERLIN:3'];
  const { id } = await cli.json(['drops', 'create', 'Launch', ...times, ...more]);
  assert.match(await said('show', id), /Launch +running .*\n.*at most 3 a buyer/);
  const hold = await cli.json(['drops', 'hold', id, 'SHOE', '--buyer', 'ada', '--quantity', '2']);
  const drop = { id, hold: hold.id };
  const held = await cli.shop.call('POST', '/v1/orders', orderOf({ SHOE: 2 }, { drop }));
  assert.equal(held.status, 201);
  assert.match(await said('hold', id, 'SHOE', '--buyer', 'bob'), /Holds 1 SHOE until/);
  const waits = await cli.json(['drops', 'queue', id, 'SHOE', '--buyer', 'cleo']);
  assert.match(await said('place', id, waits.id), /number 1, 0 units ahead/);
  assert.match(await said('add', id, 'SHOE@BERLIN:1', '--preorders', '2'), /SHOE +4 +0 +2 +2/);
  assert.match(await said('place', id, waits.id), /Holds 1 SHOE/);
  assert.match(await said('leave', id, waits.id), /Left the queue/);
  const given = await cli.json(['drops', 'hold', id, 'SHOE', '--buyer', 'dora']);
  const gave = await cli.json(['drops', 'release', id, given.id]);
  assert.deepEqual(gave, { drop: id, hold: given.id });
  assert.match(await said('figures', id), /running, 50 % sold/);
  assert.match(await said('change', id, '--name', 'The launch'), /The launch/);
  assert.match(await said('pause', id), /paused/);
  assert.match(await said('resume', id), /running/);
  assert.match(await said('stop', id, '--release-holds'), /stopped/);
  assert.match(await said('list'), /The launch +stopped .* 4 +2/);
});

test('units are typed as SKU, location and number', async () => {
  const { code, err } = await cli.run(['drops', 'add', 'drp_1', 'SHOE']);
  assert.equal(code, 2);
  assert.match(err, /SHOE@BERLIN:100/);
});
