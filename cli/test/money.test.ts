// The rules and the books of the shop by the command: who may refund, what is held, what differs, who
// owes what, which roles there are. One process does it all.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { catchUp } from '../../server/src/catch-up.ts';
import { startWorker } from '../../server/src/worker.ts';
import { openShop, type Shop } from '../../server/test/shop.ts';
import { orderOf, stockUp } from '../../server/test/stock.ts';
import { UNKNOWN_CHARGE } from '../../server/test/stripe-report.ts';
import { openSession, type Session } from './open-session.ts';

let shop: Shop;
let cli: Session;
let folder: string;
before(async () => {
  shop = await openShop();
  const url = await shop.app.listen({ host: '127.0.0.1', port: 0 });
  cli = openSession(url, shop.secret);
  await stockUp(shop, { BER: { MUG: 50 } });
  folder = await mkdtemp(join(tmpdir(), 'doorstep-cli-'));
});
after(async () => {
  await cli.close();
  await shop.close();
  await rm(folder, { recursive: true });
});

test('a role is made of rights, changed, and removed; one that every shop has is not', async () => {
  const scopes = ['--scopes', 'orders:read,stock:read'];
  const made = await cli.said('roles', 'create', 'night-shift', '--name', 'Night shift', ...scopes);
  assert.match(made, /^night-shift {2}Night shift {2}0 users\norders:read, stock:read\n$/);
  assert.match(await cli.said('roles'), /night-shift +Night shift +0 +2/);
  await cli.said('roles', 'change', 'night-shift', '--scopes', 'orders:read');
  assert.match(await cli.said('roles', 'show', 'night-shift'), /\norders:read\n$/);
  assert.match(await cli.refused('roles', 'remove', 'admin'), /Every shop has the role admin/);
  assert.equal(await cli.said('roles', 'remove', 'night-shift'), 'Removed night-shift\n');
  assert.match(await cli.refused('roles', 'show', 'night-shift'), /There is no role/);
});

test('how refunds go is set in parts: what is not said stays', async () => {
  assert.match(await cli.said('payments', 'refund-policy'), /last-in-first-out\nNo limits/);
  const limits = ['--limit', 'service:EUR:50.00:500', '--limit', 'api-key:JPY:1000'];
  await cli.said('payments', 'set-refund-policy', ...limits);
  const set = ['payments', 'set-refund-policy', '--allocation', 'proportional'];
  const said = await cli.said(...set);
  assert.match(said, /^Money goes back proportional\n/);
  assert.match(said, /service +50\.00 EUR +500\.00 EUR\napi-key +1000 JPY +–/);
  assert.match(await cli.refused(...set, '--limit', 'service:EUR:0.001'), /must be like/);
  assert.match(await cli.refused(...set, '--limit', 'nobody:EUR:1'), /no role nobody/);
  assert.match(await cli.said(...set, '--no-limits'), /No limits/);
});

test('a payment in another currency is added with what it is worth, and shown with both', async () => {
  const { body } = await shop.call('POST', '/v1/orders', orderOf({ MUG: 2 }));
  const add = ['payments', 'add', body.number, '--currency', 'KWD', '--amount', '6.653'];
  assert.match(await cli.refused(...add), /what that is worth in EUR/);
  const said = await cli.said(...add, '--worth', '20.00');
  assert.match(said, /manual +6\.653 KWD/);
  assert.match(said, /Payment 1: 6\.653 KWD worth 20\.00 EUR at 3\.0062, stated by api-key:/);
  await cli.said('payments', 'receipt', body.number, '--reference', 'CASH', '--amount', '3.000');
  const shown = await cli.said('payments', 'show', body.number);
  assert.match(shown, /captured +3\.000 KWD, worth 9\.02 EUR +CASH/);
});

