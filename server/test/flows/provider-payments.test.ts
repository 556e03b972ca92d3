// Orders paid through a tenant's own accounts at Stripe and PayPal, whatever the providers answer,
// lose, tell late or tell twice.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { systemActor } from '@doorstep/core/access/actor.ts';
import { runCommand } from '../../src/db/run-command.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { holdForPayer, listPayerEvents, MOVES_PAYER } from '../../src/orders/hold-for-payer.ts';
import { openProviderShop, type ProviderShop } from '../provider-shop.ts';
import type { Answer } from '../shop.ts';
import { orderOf } from '../stock.ts';

let at: ProviderShop;
before(async () => {
  at = await openProviderShop();
});
after(() => at.close());

const post = (path: string, body: object): Promise<Answer> => at.shop.call('POST', path, body);
const moneyOf = async (order: Answer) =>
  (await at.shop.call('GET', `/v1/orders/${order.body.id}/payments`)).body;
const buy = async (payment: object, channel = 'web', units = 3): Promise<Answer> => {
  const order = await post('/v1/orders', {
    ...orderOf({ MUG: units }, { payments: [payment] }),
    channel,
  });
  assert.equal(order.status, 201, JSON.stringify(order.body));
  return order;
};
const ship = (order: Answer, quantity: number) =>
  post(`/v1/orders/${order.body.id}/shipments`, { lines: [{ line: 1, quantity }] });
const stripePayment = (token: string) => ({ provider: 'stripe-test', token });
const paypalPayment = () => ({
  provider: 'paypal-test',
  token: at.paypal.book.approved('30.00', 'EUR'),
});
const lineOf = ({ kind, amountMinor }: { kind: string; amountMinor: number }) =>
  `${kind} ${amountMinor}`;

/** Until nothing is due, also what is put off: the clock of these tests stands for none. */
async function settle(order: Answer): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await at.shop.runPayments();
    const { payments, intents } = await moneyOf(order);
    if (intents.length === 0) return;
    await post(`/v1/payments/${payments[0].id}/retries`, {});
  }
}

for (const [name, payment] of [
  ['Stripe', () => stripePayment('pm_card_multicapture')],
  ['PayPal', paypalPayment],
] as const)
  describe(`an order paid with ${name}`, () => {
    test('is authorized, captured with each parcel, refunded, and its rest given back', async () => {
      const order = await buy(payment());
      await at.shop.runPayments();
      await ship(order, 1);
      await at.shop.runPayments();
      await ship(order, 1);
      await at.shop.runPayments();
      await post(`/v1/orders/${order.body.id}/refunds`, { amountMinor: 1500, reason: 'goodwill' });
      await settle(order);
      await post(`/v1/orders/${order.body.id}/cancellations`, { reason: 'customer' });
      await settle(order);
      const { account, ledger, payments } = await moneyOf(order);
      assert.deepEqual(
        [
          account.authorizedMinor,
          account.capturedMinor,
          account.refundedMinor,
          account.voidedMinor,
        ],
        [3000, 2000, 1500, 1000],
      );
      assert.ok(ledger.some((one: { fee: object | null }) => one.fee !== null));
      assert.ok(payments[0].connection.startsWith('pcn_'));
      assert.equal((await exceptionsOf(order)).length, 0);
    });

    test('whose answers are lost is charged once, and knows it', async () => {
      const order = await buy(payment(), 'now');
      const double = name === 'Stripe' ? at.stripe : at.paypal;
      double.loseNext(name === 'Stripe' ? 3 : 1);
      await settle(order);
      double.loseNext(name === 'Stripe' ? 3 : 1);
      await settle(order);
      const { ledger, account } = await moneyOf(order);
      assert.deepEqual(ledger.map(lineOf), ['authorized 3000', 'captured 3000']);
      assert.equal(account.status, 'paid');
      const keys = ledger.map((one: { intent: string }) => one.intent);
      for (const key of keys) assert.equal(double.effectsOf(key), 1);
    });

    test('pain 9: double capture on double tap or webhook race: the same webhook 100 times, in parallel, has one effect', async () => {
      const order = await buy(payment(), 'now');
      await settle(order);
      const events = name === 'Stripe' ? at.stripe.takeEvents() : at.paypal.takeEvents();
      const tell = name === 'Stripe' ? at.tellStripe : at.tellPaypal;
      const told = events.slice(-2).flatMap((event) => Array.from({ length: 50 }, () => event));
      const answers = await Promise.all(told.map((event) => tell(event)));
      assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
      const { ledger } = await moneyOf(order);
      assert.deepEqual(ledger.map(lineOf), ['authorized 3000', 'captured 3000']);
    });

    test('a dispute takes the money, raises an exception, and gives it back when it is won', async () => {
      const order = await buy(payment(), 'now');
      await settle(order);
      const [authorized, captured] = (await moneyOf(order)).ledger;
      const double = name === 'Stripe' ? at.stripe : at.paypal;
      double.takeEvents();
      const id = `${name}-dispute`;
      const dispute = (outcome?: string) =>
        name === 'Stripe'
          ? at.stripe.book.dispute(authorized.reference, outcome ?? 'needs_response', id)
          : at.paypal.book.dispute(captured.intent, id, outcome);
      const tell = name === 'Stripe' ? at.tellStripe : at.tellPaypal;
      const tellAll = async () => {
        for (const event of double.takeEvents()) await tell(event);
      };
      dispute();
      await tellAll();
      let money = await moneyOf(order);
      assert.deepEqual(
        [money.payments[0].disputedMinor, money.disputes[0].status],
        [3000, 'withdrawn'],
      );
      assert.deepEqual(await exceptionsOf(order), ['payment-disputed']);
      // What the bank took is not given back once more.
      await post(`/v1/orders/${order.body.id}/refunds`, { amountMinor: 500, reason: 'goodwill' });
      await settle(order);
      assert.equal((await moneyOf(order)).account.refundedMinor, 0);
      dispute(name === 'Stripe' ? 'won' : 'RESOLVED_SELLER_FAVOUR');
      await tellAll();
      await settle(order);
      money = await moneyOf(order);
      assert.deepEqual([money.payments[0].disputedMinor, money.account.refundedMinor], [0, 500]);
      assert.deepEqual(await exceptionsOf(order), []);
    });
  });

