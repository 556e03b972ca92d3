// What providers booked, matched against the ledger: read by calls from doubles of Stripe and PayPal, or
// from files, once or many times.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { uuidOf } from '@doorstep/core/ids.ts';
import pg from 'pg';
import { runStatements } from '../../src/reconciliation/run-statements.ts';
import { openProviderShop, type ProviderShop } from '../provider-shop.ts';
import type { Answer } from '../shop.ts';
import { orderOf } from '../stock.ts';
import { sendReport, stripeReport } from '../stripe-report.ts';

let at: ProviderShop;
before(async () => {
  at = await openProviderShop();
});
after(() => at.close());

// biome-ignore lint/suspicious/noExplicitAny: answers are checked against the contract
type Any = any;

const post = (path: string, body: object): Promise<Answer> => at.shop.call('POST', path, body);
const list = async (path: string): Promise<Any[]> => (await at.shop.call('GET', path)).body.items;
const moneyOf = async (order: Answer) =>
  (await at.shop.call('GET', `/v1/orders/${order.body.id}/payments`)).body;

async function buy(
  provider: 'stripe' | 'paypal',
  currency = 'EUR',
  stated: object = {},
): Promise<Answer> {
  const value = currency === 'JPY' ? '1000' : currency === 'KWD' ? '1.000' : '10.00';
  const token = provider === 'stripe' ? 'pm_card_visa' : at.paypal.book.approved(value, currency);
  const order = await post('/v1/orders', {
    ...orderOf({ MUG: 1 }, { payments: [{ provider: `${provider}-test`, token, ...stated }] }),
    channel: 'now',
    currency,
  });
  assert.equal(order.status, 201, JSON.stringify(order.body));
  await at.shop.runPayments();
  await at.shop.runPayments();
  return order;
}

/** Reads what the provider booked in the last days, to its end. */
async function read(connection: string): Promise<Any> {
  const [now, back] = [Date.now(), 3 * 86_400_000];
  const period = { from: new Date(now - back).toISOString(), to: new Date(now).toISOString() };
  const { status, body } = await post(`/v1/provider-connections/${connection}/statements`, period);
  assert.equal(status, 201, JSON.stringify(body));
  while ((await runStatements(at.shop.runtime)) > 0);
  const done = (await at.shop.call('GET', `/v1/provider-statements/${body.id}`)).body;
  assert.equal(done.state, 'done', JSON.stringify(done));
  return done;
}

const causes = async (query = '') =>
  (await list(`/v1/differences?limit=200${query}`)).map(({ cause }) => cause).sort();

test('charges, refunds and disputes of three currencies are all found in the ledger, page by page, and twice changes nothing', async () => {
  const orders = [];
  for (const currency of ['EUR', 'JPY', 'KWD']) orders.push(await buy('stripe', currency));
  for (const currency of ['EUR', 'JPY']) orders.push(await buy('paypal', currency));
  const [euro, , , other] = orders as [Answer, Answer, Answer, Answer];
  for (const order of [euro, other])
    await post(`/v1/orders/${order.body.id}/refunds`, { amountMinor: 300, reason: 'goodwill' });
  await at.shop.runPayments();
  const [held] = (await moneyOf(orders[1] as Answer)).ledger;
  at.stripe.book.dispute(held.reference, 'needs_response', 'dp_of_yen');
  for (const event of at.stripe.takeEvents()) await at.tellStripe(event);
  const payout = at.stripe.book.balance.payOut('eur');
  at.paypal.book.balance.withdraw({ currency_code: 'EUR', value: '5.00' });

  const first = await read(at.connections.stripe);
  assert.deepEqual([first.lines, first.newLines, first.differences], [9, 6, 0]);
  const atPaypal = await read(at.connections.paypal);
  assert.deepEqual([atPaypal.newLines, atPaypal.differences], [4, 0]);
  assert.deepEqual(await causes(), []);

  const paid = (await list('/v1/payouts')).find(({ reference }) => reference === payout);
  assert.equal(paid.status, 'paid');
  assert.deepEqual(paid.lines, { count: 2, sumMinor: paid.amountMinor, expected: 2, matched: 2 });
  const lines = await list(`/v1/payouts/${paid.id}/lines`);
  assert.deepEqual(lines.map(({ kind }) => kind).sort(), ['charge', 'payout', 'refund']);
  assert.ok(lines.every(({ kind, order }) => kind === 'payout' || order === euro.body.id));

  for (const connection of Object.values(at.connections)) {
    const again = await read(connection);
    assert.deepEqual([again.newLines, again.differences], [0, 0]);
  }
  const { health, statements } = (
    await at.shop.call('GET', `/v1/provider-connections/${at.connections.stripe}`)
  ).body;
  assert.ok(health.calls >= 10 && health.failedCalls === 0, JSON.stringify(health));
  assert.ok(statements.readTo !== null);
});

