import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sumUpSales } from '../../server/test/reports.ts';
import { orderOf, stockUp } from '../../server/test/stock.ts';
import { type CommandLine, openCommandLine } from './doorstep.ts';

let cli: CommandLine;
before(async () => {
  cli = await openCommandLine();
  await stockUp(cli.shop, { BERLIN: { MUG: 10, CUP: 10 } });
});
after(() => cli.close());

test('sales are told as a table with their totals, and as the JSON of the API', async () => {
  const sell = (units: Record<string, number>, placedAt: string, more = {}) =>
    cli.shop.call('POST', '/v1/orders', orderOf(units, { placedAt, ...more }));
  await sell({ MUG: 3 }, '2026-01-31T10:00:00Z');
  await sell({ MUG: 1, CUP: 2 }, '2026-02-01T10:00:00Z');
  await sell({ CUP: 1 }, '2026-02-01T10:00:00Z', { currency: 'USD' });
  await cli.shop.sequence();
  const early = await cli.run(['reports', 'sales']);
  assert.match(early.out, /\d+ events of the log not counted yet/);
  await sumUpSales(cli.shop);
  const { out } = await cli.run(['reports', 'sales', '--by', 'month', '--from', '2026-01-01']);
  assert.match(out, /^month +orders +units +sales EUR/);
  assert.match(out, /^2026-01 +1 +3 +30\.00 +0 +0 +0 +0\.00 +0\.00 +30\.00$/m);
  assert.match(out, /^in all +2 +6 +60\.00/m);
  assert.match(out, /--currency USD/);
  const top = await cli.run(['reports', 'sales', '--by', 'sku', '--sort', 'units', '--limit', '1']);
  assert.match(top.out, /^MUG Title of MUG +2 +4 +40\.00/m);
  assert.match(top.out, /There are more: --cursor \w+/);
  const json = await cli.json(['reports', 'sales', '--by', 'channel', '--to', '2026-01-31']);
  assert.deepEqual([json.rows[0].key, json.rows[0].salesMinor], ['web', 3000]);
  const wrong = await cli.run(['reports', 'sales', '--channel', 'nowhere']);
  assert.deepEqual([wrong.code, /There is no channel nowhere/.test(wrong.err)], [1, true]);
});
