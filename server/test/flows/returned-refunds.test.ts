// Refunds that were done and came back days later: the bank could not give the money to the buyer.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { journalReader } from '../../src/accounting/journal-reader.ts';
import { runReader } from '../../src/log/run-reader.ts';
import { runStatements } from '../../src/reconciliation/run-statements.ts';
import { openProviderShop, type ProviderShop } from '../provider-shop.ts';
import type { Answer } from '../shop.ts';
import { orderOf } from '../stock.ts';

let at: ProviderShop;
before(async () => {
  at = await openProviderShop();
});
after(() => at.close());

// biome-ignore lint/suspicious/noExplicitAny: answers are checked against the contract
type Any = any;

const post = (path: string, body: object = {}): Promise<Answer> => at.shop.call('POST', path, body);
const moneyOf = async (order: Answer): Promise<Any> =>
  (await at.shop.call('GET', `/v1/orders/${order.body.id}/payments`)).body;
const exceptionsOf = async (order: Answer): Promise<string[]> => {
  const path = `/v1/exceptions?status=open&order=${order.body.id}`;
  return (await at.shop.call('GET', path)).body.items.map(({ type }: Any) => type);
};
const movedOf = ({ ledger }: Any): string[] =>
  ledger.map(({ kind, amountMinor }: Any) => `${kind} ${amountMinor}`);

/** Paid in full, and so much of it refunded. */
async function refunded(payment: object, amountMinor: number): Promise<Answer> {
  const order = await post('/v1/orders', {
    ...orderOf({ MUG: 1 }, { payments: [payment] }),
    channel: 'now',
  });
  assert.equal(order.status, 201, JSON.stringify(order.body));
  await at.shop.runPayments();
  await at.shop.runPayments();
  await post(`/v1/orders/${order.body.id}/refunds`, { amountMinor, reason: 'goodwill' });
  await at.shop.runPayments();
  return order;
}

const DAY_MS = 86_400_000;
const byCard = () => ({ provider: 'stripe-test', token: 'pm_card_visa' });
const byPaypal = () => ({
  provider: 'paypal-test',
  token: at.paypal.book.approved('10.00', 'EUR'),
});

for (const [name, payment] of [
  ['Stripe', byCard],
  ['PayPal', byPaypal],
] as const)
  test(`a refund of ${name} that comes back is owed again, and a retry makes it once more`, async () => {
    const order = await refunded(payment(), 1000);
    const before = await moneyOf(order);
    assert.equal(before.account.status, 'refunded');
    const double = name === 'Stripe' ? at.stripe : at.paypal;
    const tell = name === 'Stripe' ? at.tellStripe : at.tellPaypal;
    double.takeEvents();
    double.book.failRefund(before.ledger.at(-1).reference);
    const [failed] = double.takeEvents();
    assert.ok(failed !== undefined);
    await Promise.all([failed, failed, failed].map((event) => tell(event)));
    await at.shop.runPayments();

    const money = await moneyOf(order);
    assert.deepEqual(movedOf(money), [
      'authorized 1000',
      'captured 1000',
      'refunded 1000',
      'returned 1000',
    ]);
    assert.deepEqual([money.account.status, money.account.refundedMinor], ['paid', 0]);
    assert.deepEqual([money.payments[0].blocked, money.intents], [['refund'], []]);
    assert.deepEqual(await exceptionsOf(order), ['payment-failed']);

    await post(`/v1/payments/${money.payments[0].id}/retries`);
    await at.shop.runPayments();
    const again = await moneyOf(order);
    assert.equal(movedOf(again).at(-1), 'refunded 1000');
    assert.deepEqual([again.account.status, again.account.refundedMinor], ['refunded', 1000]);
    assert.deepEqual(await exceptionsOf(order), []);
  });

test('told before the refund itself, it ends the same; of one that was never done nothing is told', async () => {
  const order = await refunded(byCard(), 100);
  const [{ reference }] = (await moneyOf(order)).ledger;
  at.stripe.takeEvents();
  const made = at.stripe.book.refund({ payment_intent: reference, amount: 300, metadata: {} });
  at.stripe.book.failRefund((made as { id: string }).id);
  const [created, failed] = at.stripe.takeEvents();
  assert.ok(created !== undefined && failed !== undefined);
  await at.tellStripe(failed);
  assert.deepEqual(await exceptionsOf(order), []);
  for (const event of [created, failed, created]) await at.tellStripe(event);
  const { account, ledger, payments } = await moneyOf(order);
  assert.deepEqual(movedOf({ ledger }).slice(2), ['refunded 100', 'refunded 300', 'returned 300']);
  assert.deepEqual([account.refundedMinor, payments[0].refundedMinor], [100, 100]);
  // Nobody here asked for it, so nothing is owed again.
  assert.deepEqual(await exceptionsOf(order), []);
});