test('risk: rules are set from a file, and an order they hold is approved or declined', async () => {
  const file = join(folder, 'rules.json');
  const rules = [
    { kind: 'velocity', by: 'email', ordersMax: 9, withinMinutes: 60, score: 10 },
    { kind: 'first-order-over', amountMinor: 1500, currency: 'EUR', score: 80 },
  ];
  await writeFile(file, JSON.stringify({ rules }));
  assert.match(await cli.said('risk', 'set-rules', '--file', file), /Switched off/);
  const said = await cli.said('risk', 'set-rules', '--active', 'yes', '--review-from', '60');
  assert.match(said, /Held from 60 points on\n/);
  assert.match(said, /velocity +more than 9 by email in 60 min +10\n/);
  assert.equal(await cli.said('risk', 'rules'), said);
  const [first, second] = await Promise.all(
    ['a@example.com', 'b@example.com'].map(async (email) => {
      const input = orderOf({ MUG: 2 }, { customer: { email } });
      return (await shop.call('POST', '/v1/orders', input)).body.number as string;
    }),
  );
  const worker = startWorker(shop.runtime);
  await catchUp(shop.runtime, 30_000);
  await worker.stop();
  assert.match(await cli.said('risk'), /\d+ +80 +first-order-over +.*20\.00 EUR\n/);
  assert.match(await cli.said('risk', 'show', first ?? ''), /review {2}80 points\n {2}80/);
  const note = ['--note', 'Called the buyer'];
  assert.match(await cli.said('risk', 'approve', first ?? '', ...note), /approved[\s\S]*Called/);
  assert.match(await cli.said('risk', 'decline', second ?? '', ...note), /declined/);
  assert.equal(await cli.said('risk'), 'Nothing to review.\n');
  await cli.said('risk', 'set-rules', '--active', 'no');
});

test('store credit is given and taken, and a gift card issued, looked up, adjusted and disabled', async () => {
  const buyer = { customer: { email: 'owed@example.com' } };
  await shop.call('POST', '/v1/orders', orderOf({ MUG: 1 }, buyer));
  const as = ['--currency', 'EUR', '--reason', 'goodwill'];
  const to = ['owed@example.com'];
  assert.equal(await cli.said('customers', 'store-credit', ...to), 'No store credit.\n');
  await cli.said('customers', 'give-credit', ...to, '30', ...as, '--expires', '90d');
  const left = await cli.said('customers', 'take-credit', ...to, '5.50', ...as);
  assert.match(left, /24\.50 EUR +0\.00 EUR +24\.50 EUR +20\d\d-/);
  const tooMuch = await cli.refused('customers', 'take-credit', ...to, '24.51', ...as);
  assert.match(tooMuch, /2450 minor units are there/);
  const issue = ['gift-cards', 'issue', '50', '--currency', 'EUR', '--customer', ...to];
  const issued = await cli.said(...issue);
  const [code = ''] = issued.split(' ');
  const card = /gfc_[0-9a-f]{32}/.exec(issued)?.[0] ?? '';
  assert.match(await cli.said('gift-cards', 'look-up', code), /active {2}50\.00 EUR\n/);
  const take = ['gift-cards', 'adjust', card, '10', '--take', '--reason', 'other'];
  assert.match(await cli.said(...take), /40\.00 EUR/);
  await cli.said('gift-cards', 'disable', card);
  const listed = await cli.said('gift-cards', '--ending', code.slice(-4), '--customer', ...to);
  assert.match(listed, /disabled +40\.00 EUR/);
  assert.match(await cli.said('gift-cards', 'enable', card), /active/);
  assert.match(await cli.said('gift-cards', 'show', card), /active/);
});