async function exceptionsOf(order: Answer): Promise<string[]> {
  const { items } = (await at.shop.call('GET', `/v1/exceptions?status=open&order=${order.body.id}`))
    .body;
  return items.map((one: { type: string }) => one.type);
}

/** What worker.ts has the reader `hold-for-payers` do. */
async function holdForPayers(): Promise<void> {
  const { runtime, tenant } = at.shop;
  await at.shop.sequence();
  const { items } = (await at.shop.call('GET', '/v1/events?limit=1000')).body;
  const wanted = items.filter(({ type }: { type: string }) =>
    MOVES_PAYER.some((beginning) => type.startsWith(beginning)),
  );
  const moved = await inTransaction(runtime.app, tenant, (tx) => listPayerEvents(tx, wanted));
  const context = { tenant, actor: systemActor('test'), now: runtime.now() };
  for (const event of moved)
    await runCommand(runtime.app, context, null, (tx) => holdForPayer(tx, event));
}

test('3-D Secure: the order is held with the link, and the webhook releases it', async () => {
  const order = await buy(stripePayment('pm_card_authenticationRequired'));
  await at.shop.runPayments();
  await holdForPayers();
  const holdsOf = async () =>
    (await at.shop.call('GET', `/v1/orders/${order.body.id}`)).body.holds as {
      reason: string;
      note: string;
      releasedAt: string | null;
    }[];
  const [hold] = await holdsOf();
  assert.equal(hold?.reason, 'awaiting-payment');
  assert.match(hold?.note ?? '', /^https:\/\/bank\.example\/pi_/);
  const { payments } = await moneyOf(order);
  assert.equal(payments[0].payerAction.link, hold?.note);
  at.stripe.takeEvents();
  at.stripe.book.confirm(hold?.note.split('/').pop() ?? '');
  for (const event of at.stripe.takeEvents().reverse()) await at.tellStripe(event);
  await at.shop.runPayments();
  await holdForPayers();
  assert.ok((await holdsOf()).every(({ releasedAt }) => releasedAt !== null));
  const money = await moneyOf(order);
  assert.equal(money.account.status, 'authorized');
  assert.equal(money.payments[0].payerAction, null);
  assert.ok(money.payments[0].authorizationExpiresAt !== null);
});

test('a payer who never acts holds nothing for a canceled order', async () => {
  const order = await buy(stripePayment('pm_card_authenticationRequired'));
  await at.shop.runPayments();
  await post(`/v1/orders/${order.body.id}/cancellations`, { reason: 'customer' });
  const { payments } = await moneyOf(order);
  await post(`/v1/payments/${payments[0].id}/retries`, {});
  await at.shop.runPayments();
  const { intents, account } = await moneyOf(order);
  assert.deepEqual([intents.length, account.status], [0, 'voided']);
});

