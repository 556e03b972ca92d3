import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { orderOf, stockUp } from '../../server/test/stock.ts';
import { type CommandLine, openCommandLine } from './doorstep.ts';

let cli: CommandLine;
before(async () => {
  cli = await openCommandLine();
  await stockUp(cli.shop, { BERLIN: { MUG: 10, VASE: 5 } });
});
after(() => cli.close());

test('what is wrong is listed, shown with what would mend it, and mended', async () => {
  assert.equal((await cli.run(['exceptions'])).out, 'Nothing needs a person.\n');
  await cli.shop.call('POST', '/v1/orders', orderOf({ MUG: 6 }));
  await cli.run(['stock', 'count', '--location', 'BERLIN', '--sku', 'MUG', '--quantity', '4']);
  const listed = await cli.run(['exceptions']);
  assert.match(
    listed.out,
    /^high .* Less stock is there than was promised +MUG at BERLIN, 2 units short/m,
  );
  const { items } = await cli.json(['exceptions', '--type', 'stock-below-promised']);
  const [{ id }] = items;
  const shown = await cli.run(['exceptions', 'show', id]);
  assert.match(shown.out, /unitsShort 2/);
  assert.match(shown.out, / {2}1 {2}Count again asks for \/lines\/0\/counted/);
  assert.match(shown.out, / {2}3 {2}Cancel 2 units of order \d+/);
  assert.match(shown.out, /Do it: doorstep exceptions fix exc_\w+ 3/);
  assert.match((await cli.run(['exceptions', 'summary'])).out, /1 open, 0 overdue, 0 put aside/);

  const asked = await cli.run(['exceptions', 'fix', id, '1']);
  assert.deepEqual(
    [asked.code, asked.err.split('\n')[0]],
    [2, '“Count again” asks for /lines/0/counted.'],
  );
  const wrong = await cli.run(['exceptions', 'fix', id, '9']);
  assert.match(wrong.err, /^There is no fix 9\.\n1 Count again/);
  const done = await cli.run(['exceptions', 'fix', id, '1', '--with', '6']);
  assert.match(done.out, /^Done: Count again/, done.err);
  assert.match((await cli.run(['exceptions', 'show', id])).out, /cause-gone .* by api-key/);
  const nothing = await cli.run(['exceptions', 'fix', id]);
  assert.match(nothing.err, /^Nothing is left to fix/);
});

test('a report is given to somebody, put aside, taken up and resolved', async () => {
  const title = 'The label printer is broken';
  const reported = await cli.json(['exceptions', 'report', title, '--deadline', '4h']);
  const { id } = reported;
  const user = {
    email: 'ada@example.com',
    name: 'Ada',
    role: 'operations',
    password: 'long enough',
  };
  await cli.shop.call('POST', '/v1/users', user);
  const given = await cli.run(['exceptions', 'assign', id, 'ada@example.com']);
  assert.match(given.out, /Ada has it/, given.err);
  assert.match((await cli.run(['exceptions', 'assign', id, 'nobody'])).out, /Nobody has it/);
  assert.match((await cli.run(['exceptions', 'snooze', id, '2h'])).out, /Put aside until/);
  assert.equal((await cli.run(['exceptions'])).out, 'Nothing needs a person.\n');
  assert.doesNotMatch((await cli.run(['exceptions', 'wake', id])).out, /Put aside/);
  const resolved = await cli.run(['exceptions', 'resolve', id, '--note', 'A new one came']);
  assert.equal(resolved.out, `Done: ${title}\n`, resolved.err);
  assert.match((await cli.run(['exceptions', 'show', id])).out, /A new one came/);
  const again = await cli.run(['exceptions', 'resolve', id]);
  assert.deepEqual(
    [again.code, again.err.split('\n')[0]],
    [1, 'This exception was closed before.'],
  );
  assert.match((await cli.run(['exceptions', '--status', 'closed'])).out, /closed +The label/);
  const later = await cli.run(['exceptions', 'snooze', id, 'soon']);
  assert.equal(later.code, 2);
});

test('many of one type are counted, tried again, and have a threshold', async () => {
  await cli.shop.call('POST', '/v1/orders', orderOf({ LAMP: 1, RUG: 1 }));
  await cli.shop.call('POST', '/v1/skus', { code: 'LAMP', title: 'Lamp' });
  const groups = await cli.run(['exceptions', 'groups']);
  assert.match(groups.out, /^2 +0 +0 .* An order names a SKU .* +unknown-sku$/m, groups.err);
  const tried = await cli.run(['exceptions', 'retry', 'unknown-sku']);
  assert.match(tried.out, /^cleared +Its cause is gone\./m, tried.err);
  assert.match(tried.out, /^kept +The catalog does not have it: 1 × RUG\./m);
  const set = await cli.run(['exceptions', 'threshold', 'unknown-sku', '1', '3']);
  assert.match(set.out, /unknown-sku is orange from 1 on, red from 3 on/, set.err);
});

test('what a cancellation and a refund would do is said before', async () => {
  const { body } = await cli.shop.call('POST', '/v1/orders', orderOf({ VASE: 1 }));
  const canceled = await cli.run([
    ...['orders', 'cancel', body.number, '--reason', 'customer', '--preview'],
  ]);
  assert.match(canceled.out, /^It would cancel 10\.00 EUR\n {2}1 × VASE free again at BERLIN/);
  const refund = ['--amount', '2', '--reason', 'goodwill', '--preview'];
  const refunded = await cli.run(['payments', 'refund', body.number, ...refund]);
  assert.match(refunded.out, /^It would give back 2\.00 EUR/, refunded.err);
});

test('what a fix asks for stays text where the API wants text, though it is all digits', async () => {
  const payments = [{ provider: 'manual' }];
  for (const reference of ['20261123000451234567', '0047']) {
    const { body } = await cli.shop.call('POST', '/v1/orders', orderOf({ VASE: 1 }, { payments }));
    await cli.json(['fulfillment', 'ship', body.number]);
    const unpaid = ['exceptions', '--type', 'shipped-unpaid', '--order', body.number];
    const { items } = await cli.json(unpaid);
    const done = await cli.run(['exceptions', 'fix', items[0].id, '--with', reference]);
    assert.match(done.out, /^Done: Record that it came/, done.err);
    const paid = await cli.run(['payments', 'show', body.number]);
    assert.match(paid.out, new RegExp(`\\b${reference}\\b`));
  }
});