test('money in another currency than the order’s is compared as it moved, and recorded with its worth', async () => {
  const stated = { currency: 'USD', amountMinor: 1083, conversion: { orderAmountMinor: 1000 } };
  const order = await buy('stripe', 'EUR', stated);
  await post(`/v1/orders/${order.body.id}/refunds`, { amountMinor: 300, reason: 'goodwill' });
  await at.shop.runPayments();
  const [held] = (await moneyOf(order)).ledger;
  at.stripe.book.refund({ payment_intent: held.reference, amount: 100, metadata: {} });
  const { newLines, differences } = await read(at.connections.stripe);
  assert.deepEqual([newLines, differences], [3, 1]);
  const [{ id, cause, version }] = await list(`/v1/differences?limit=1`);
  assert.equal(cause, 'missing-in-ledger');
  const [payment] = (await moneyOf(order)).payments;
  const how = { how: 'record-fact', payment: payment.id, version };
  const recorded = await post(`/v1/differences/${id}/resolutions`, how);
  assert.equal(recorded.status, 201, JSON.stringify(recorded.body));
  const { ledger, account } = await moneyOf(order);
  assert.deepEqual(
    ledger.map((one: Any) => [one.kind, one.amountMinor, one.orderAmountMinor]),
    [
      ['authorized', 1083, 1000],
      ['captured', 1083, 1000],
      ['refunded', 325, 300],
      ['refunded', 100, 92],
    ],
  );
  assert.equal(account.refundedMinor, 392);
  assert.deepEqual(await causes(), []);
});

test('what differs is listed with its likely cause, and goes when its cause goes', async () => {
  const [doubled, changed, lost, cheaper] = [
    await buy('stripe'),
    await buy('stripe'),
    await buy('stripe'),
    await buy('stripe'),
  ];
  const { balance } = at.stripe.book;
  const bookingOf = async (order: Answer) => {
    const [{ reference }] = (await moneyOf(order)).ledger;
    const found = balance
      .bookings()
      .find((one) => (one.source() as Any).payment_intent === reference);
    assert.ok(found !== undefined);
    return found;
  };
  const twice = await bookingOf(doubled);
  balance.book('charge', { amount: 1000, currency: 'eur', fee: 40 }, twice.source);
  balance.change((await bookingOf(changed)).id, { amount: 900 });
  // In another time than is read: the provider does not tell of it.
  const gone = await bookingOf(lost);
  balance.change(gone.id, { created: gone.created - 20 * 86_400 });
  balance.change((await bookingOf(cheaper)).id, { fee: 41 });
  balance.book('charge', { amount: 77, currency: 'eur', fee: 1 }, () => ({
    id: 'ch_of_a_till',
    object: 'charge',
    amount: 77,
    amount_captured: 77,
    currency: 'eur',
    metadata: {},
  }));
  await read(at.connections.stripe);
  const found = await list('/v1/differences');
  assert.deepEqual(found.map(({ cause }) => cause).sort(), [
    'amount-differs',
    'duplicate',
    'fee-differs',
    'missing-in-ledger',
    'timing',
  ]);
  const about = (cause: string) => found.find((one) => one.cause === cause);
  assert.deepEqual(about('amount-differs').ledger, { amountMinor: 1000, currency: 'EUR' });
  assert.deepEqual(about('amount-differs').providerSays, { amountMinor: 900, currency: 'EUR' });
  assert.equal(about('timing').order, lost.body.id);
  assert.equal(about('missing-in-ledger').payment, null);

  // The provider tells of it after all.
  balance.change(gone.id, { created: gone.created });
  await read(at.connections.stripe);
  assert.ok(!(await causes()).includes('timing'));
  const cleared = (await list('/v1/differences?status=resolved')).find(
    ({ cause }) => cause === 'timing',
  );
  assert.equal(cleared.resolution, 'cause-gone');
});

