// Differences between the ledger and what a provider booked: what may be recorded of them, what they
// turn into, and that none is left out.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { uuidOf } from '@doorstep/core/ids.ts';
import pg from 'pg';
import { runStatements } from '../../src/reconciliation/run-statements.ts';
import { openProviderShop, type ProviderShop } from '../provider-shop.ts';
import type { Answer } from '../shop.ts';
import { orderOf } from '../stock.ts';

const HOUR_MS = 3_600_000;

let at: ProviderShop;
before(async () => {
  at = await openProviderShop();
});
after(() => at.close());

// biome-ignore lint/suspicious/noExplicitAny: answers are checked against the contract
type Any = any;

const post = (path: string, body: object): Promise<Answer> => at.shop.call('POST', path, body);
const list = async (query = ''): Promise<Any[]> =>
  (await at.shop.call('GET', `/v1/differences?limit=200${query}`)).body.items;
const moneyOf = async (order: Answer) =>
  (await at.shop.call('GET', `/v1/orders/${order.body.id}/payments`)).body;

beforeEach(async () => {
  for (const { id } of await list()) {
    const explained = { how: 'explain', note: 'Of another test.' };
    await post(`/v1/differences/${id}/resolutions`, explained);
  }
});

async function buy(payment: object, channel = 'now'): Promise<Answer> {
  const order = await post('/v1/orders', {
    ...orderOf({ MUG: 1 }, { payments: [payment] }),
    channel,
  });
  assert.equal(order.status, 201, JSON.stringify(order.body));
  await at.shop.runPayments();
  await at.shop.runPayments();
  return order;
}

/** Reads what Stripe booked in a period, to its end. */
async function read(to = Date.now()): Promise<Any> {
  const period = {
    from: new Date(to - 72 * HOUR_MS).toISOString(),
    to: new Date(to).toISOString(),
  };
  const { body } = await post(
    `/v1/provider-connections/${at.connections.stripe}/statements`,
    period,
  );
  while ((await runStatements(at.shop.runtime)) > 0);
  const done = (await at.shop.call('GET', `/v1/provider-statements/${body.id}`)).body;
  assert.equal(done.state, 'done', JSON.stringify(done));
  return done;
}

/** A charge of a checkout of its own, at the same account. */
function bookCharge(id: string, amount = 1000): string {
  return at.stripe.book.balance.book('charge', { amount, currency: 'eur', fee: 40 }, () => ({
    ...{ id, object: 'charge', amount, amount_captured: amount, currency: 'eur', metadata: {} },
  }));
}

async function recordAs(order: Answer): Promise<Answer> {
  const [difference] = await list('&cause=missing-in-ledger');
  const [payment] = (await moneyOf(order)).payments;
  const how = { how: 'record-fact', payment: payment.id };
  return post(`/v1/differences/${difference.id}/resolutions`, how);
}

const asOwner = async (sql: string, params: unknown[]): Promise<void> => {
  const owner = new pg.Client({ connectionString: at.shop.url });
  await owner.connect();
  await owner.query(sql, params);
  await owner.end();
};

test('a booking is not recorded as of a payment of another provider', async () => {
  const order = await buy({
    provider: 'manual',
    received: { reference: 'SLIP', amountMinor: 400 },
  });
  bookCharge('ch_of_a_till', 600);
  await read();
  const refused = await recordAs(order);
  assert.deepEqual([refused.status, refused.body.code], [422, 'difference-not-recordable']);
  assert.match(refused.body.detail, /of manual/);
  const { account, intents } = await moneyOf(order);
  assert.deepEqual([account.capturedMinor, intents], [400, []]);
  assert.equal((await list()).length, 1, 'it stays open');
});

test('money that a channel told of is not recorded once more under the name of the provider', async () => {
  const order = await buy({ provider: 'stripe-test', received: { reference: 'CHECKOUT 7' } });
  bookCharge('ch_of_checkout_7');
  await read();
  const refused = await recordAs(order);
  assert.deepEqual([refused.status, refused.body.code], [422, 'difference-not-recordable']);
  assert.match(refused.body.detail, /CHECKOUT 7: explain/);
  await at.shop.runPayments();
  const { account, intents } = await moneyOf(order);
  assert.deepEqual([account.capturedMinor, account.refundedMinor, intents], [1000, 0, []]);
});

test('money that no account is named for is recorded where the order does not have it yet, and is of that account then', async () => {
  const received = { reference: 'CHECKOUT 8', amountMinor: 400 };
  const order = await buy({ provider: 'stripe-test', received });
  bookCharge('ch_of_the_rest', 600);
  await read();
  const recorded = await recordAs(order);
  assert.equal(recorded.status, 201, JSON.stringify(recorded.body));
  assert.equal((await moneyOf(order)).account.capturedMinor, 1000);
  assert.deepEqual(await list('&cause=missing-in-ledger'), []);
  await read();
  assert.deepEqual(
    (await list()).map(({ cause, reference }) => [cause, reference]),
    [['timing', 'CHECKOUT 8']],
    'the account must know of the rest as well',
  );
});

test('money that a channel told of under the name of the provider is found by that name, with its fee', async () => {
  const order = await buy({ provider: 'stripe-test', received: { reference: 'ch_of_a_shop' } });
  bookCharge('ch_of_a_shop');
  await read();
  assert.deepEqual(await list('&cause=missing-in-ledger'), []);
  const { ledger } = await moneyOf(order);
  const captured = ledger.find(({ kind }: Any) => kind === 'captured');
  assert.deepEqual(captured.fee, { amountMinor: 40, currency: 'EUR' });
});

test('what is missing at the provider stays so when a period that ended just behind it is read again', async () => {
  const order = await buy({ provider: 'stripe-test', token: 'pm_card_visa' }, 'web');
  at.stripe.takeEvents();
  const { reference } = (await moneyOf(order)).payments[0];
  at.stripe.book.capture(reference, { amount_to_capture: 1000 });
  const booking = at.stripe.book.balance.bookings().at(-1);
  at.stripe.book.balance.change(booking?.id ?? '', { created: 0 });
  const happened = Date.now() - 5 * HOUR_MS;
  for (const event of at.stripe.takeEvents())
    await at.tellStripe({ ...event, created: Math.floor(happened / 1000) });
  const causes = async () => (await list()).map(({ cause }) => cause);
  await read();
  assert.deepEqual(await causes(), ['missing-at-provider']);
  const [before] = await list();
  await read(happened + HOUR_MS / 2);
  assert.deepEqual(await list(), [before]);
});

test('of a long statement every payout is looked at', async () => {
  const connection = uuidOf(at.connections.stripe as Any);
  await asOwner(
    `insert into payouts (tenant_id, id, connection_id, reference, status, amount_minor, currency,
       created_at, is_itemized, recorded_at)
     select tenant_id, gen_random_uuid(), id, 'po_' || place, 'paid',
            case when place in (1, 201, 450) then 5 else 0 end, 'EUR',
            now() - interval '9 days' + (place / 2) * interval '1 minute', true, now()
     from provider_connections, generate_series(1, 450) as place where id = $1`,
    [connection],
  );
  await read();
  const off = await list('&cause=payout-differs');
  assert.deepEqual(off.map(({ reference }) => reference).sort(), ['po_1', 'po_201', 'po_450']);
});