test('customers: two who are one person are merged after a preview, and what one may owe is set', async () => {
  const order = (email: string) =>
    shop.call('POST', '/v1/orders', orderOf({ MUG: 1 }, { customer: { email, name: 'Ada' } }));
  const kept = await order('ada@example.com');
  await order('ada@example.org');
  const merge = ['customers', 'merge', kept.body.customer, '--from', 'ada@example.org'];
  const foreseen = await cli.said(...merge, '--preview');
  assert.match(foreseen, /Also found as ada@example\.org\n1 order moves to the 1 it has\n/);
  assert.match(await cli.said(...merge), /^Merged into Ada: 1 order moves\n$/);
  assert.match(await cli.refused(...merge), /merged|no customer/);
  assert.match(await cli.said('customers'), /Ada +ada@example\.com/);
  const set = ['customers', 'set-credit', 'ada@example.com', '2500', '--currency', 'eur'];
  assert.equal(
    await cli.said(...set, '--net-days', '14'),
    '0.00 EUR of 2500.00 EUR used, net 14 days\n',
  );
  const terms = { customer: { email: 'ada@example.com' }, payments: [{ provider: 'terms' }] };
  const owing = await shop.call('POST', '/v1/orders', orderOf({ MUG: 3 }, terms));
  await shop.runPayments();
  const credit = await cli.said('customers', 'credit', 'ada@example.com');
  assert.match(credit, /^30\.00 EUR of 2500\.00 EUR used/);
  assert.match(credit, new RegExp(`${owing.body.number} +– +granted +– +30\\.00 EUR`));
});

test('what a provider says otherwise is looked at and explained; its payouts are listed', async () => {
  const connection = await shop.call('POST', '/v1/provider-connections', {
    ...{ provider: 'stripe-test', name: 'Till' },
    secrets: { secretKey: 'sk_test_of_the_till', webhookSecret: 'whsec_of_the_till' },
  });
  const file = join(folder, 'report.csv');
  await writeFile(file, UNKNOWN_CHARGE.replace('-12.06', 'much'));
  const send = ['reconciliation', 'send', connection.body.id, file];
  assert.match(
    await cli.said(...send),
    /^1 booking, 1 of them new\n1 difference found\nrow +not read\n3 +much is no amount/,
  );
  await writeFile(file, UNKNOWN_CHARGE);
  assert.match(await cli.said(...send), /^2 bookings, 1 of them new\nNothing new differs\.\n$/);
  assert.match(await cli.refused(...send, '--from', '2026-11-20T00:00:00Z'), /\bto\b/);
  assert.match(await cli.refused(...send.slice(0, 3), `${file}.gone`), /cannot be read/);
  const listed = await cli.said('reconciliation', '--cause', 'missing-in-ledger');
  assert.match(listed, /missing-in-ledger +charge .*– +12\.50 EUR\n/);
  const [, id = ''] = /(dif_\w+)/.exec(listed) ?? [];
  const shown = await cli.said('reconciliation', 'show', id);
  assert.match(shown, /The ledger says nothing\nThe provider says 12\.50 EUR\n/);
  const resolve = ['reconciliation', 'resolve', id, '--how', 'explain'];
  assert.match(await cli.refused(...resolve), /Say why/);
  assert.match(
    await cli.said(...resolve, '--note', 'Another shop'),
    /Resolved: explain by .*, Another/,
  );
  assert.equal(await cli.said('reconciliation'), 'Nothing differs.\n');
  const payouts = await cli.said('reconciliation', 'payouts');
  assert.match(payouts, /po_1 .*12\.06 EUR\n/);
  const [, payout = ''] = /(pyo_\w+)/.exec(payouts) ?? [];
  assert.match(await cli.said('reconciliation', 'payout', payout), /txn_1 +charge .*0\.44 EUR\n/);
});

test('the board of a location is counted', async () => {
  const order = await shop.call('POST', '/v1/orders', orderOf({ MUG: 1 }));
  await shop.call('POST', `/v1/orders/${order.body.id}/releases`);
  const board = await cli.said('fulfillment', 'board', 'BER');
  assert.match(board, /^BER {2}Warehouse BER/);
  assert.match(board, /open +1 +\d{4}-/);
});