test('each is resolved with one call, once', async () => {
  const open = await list('/v1/differences');
  const resolve = (cause: string, body: object) =>
    post(`/v1/differences/${open.find((one) => one.cause === cause).id}/resolutions`, body);
  const fee = await resolve('fee-differs', { how: 'record-fact' });
  assert.deepEqual(
    [fee.status, fee.body.resolution],
    [201, 'record-fact'],
    JSON.stringify(fee.body),
  );
  const charged = (await moneyOf({ ...fee, body: { id: fee.body.order } })).ledger.find(
    ({ kind }: Any) => kind === 'captured',
  );
  assert.deepEqual(charged.fee, { amountMinor: 41, currency: 'EUR' });

  const raised = await resolve('duplicate', { how: 'raise-exception', note: 'Ask Stripe' });
  assert.equal(raised.body.status, 'open');
  const exceptions = () => list('/v1/exceptions?status=open&type=reconciliation-difference');
  assert.equal((await exceptions()).length, 1);
  const stale = await resolve('duplicate', { how: 'explain', note: 'x', version: 1 });
  assert.equal(stale.body.code, 'version-conflict');
  await resolve('duplicate', { how: 'explain', note: 'Stripe gave it back by hand.' });
  assert.equal((await exceptions()).length, 0);

  assert.equal((await resolve('missing-in-ledger', { how: 'explain' })).body.code, 'note-missing');
  const till = await resolve('missing-in-ledger', { how: 'explain', note: 'Of our till.' });
  assert.deepEqual([till.body.resolution, till.body.note], ['explain', 'Of our till.']);
  const again = await resolve('amount-differs', { how: 'fetch-again' });
  assert.equal(again.body.status, 'open');
  while ((await runStatements(at.shop.runtime)) > 0);
  assert.deepEqual(await causes(), ['amount-differs']);
  // Explained it stays, however often it is told.
  const read1 = await read(at.connections.stripe);
  assert.equal(read1.differences, 0);
  await resolve('amount-differs', { how: 'explain', note: 'A test.' });
});

test('a note on a difference of an order that was erased is to be erased as well', async () => {
  const order = await buy('stripe');
  const [{ reference }] = (await moneyOf(order)).ledger;
  const { balance } = at.stripe.book;
  const booking = balance
    .bookings()
    .find((one) => (one.source() as Any).payment_intent === reference);
  balance.change(booking?.id ?? '', { amount: 900 });
  await read(at.connections.stripe);
  await post(`/v1/orders/${order.body.id}/erasure`, {});
  const since = async () => {
    const owner = new pg.Client({ connectionString: at.shop.url });
    await owner.connect();
    const { rows } = await owner.query(
      `select personal_since < 'infinity' as is_known from orders where id = $1`,
      [uuidOf(order.body.id)],
    );
    await owner.end();
    return rows[0].is_known;
  };
  assert.equal(await since(), false);
  const [{ id }] = await list('/v1/differences');
  const how = { how: 'explain', note: 'Ada called.' };
  assert.equal((await post(`/v1/differences/${id}/resolutions`, how)).status, 201);
  assert.equal(await since(), true);
});