test('a card that takes one capture: the rest is given back with it, and a person is told', async () => {
  const order = await buy(stripePayment('pm_card_visa'));
  await at.shop.runPayments();
  await ship(order, 1);
  await at.shop.runPayments();
  const { account } = await moneyOf(order);
  assert.deepEqual([account.capturedMinor, account.voidedMinor], [1000, 2000]);
  assert.deepEqual(await exceptionsOf(order), ['payment-declined']);
});

test('a card that takes one capture, whose answer is lost: the webhook tells what was given back', async () => {
  const order = await buy(stripePayment('pm_card_visa'));
  await at.shop.runPayments();
  await ship(order, 1);
  const { intents, payments } = await moneyOf(order);
  at.stripe.takeEvents();
  // What the call did before the process died.
  at.stripe.book.capture(payments[0].reference, {
    amount_to_capture: 1000,
    metadata: { [intents[0].id]: '1000' },
  });
  for (const event of at.stripe.takeEvents()) await at.tellStripe(event);
  const { ledger } = await moneyOf(order);
  assert.deepEqual(ledger.map(lineOf), ['authorized 3000', 'captured 1000', 'voided 2000']);
  assert.deepEqual(await exceptionsOf(order), ['payment-declined']);
});

/** Ten orders, and what was done at the provider by hand: nobody here asked for it. */
async function liveElsewhere(name: 'Stripe' | 'PayPal'): Promise<Answer[]> {
  const orders = [];
  for (let number = 0; number < 10; number += 1)
    orders.push(
      await buy(name === 'Stripe' ? stripePayment('pm_card_multicapture') : paypalPayment()),
    );
  await at.shop.runPayments();
  for (const [number, order] of orders.entries()) {
    const { reference } = (await moneyOf(order)).payments[0];
    if (name === 'Stripe') liveAtStripe(reference, number);
    else liveAtPaypal(reference, number);
  }
  return orders;
}

const captures = (number: number) => [100 + number, 200, 300];
const refunds = (number: number) => [50, 60 + number];

function liveAtStripe(reference: string, number: number): void {
  const { book } = at.stripe;
  for (const amount of captures(number))
    book.capture(reference, { amount_to_capture: amount, final_capture: 'false' });
  for (const amount of refunds(number))
    book.refund({ payment_intent: reference, amount, metadata: {} });
  if (number % 2 === 0) book.dispute(reference, 'needs_response', `dp_${number}`);
  if (number % 4 === 0) book.dispute(reference, 'won', `dp_${number}`);
}

function liveAtPaypal(reference: string, number: number): void {
  const { book } = at.paypal;
  const money = (cents: number) => ({ currency_code: 'EUR', value: (cents / 100).toFixed(2) });
  const made = captures(number).map((cents, place) => {
    const invoice_id = `by hand ${reference} ${place}`;
    const { id } = book.capture(reference, { amount: money(cents), invoice_id }) as { id: string };
    return { id, invoice_id };
  });
  for (const cents of refunds(number)) {
    // Of the last, which has the most; it names no payment of ours.
    const amount = money(cents);
    book.refund(made[2]?.id ?? '', {
      amount,
      invoice_id: `back ${reference} ${cents}`,
      custom_id: '',
    });
  }
  const disputed = made[1]?.invoice_id ?? '';
  if (number % 2 === 0) book.dispute(disputed, `PP-${number}`);
  if (number % 4 === 0) book.dispute(disputed, `PP-${number}`, 'RESOLVED_SELLER_FAVOUR');
}

/** Stripe's dispute is about all that was captured, PayPal's about one capture. */
function ledgerOf(name: 'Stripe' | 'PayPal', number: number): string[] {
  const disputed = name === 'Stripe' ? 600 + number : 200;
  return [
    'authorized 3000',
    ...captures(number).map((amount) => `captured ${amount}`),
    ...refunds(number).map((amount) => `refunded ${amount}`),
    ...(number % 2 === 0 ? [`disputed ${disputed}`] : []),
    ...(number % 4 === 0 ? [`reinstated ${disputed}`] : []),
  ].sort();
}

