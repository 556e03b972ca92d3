// The books: balanced entries of what the ledger and the statements say, and closed periods that are
// exported the same again and again.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { systemActor } from '@doorstep/core/access/actor.ts';
import { journalReader } from '../../src/accounting/journal-reader.ts';
import { runCommand } from '../../src/db/run-command.ts';
import { runReader } from '../../src/log/run-reader.ts';
import { recordPaymentFact } from '../../src/payments/record-payment-fact.ts';
import { runStatements } from '../../src/reconciliation/run-statements.ts';
import { openProviderShop, type ProviderShop } from '../provider-shop.ts';
import type { Answer } from '../shop.ts';
import { orderOf } from '../stock.ts';
import { type ReportRow, sendReport, stripeReport } from '../stripe-report.ts';

const today = new Date().toISOString().slice(0, 10);
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const longAgo = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);

let at: ProviderShop;
before(async () => {
  at = await openProviderShop();
});
after(() => at.close());

// biome-ignore lint/suspicious/noExplicitAny: answers are checked against the contract
type Any = any;

const post = (path: string, body: object): Promise<Answer> => at.shop.call('POST', path, body);

async function keepBooks(): Promise<void> {
  await at.shop.sequence();
  const { runtime } = at.shop;
  while (
    (await runReader(runtime.clock, runtime.app, journalReader(runtime.app, runtime.now))) !== null
  );
}