test('a charge that nobody here heard of is recorded from the statement, under the name it will be told by', async () => {
  const order = await post('/v1/orders', {
    ...orderOf({ MUG: 1 }, { payments: [{ provider: 'stripe-test', token: 'pm_card_visa' }] }),
    channel: 'web',
  });
  await at.shop.runPayments();
  at.stripe.takeEvents();
  const { reference } = (await moneyOf(order)).payments[0];
  at.stripe.book.capture(reference, { amount_to_capture: 1000 });
  const told = at.stripe.takeEvents();
  await read(at.connections.stripe);
  const [difference] = await list('/v1/differences');
  assert.deepEqual(
    [difference.cause, difference.resolutions[0]],
    ['missing-in-ledger', 'record-fact'],
  );
  const done = await post(`/v1/differences/${difference.id}/resolutions`, { how: 'record-fact' });
  assert.equal(done.status, 201, JSON.stringify(done.body));
  const before = (await moneyOf(order)).ledger;
  assert.deepEqual(
    before.map(({ kind }: Any) => kind),
    ['authorized', 'captured'],
  );
  for (const event of told) await at.tellStripe(event);
  assert.equal((await moneyOf(order)).ledger.length, 2, 'the webhook tells the same');
  assert.deepEqual(await causes(), []);
});

test('the same bookings in a file change nothing; what is new in it is matched like any other', async () => {
  const { connections, shop, stripe } = at;
  const known = stripe.book.balance.bookings().filter(({ currency }) => currency === 'eur');
  const rows = known.map((one) => ({
    id: one.id,
    category: one.category,
    gross: (one.amount / 100).toFixed(2),
    fee: (one.fee / 100).toFixed(2),
    source: String((one.source() as Any).id),
    created: new Date(one.created * 1000).toISOString().slice(0, 19).replace('T', ' '),
  }));
  const sent = await sendReport(shop, connections.stripe, stripeReport(rows));
  assert.equal(sent.status, 201, JSON.stringify(sent.body));
  assert.deepEqual([sent.body.statement.lines, sent.body.statement.newLines], [rows.length, 0]);
  assert.deepEqual(sent.body.unread, []);

  const more = stripeReport([
    { id: 'txn_new', category: 'charge', gross: '3.33', source: 'ch_new' },
    { id: 'txn_yen', category: 'charge', gross: '333', currency: 'jpy', source: 'ch_yen' },
    { id: 'txn_odd', category: 'charge', gross: '3.333', source: 'ch_odd' },
    { id: 'nothing', category: 'charge', gross: '1.00', source: 'ch_odd' },
  ]);
  const two = await sendReport(shop, connections.stripe, more);
  assert.equal(two.body.statement.newLines, 2);
  assert.deepEqual(
    two.body.unread.map(({ row }: Any) => row),
    [4, 5],
  );
  const three = await sendReport(shop, connections.stripe, more);
  assert.equal(three.body.statement.newLines, 0);
  assert.deepEqual(await causes(), ['missing-in-ledger', 'missing-in-ledger']);
});

