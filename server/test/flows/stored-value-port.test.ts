// Store credit and gift cards conform to the port of payment providers, over the database that is their
// other side.

import { after, before } from 'node:test';
import { provePaymentProvider } from '@doorstep/connectors/conformance/payment-provider.ts';
import { storedValuePayments } from '@doorstep/connectors/stored-value-payments/stored-value-payments.ts';
import { type Id, idFromUuid, type OrderId, type PaymentId, uuidOf } from '@doorstep/core/ids.ts';
import type { PaymentProvider, ProviderAnswer } from '@doorstep/core/payments/provider.ts';
import type { StoredValueKind } from '@doorstep/core/payments/stored-value-provider.ts';
import { statement } from '../../src/db/statement.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { findByCode } from '../../src/stored-value/card-codes.ts';
import { valueBook } from '../../src/stored-value/value-book.ts';
import { openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

let shop: Shop;
let order: OrderId;
let payment: PaymentId;
/** The next answer is lost on the way. */
let isLosing = false;
let card: string;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 10 } });
  const customer = { email: 'port@example.com' };
  const bought = orderOf({ MUG: 1 }, { customer, payments: [{ provider: 'manual' }] });
  const { body } = await shop.call('POST', '/v1/orders', bought);
  order = body.id;
  payment = (await shop.call('GET', `/v1/orders/${order}/payments`)).body.payments[0].id;
  const much = { currency: 'EUR', amountMinor: 100_000 };
  const path = `/v1/customers/${body.customer}/store-credit/adjustments`;
  await shop.call('POST', path, { ...much, reason: 'goodwill' });
  const { code } = (await shop.call('POST', '/v1/gift-cards', much)).body;
  const { app, secrets: box } = shop.runtime;
  const { tenant } = shop;
  const row = await inTransaction(app, tenant, (tx) => findByCode(tx, { box, tenant }, code));
  card = idFromUuid('giftCard', row?.id ?? '');
});
after(() => shop.close());

const EFFECTS = statement<{ effects: number }>(
  'test.countEffectsOfIntent',
  `select count(*)::int as effects from stored_value_movements
   where tenant_id = (select current_tenant()) and intent_id = $1`,
);

/** The suite knows no tenant and no order of this shop: what it asks is asked about ours. */
function provider(name: StoredValueKind): PaymentProvider {
  const { app, now } = shop.runtime;
  const real = storedValuePayments(name, valueBook(app, now));
  const ours = <R extends { readonly order: OrderId }>(request: R): R => ({
    ...request,
    tenant: shop.tenant,
    order,
    payment,
  });
  const told = async (answer: Promise<ProviderAnswer>): Promise<ProviderAnswer> => {
    const said = await answer;
    if (!isLosing) return said;
    isLosing = false;
    throw new Error('the answer was lost');
  };
  return {
    ...real,
    authorize: (request) => told(real.authorize(ours(request))),
    capture: (request) => told(real.capture(ours(request))),
    refund: (request) => told(real.refund(ours(request))),
    void: (request) => told(real.void(ours(request))),
    inquire: (inquiry) => real.inquire(ours(inquiry)),
  };
}

for (const name of ['store-credit', 'gift-card'] as const)
  provePaymentProvider(name, async () => ({
    provider: provider(name),
    token: () => card,
    effectsOf: async (key) => {
      const id = [uuidOf(key as Id<'paymentIntent'>)];
      const row = await inTransaction(shop.runtime.app, shop.tenant, (tx) => tx.row(EFFECTS, id));
      return row?.effects ?? 0;
    },
    loseNext() {
      isLosing = true;
    },
    reopen: () => provider(name),
  }));