async function journal(from = longAgo, through = today): Promise<Any[]> {
  const { body } = await at.shop.call('GET', `/v1/exports/journal?from=${from}&through=${through}`);
  return String(body)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** What Stripe booked since yesterday. */
async function readStatement(): Promise<void> {
  await post(`/v1/provider-connections/${at.connections.stripe}/statements`, {
    from: `${yesterday}T00:00:00Z`,
    to: new Date().toISOString(),
  });
  while ((await runStatements(at.shop.runtime)) > 0);
}

const sumOf = (entries: readonly Any[], account: string) =>
  entries
    .flatMap(({ lines }) => lines)
    .filter((line: Any) => line.account === account)
    .reduce((sum: number, { debitMinor, creditMinor }: Any) => sum + debitMinor - creditMinor, 0);

async function buy(payments: object[], more: object = {}): Promise<Answer> {
  const order = await post('/v1/orders', {
    ...orderOf({ MUG: 3 }, { payments }),
    channel: 'now',
    ...more,
  });
  assert.equal(order.status, 201, JSON.stringify(order.body));
  await at.shop.runPayments();
  await at.shop.runPayments();
  return order;
}

test('what is captured, refunded, disputed and paid out is entered once, and balances', async () => {
  const order = await buy([{ provider: 'stripe-test', token: 'pm_card_visa' }]);
  const received = { reference: 'SLIP 1', receivedAt: `${yesterday}T10:00:00Z` };
  await buy([{ provider: 'manual', received }]);
  await post(`/v1/orders/${order.body.id}/refunds`, { amountMinor: 500, reason: 'goodwill' });
  await at.shop.runPayments();
  const [held] = (await at.shop.call('GET', `/v1/orders/${order.body.id}/payments`)).body.ledger;
  for (const status of ['needs_response', 'lost'])
    at.stripe.book.dispute(held.reference, status, 'dp_1');
  for (const event of at.stripe.takeEvents()) await at.tellStripe(event);
  await keepBooks();
  const entries = await journal();
  assert.deepEqual(entries.map(({ kind }) => kind).sort(), [
    'capture',
    'capture',
    'dispute',
    'dispute-lost',
    'fee',
    'refund',
  ]);
  for (const { lines, order: named, payment } of entries) {
    const by = Map.groupBy(lines as Any[], ({ currency }) => currency);
    for (const of of by.values())
      assert.equal(
        of.reduce((sum, one) => sum + one.debitMinor - one.creditMinor, 0),
        0,
      );
    assert.ok(named.startsWith('ord_') && payment.startsWith('pay_'));
  }
  assert.equal(sumOf(entries, '1000'), 3000, 'money that came by hand is at the bank');
  assert.equal(sumOf(entries, '6150'), 3000, 'a lost dispute is a loss');
  await keepBooks();
  assert.deepEqual(await journal(), entries, 'read again, nothing is entered twice');

  // What the statement adds: the fee of the dispute, and what went to the bank.
  const paid = at.stripe.book.balance.payOut('eur');
  await readStatement();
  const all = await journal();
  assert.equal(sumOf(all, '1100'), 0, 'all of it was paid out');
  assert.ok(all.some(({ kind, payout }) => kind === 'payout' && payout === paid));
});

test('money in another currency than the order’s is exchanged at the worth that was stated', async () => {
  const stated = { currency: 'USD', amountMinor: 3250, conversion: { orderAmountMinor: 3000 } };
  const received = { reference: 'WIRE', receivedAt: new Date().toISOString() };
  const order = await buy([{ provider: 'manual', ...stated, received }]);
  await post(`/v1/orders/${order.body.id}/refunds`, { amountMinor: 1000, reason: 'goodwill' });
  const [asked] = (await at.shop.call('GET', `/v1/orders/${order.body.id}/payments`)).body.intents;
  await at.shop.runPayments();
  const done = { outcome: 'succeeded', reference: 'WIRE BACK' };
  assert.equal((await post(`/v1/payment-intents/${asked.id}/results`, done)).status, 201);
  await keepBooks();
  const entries = (await journal()).filter(({ order: of }) => of === order.body.id);
  const linesOf = (kind: string) =>
    entries
      .find((entry) => entry.kind === kind)
      .lines.map((line: Any) => [line.role, line.currency, line.debitMinor, line.creditMinor]);
  assert.deepEqual(linesOf('capture'), [
    ['clearing', 'USD', 3250, 0],
    ['exchange', 'USD', 0, 3250],
    ['exchange', 'EUR', 3000, 0],
    ['receivable', 'EUR', 0, 3000],
  ]);
  assert.deepEqual(linesOf('refund'), [
    ['receivable', 'EUR', 1000, 0],
    ['exchange', 'EUR', 0, 1000],
    ['exchange', 'USD', 1083, 0],
    ['clearing', 'USD', 0, 1083],
  ]);
});

test('a closed period is exported the same again, whatever becomes known later', async () => {
  assert.equal(
    (await post('/v1/accounting/closings', { through: today })).body.code,
    'period-invalid',
  );
  const closed = await post('/v1/accounting/closings', { through: yesterday });
  assert.deepEqual(
    [closed.status, closed.body.through],
    [201, yesterday],
    JSON.stringify(closed.body),
  );
  assert.equal(closed.body.entries, 1);
  const again = await post('/v1/accounting/closings', { through: yesterday });
  assert.equal(again.body.code, 'books-closed');
  const file = async (format: string) =>
    (
      await at.shop.call(
        'GET',
        `/v1/exports/journal?from=${longAgo}&through=${yesterday}&format=${format}`,
      )
    ).body;
  const before = [await file('ndjson'), await file('csv')];
  assert.match(
    before[1],
    /^entry,day,kind,provider,order,orderNumber,payment,payout,reference,occurredAt,account,accountName,currency,debit,credit\r\n/,
  );
  assert.match(before[1], /,1000,Bank,EUR,30\.00,\r\n/);

  const late = { reference: 'SLIP 2', receivedAt: `${yesterday}T11:00:00Z` };
  await buy([{ provider: 'manual', received: late }]);
  const accounts = [{ role: 'bank', provider: null, code: '9999', name: 'Other bank' }];
  const chart = await at.shop.call('PUT', '/v1/accounting/chart', { accounts });
  assert.deepEqual([chart.body.isDefault, chart.body.closedThrough], [false, yesterday]);
  await keepBooks();
  assert.deepEqual([await file('ndjson'), await file('csv')], before);
  const open = await journal(today);
  const entered = open.find(({ reference }) => reference === 'SLIP 2');
  assert.deepEqual([entered.day, entered.occurredAt.slice(0, 10)], [today, yesterday]);
  const payout = open.find(({ kind }) => kind === 'payout');
  assert.ok(payout.lines.some(({ account }: Any) => account === '9999'));
  const stale = await at.shop.call('PUT', '/v1/accounting/chart', { accounts, version: 0 });
  assert.equal(stale.body.code, 'version-conflict');
});

test('a hundred orders at once and readers that meet: each movement is entered once', async () => {
  const orders = await Promise.all(
    Array.from({ length: 100 }, (_, place) =>
      post('/v1/orders', {
        ...orderOf(
          { MUG: 1 },
          { payments: [{ provider: 'manual', received: { reference: `R ${place}` } }] },
        ),
        channel: 'now',
      }),
    ),
  );
  await at.shop.sequence();
  await Promise.all([
    keepBooks(),
    keepBooks(),
    post('/v1/accounting/closings', { through: '2020-01-01' }),
  ]);
  await keepBooks();
  const entered = (await journal(today)).filter(({ reference }) => reference.startsWith('R '));
  assert.equal(entered.length, orders.length);
  assert.equal(new Set(entered.map(({ reference }) => reference)).size, orders.length);
});

/** What the books say, by account and currency, of bookings that are told now and then explained. */
async function explained(rows: readonly ReportRow[]): Promise<Record<string, number>> {
  const sent = await sendReport(at.shop, at.connections.stripe, stripeReport(rows));
  assert.equal(sent.body.statement?.newLines, rows.length, JSON.stringify(sent.body));
  for (const { id } of (await at.shop.call('GET', '/v1/differences')).body.items) {
    const done = { how: 'explain', note: 'Of our till.' };
    assert.equal((await post(`/v1/differences/${id}/resolutions`, done)).status, 201);
  }
  const sums: Record<string, number> = {};
  for (const { reference, lines } of await journal())
    for (const { role, currency, debitMinor, creditMinor } of lines)
      if (rows.some(({ source }) => source === reference))
        sums[`${role} ${currency}`] = (sums[`${role} ${currency}`] ?? 0) + debitMinor - creditMinor;
  return sums;
}

test('of what was explained and changed into another currency the clearing account holds what the balance holds', async () => {
  const dollars = { originalCurrency: 'usd' };
  assert.deepEqual(
    await explained([
      {
        ...{ id: 'txn_c', category: 'charge', gross: '92.00', source: 'ch_c' },
        ...{ ...dollars, original: '100.00' },
      },
      {
        ...{ id: 'txn_r', category: 'refund', gross: '-9.20', source: 're_r' },
        ...{ ...dollars, original: '-10.00' },
      },
    ]),
    {
      'clearing USD': 0,
      'exchange USD': 9000,
      'exchange EUR': -8280,
      'clearing EUR': 8280,
      'unclear USD': -9000,
    },
  );
});

test('of a charge of no order that was explained the fee is in the books, and all of it can be paid out', async () => {
  const till = { id: 'txn_t', category: 'charge', gross: '77.00', fee: '2.50', source: 'ch_t' };
  const payout = { id: 'txn_p', category: 'payout', gross: '-74.50', source: 'po_t' };
  assert.deepEqual(await explained([till, payout]), {
    'bank EUR': 7450,
    'clearing EUR': 0,
    'unclear EUR': -7700,
    'fees EUR': 250,
  });
});

test('of a charge of another amount than the ledger’s that was explained the clearing account holds what was booked', async () => {
  const order = await buy([{ provider: 'stripe-test', token: 'pm_card_visa' }]);
  const { balance } = at.stripe.book;
  const booking = balance.bookings().at(-1);
  balance.change(booking?.id ?? '', { amount: 2900 });
  await readStatement();
  const [{ id, cause }] = (await at.shop.call('GET', '/v1/differences')).body.items;
  assert.equal(cause, 'amount-differs');
  const done = { how: 'explain', note: 'Rounded by hand.' };
  assert.equal((await post(`/v1/differences/${id}/resolutions`, done)).status, 201);
  await keepBooks();
  const entries = (await journal(today)).filter(({ order: of }) => of === order.body.id);
  const fee = sumOf(entries, '6100');
  assert.deepEqual([sumOf(entries, '1100'), sumOf(entries, '1990')], [2900 - fee, 100]);
});

test('what a refund costs is entered once, whether the answer or the statement tells of it', async () => {
  const order = await buy([{ provider: 'stripe-test', token: 'pm_card_visa' }]);
  const before = sumOf(await journal(), '6100');
  at.stripe.book.chargeForRefunds(35);
  await post(`/v1/orders/${order.body.id}/refunds`, { amountMinor: 500, reason: 'goodwill' });
  await at.shop.runPayments();
  at.stripe.book.chargeForRefunds(0);
  const [held] = (await at.shop.call('GET', `/v1/orders/${order.body.id}/payments`)).body.ledger;
  await keepBooks();
  await readStatement();
  await keepBooks();
  const ofCapture = at.stripe.book.balance.bookings().find(({ category, source }) => {
    const { payment_intent: intent } = source() as Any;
    return category === 'charge' && intent === held.reference;
  });
  assert.equal(sumOf(await journal(), '6100') - before, (ofCapture?.fee ?? 0) + 35);
});

test('a dispute that is lost and won after all leaves no loss', async () => {
  const order = await buy([{ provider: 'stripe-test', token: 'pm_card_visa' }]);
  const [held] = (await at.shop.call('GET', `/v1/orders/${order.body.id}/payments`)).body.ledger;
  const told = async (...statuses: string[]) => {
    for (const status of statuses)
      at.stripe.book.dispute(held.reference, status, `dp_${held.reference}`);
    for (const event of at.stripe.takeEvents()) await at.tellStripe(event);
    await keepBooks();
    return (await journal()).filter(({ order: of }) => of === order.body.id);
  };
  const lost = await told('needs_response', 'lost');
  assert.deepEqual([sumOf(lost, '6150'), sumOf(lost, '1250')], [3000, 0]);
  const won = await told('won');
  assert.deepEqual([sumOf(won, '6150'), sumOf(won, '1250')], [0, 0]);
  assert.deepEqual(await told(), won, 'read again, nothing is entered twice');
});

test('a fee that is told after its capture was entered is entered as well, on the first open day', async () => {
  const received = { reference: 'CHECKOUT', amountMinor: 100 };
  const order = await buy([{ provider: 'stripe-test', received }]);
  const [payment] = (await at.shop.call('GET', `/v1/orders/${order.body.id}/payments`)).body
    .payments;
  const { app, now } = at.shop.runtime;
  const context = { tenant: at.shop.tenant, actor: systemActor('payments'), now: now() };
  const fact = {
    kind: 'captured',
    reference: 'ch_late',
    amountMinor: 2900,
    occurredAt: `${yesterday}T10:00:00Z`,
  } as const;
  const tell = async (fee?: bigint) => {
    const telling = fee === undefined ? {} : { fee: { amountMinor: fee, currency: 'EUR' } };
    await runCommand(app, context, null, (tx) => recordPaymentFact(tx, payment.id, fact, telling));
    await keepBooks();
    return (await journal(today)).filter(({ reference }) => reference === 'ch_late');
  };
  assert.deepEqual(
    (await tell()).map(({ kind }) => kind),
    ['capture'],
  );
  const told = await tell(68n);
  assert.deepEqual(
    told.map(({ kind, day }) => [kind, day]),
    [
      ['capture', today],
      ['fee', today],
    ],
  );
  assert.equal(sumOf(told, '6100'), 68);
  assert.deepEqual(await tell(68n), told, 'told twice it is entered once');
});