test('PayPal’s settlement report is read by its event codes, in minor units', async () => {
  const order = await buy('paypal');
  const capture = (await moneyOf(order)).ledger.find(({ kind }: Any) => kind === 'captured');
  const head =
    'CH,Transaction ID,Invoice ID,PayPal Reference ID,PayPal Reference ID Type,Transaction Event Code,' +
    'Transaction Initiation Date,Transaction Completion Date,Transaction Debit or Credit,' +
    'Gross Transaction Amount,Gross Transaction Currency,Fee Debit or Credit,Fee Amount,Fee Currency,Custom Field';
  const row = (id: string, code: string, way: string, amount: number, fee = 0) =>
    `SB,${id},,,,${code},2026/11/27 10:00:00 -0800,2026/11/27 10:00:00 -0800,${way},${amount},EUR,DR,${fee},EUR,`;
  const file = [
    'RH,2026/11/28 03:00:00 -0800,A,MERCHANT,9,0',
    head,
    row(capture.reference, 'T0006', 'CR', 1000, 30),
    row('W1', 'T0400', 'DR', 970),
    'SF,EUR,970,0',
    '',
  ].join('\n');
  const sent = await sendReport(at.shop, at.connections.paypal, file);
  assert.equal(sent.status, 201, JSON.stringify(sent.body));
  assert.equal(sent.body.statement.newLines, 2);
  assert.deepEqual(await causes(`&connection=${at.connections.paypal}`), []);
  assert.ok((await list('/v1/payouts')).some(({ reference }) => reference === 'W1'));
  const wrong = await sendReport(at.shop, at.connections.paypal, 'Date,Gross\n1,2\n');
  assert.equal(wrong.body.code, 'report-unreadable');
});

test('PayPal’s activity report tells the same bookings, and what it alone knows stands as a difference', async () => {
  const order = await buy('paypal');
  const capture = (await moneyOf(order)).ledger.find(({ kind }: Any) => kind === 'captured');
  const known = await read(at.connections.paypal);
  const row = (id: string, type: string, gross: string) =>
    `27/11/2026,10:00:00,GMT,Ada,${type},Completed,EUR,${gross},0.00,${gross},${id},Credit`;
  const file = [
    'Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,Transaction ID,Balance Impact',
    row(capture.reference, 'Express Checkout Payment', '10.00'),
    row('7QW00000000000001', 'Gift of the Magi', '"1,000.00"'),
    row('7QW00000000000002', 'Express Checkout Payment', 'much'),
  ].join('\n');
  assert.ok(known.lines > 0);
  const sent = await sendReport(at.shop, at.connections.paypal, file);
  const { statement, unread } = sent.body;
  assert.deepEqual([statement.lines, statement.newLines, statement.differences], [2, 1, 1]);
  assert.deepEqual(unread, [{ row: 4, problem: 'much is no amount of EUR.' }]);
  const of = `&connection=${at.connections.paypal}`;
  const [difference] = await list(`/v1/differences?cause=kind-unknown${of}`);
  assert.deepEqual(
    [difference.kind, difference.reference, difference.providerSays.amountMinor],
    ['unknown', '7QW00000000000001/Gift of the Magi/EUR', 100_000],
  );
  const explained = { how: 'explain', note: 'A present' };
  const done = await post(`/v1/differences/${difference.id}/resolutions`, explained);
  assert.equal(done.body.status, 'resolved');
  assert.deepEqual(await causes(of), []);
});

test('a provider that does not answer is asked again; refused credentials end it, and say so', async () => {
  const connection = at.connections.stripe;
  const trial = () => post(`/v1/provider-connections/${connection}/trials`, {});
  const answered = await trial();
  assert.deepEqual([answered.status, answered.body.trial.failure], [201, null]);
  at.stripe.failNext(500, 3);
  const failed = await trial();
  assert.equal(failed.body.trial.failure, 'unexpected');
  assert.ok(failed.body.health.failedCalls >= 1);

  at.stripe.failNext(401, 1);
  const now = Date.now();
  const period = {
    from: new Date(now - 3_600_000).toISOString(),
    to: new Date(now).toISOString(),
  };
  const { body } = await post(`/v1/provider-connections/${connection}/statements`, period);
  while ((await runStatements(at.shop.runtime)) > 0);
  const done = (await at.shop.call('GET', `/v1/provider-statements/${body.id}`)).body;
  assert.equal(done.state, 'failed');
  const wrong = { from: period.to, to: period.from };
  const refused = await post(`/v1/provider-connections/${connection}/statements`, wrong);
  assert.equal(refused.body.code, 'period-invalid');
});