for (const name of ['Stripe', 'PayPal'] as const)
  test(`1,000 webhooks of ${name} in random order: the same final ledger`, async () => {
    const double = name === 'Stripe' ? at.stripe : at.paypal;
    double.takeEvents();
    const orders = await liveElsewhere(name);
    const events = double.takeEvents();
    const told = Array.from({ length: 1000 }, (_, place) => events[place % events.length] ?? {});
    for (const [place] of told.entries()) {
      const other = Math.floor(Math.random() * told.length);
      [told[place], told[other]] = [told[other] ?? {}, told[place] ?? {}];
    }
    const tell = name === 'Stripe' ? at.tellStripe : at.tellPaypal;
    while (told.length > 0) {
      const answers = await Promise.all(told.splice(0, 25).map((event) => tell(event)));
      assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    }
    for (const [number, order] of orders.entries()) {
      const { ledger, payments } = await moneyOf(order);
      assert.deepEqual(ledger.map(lineOf).sort(), ledgerOf(name, number));
      const disputed = name === 'Stripe' ? 600 + number : 200;
      assert.equal(payments[0].disputedMinor, number % 4 === 2 ? disputed : 0);
    }
  });

describe('what Stripe says of the risk', () => {
  const risky = async () => {
    const order = await buy(stripePayment('pm_card_riskLevelHighest'));
    await at.shop.runPayments();
    const risk = (await at.shop.call('GET', `/v1/orders/${order.body.id}/risk`)).body;
    return { order, risk };
  };

  test('comes with the money, as its level and its score', async () => {
    const { risk } = await risky();
    const [signal] = risk.signals;
    assert.deepEqual([signal.source, signal.level, signal.score], ['stripe-test', 'highest', 82]);
    const quiet = await buy(stripePayment('pm_card_visa'));
    await at.shop.runPayments();
    const { body } = await at.shop.call('GET', `/v1/orders/${quiet.body.id}/risk`);
    assert.equal(body.signals[0].level, 'normal');
    const timeline = await at.shop.call('GET', `/v1/orders/${quiet.body.id}/timeline`);
    const types = timeline.body.items.map(({ type }: { type: string }) => type);
    assert.ok(!types.includes('order.risk_told.v1'), 'that nothing is the matter is no news');
  });

  test('is heard when a review there is opened and closed, and told twice is recorded once', async () => {
    const { order } = await risky();
    const { payments } = await moneyOf(order);
    const review = { id: 'prv_1', object: 'review', payment_intent: payments[0].reference };
    const tell = (type: string, more: object) =>
      at.tellStripe({
        id: `evt_${type}`,
        object: 'event',
        livemode: false,
        created: Math.floor(Date.now() / 1000),
        type,
        data: { object: { ...review, ...more } },
      });
    await tell('review.opened', { open: true, reason: 'rule' });
    await tell('review.closed', { open: false, reason: 'approved' });
    await tell('review.closed', { open: false, reason: 'approved' });
    const { body } = await at.shop.call('GET', `/v1/orders/${order.body.id}/risk`);
    assert.deepEqual(
      body.signals.map(({ level }: { level: string }) => level),
      ['highest', 'elevated', 'normal'],
    );
  });
});

test('an order in euros that Stripe was paid for in dollars is captured and refunded in dollars', async () => {
  const stated = { currency: 'USD', amountMinor: 3250, conversion: { orderAmountMinor: 3000 } };
  const order = await buy({ ...stripePayment('pm_card_multicapture'), ...stated });
  await settle(order);
  for (const _parcel of [1, 2, 3]) {
    await ship(order, 1);
    await settle(order);
  }
  await post(`/v1/orders/${order.body.id}/refunds`, { amountMinor: 1000, reason: 'goodwill' });
  await settle(order);
  const { account, ledger, payments } = await moneyOf(order);
  assert.deepEqual(
    [account.status, account.capturedMinor, account.refundedMinor],
    ['partially-refunded', 3000, 1000],
  );
  assert.deepEqual(ledger.map(lineOf), [
    'authorized 3250',
    'captured 1083',
    'captured 1084',
    'captured 1083',
    'refunded 1083',
  ]);
  const [held] = ledger;
  const { currency, amount_received } = at.stripe.book.intent(held.reference) as Record<
    string,
    unknown
  >;
  assert.deepEqual([currency, amount_received], ['usd', 3250]);
  for (const status of ['needs_response', 'won'])
    at.stripe.book.dispute(held.reference, status, 'dp_usd');
  for (const event of at.stripe.takeEvents()) await at.tellStripe(event);
  const disputed = await moneyOf(order);
  assert.deepEqual(
    [disputed.disputes[0].currency, payments[0].conversion.rate],
    ['USD', '0.92308'],
  );
  assert.deepEqual(await exceptionsOf(order), []);
});