test('an answer that names a refund which has come back since belongs to both', async () => {
  const order = await refunded(byCard(), 100);
  const [{ reference }] = (await moneyOf(order)).ledger;
  await post(`/v1/orders/${order.body.id}/refunds`, { amountMinor: 300, reason: 'goodwill' });
  const [intent] = (await moneyOf(order)).intents;
  at.stripe.takeEvents();
  const made = at.stripe.book.refund({ payment_intent: reference, amount: 300, metadata: {} });
  const { id } = made as { id: string };
  for (const event of at.stripe.takeEvents()) await at.tellStripe(event);
  at.stripe.book.failRefund(id);
  for (const event of at.stripe.takeEvents()) await at.tellStripe(event);
  await post(`/v1/payment-intents/${intent.id}/results`, { outcome: 'succeeded', reference: id });
  const { ledger } = await moneyOf(order);
  assert.deepEqual(
    ledger.slice(-2).map((one: Any) => [one.kind, one.intent]),
    [
      ['refunded', intent.id],
      ['returned', intent.id],
    ],
  );
  await at.shop.runPayments();
  const { account, intents } = await moneyOf(order);
  assert.deepEqual([account.refundedMinor, intents], [400, []]);
});

describe('in the books', () => {
  const readStatement = async (provider: 'stripe' | 'paypal' = 'stripe') => {
    const [from, to] = [Date.now() - DAY_MS, Date.now()].map((at) => new Date(at).toISOString());
    const path = `/v1/provider-connections/${at.connections[provider]}/statements`;
    const asked = await post(path, { from, to });
    assert.equal(asked.status, 201, JSON.stringify(asked.body));
    while ((await runStatements(at.shop.runtime)) > 0);
    return (await at.shop.call('GET', '/v1/differences')).body.items;
  };
  const keepBooks = async () => {
    const { clock, app, now } = at.shop.runtime;
    await at.shop.sequence();
    while ((await runReader(clock, app, journalReader(app, now))) !== null);
  };
  const entriesOf = async (order: Answer): Promise<Any[]> => {
    const [from, through] = [Date.now() - DAY_MS, Date.now()].map((at) =>
      new Date(at).toISOString().slice(0, 10),
    );
    const path = `/v1/exports/journal?from=${from}&through=${through}`;
    const { body } = await at.shop.call('GET', path);
    const lines = String(body).split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line)).filter((entry) => entry.order === order.body.id);
  };

  for (const provider of ['stripe', 'paypal'] as const)
    test(`the customer is owed again, and the booking of ${provider} is matched`, async () => {
      const order = await refunded(provider === 'stripe' ? byCard() : byPaypal(), 400);
      const { reference } = (await moneyOf(order)).ledger.at(-1);
      at[provider].takeEvents();
      at[provider].book.failRefund(reference);
      const [event] = at[provider].takeEvents();
      await (provider === 'stripe' ? at.tellStripe : at.tellPaypal)(event ?? {});
      await keepBooks();
      assert.deepEqual(await readStatement(provider), []);
      const entries = await entriesOf(order);
      assert.deepEqual(entries.map(({ kind }) => kind).sort(), [
        'capture',
        'fee',
        'refund',
        'refund-returned',
      ]);
      const receivable = entries
        .flatMap(({ lines }) => lines)
        .filter(({ account }: Any) => account === '1200')
        .reduce(
          (sum: number, { debitMinor, creditMinor }: Any) => sum + debitMinor - creditMinor,
          0,
        );
      assert.equal(receivable, -1000);
    });

  test('where the webhook was lost, the statement tells, and it is recorded from there', async () => {
    const order = await refunded(byCard(), 400);
    at.stripe.book.failRefund((await moneyOf(order)).ledger.at(-1).reference);
    const [difference] = await readStatement();
    assert.equal(difference.cause, 'missing-in-ledger');
    const recorded = await post(`/v1/differences/${difference.id}/resolutions`, {
      how: 'record-fact',
      version: difference.version,
    });
    assert.equal(recorded.status, 201, JSON.stringify(recorded.body));
    const money = await moneyOf(order);
    assert.equal(movedOf(money).at(-1), 'returned 400');
    assert.deepEqual([money.account.refundedMinor, money.payments[0].blocked], [0, ['refund']]);
    assert.deepEqual(await readStatement(), []);
  });
});

test('sent by hand instead, it is recorded as a fact, and nobody is asked any more', async () => {
  const order = await refunded(byCard(), 1000);
  const before = await moneyOf(order);
  at.stripe.takeEvents();
  at.stripe.book.failRefund(before.ledger.at(-1).reference);
  for (const event of at.stripe.takeEvents()) await at.tellStripe(event);
  const fact = { kind: 'refunded', reference: 'bank', amountMinor: 1000 };
  await post(`/v1/payments/${before.payments[0].id}/facts`, fact);
  await at.shop.runPayments();
  const { account, intents } = await moneyOf(order);
  assert.deepEqual([account.status, account.refundedMinor, intents], ['refunded', 1000, []]);
  assert.deepEqual(await exceptionsOf(order), []);
});
