// How to get the refusals of refunds, terms and reviews.

import type { ErrorCode } from '@doorstep/contract/errors.ts';
import type { Answer, Caller, Shop } from '../shop.ts';
import { orderOf } from '../stock.ts';
import { callerOfUser } from '../user-caller.ts';

type Provoke = (shop: Shop) => Promise<Answer>;

const buy = async (shop: Shop, more: object = {}): Promise<string> => {
  const { body } = await shop.call('POST', '/v1/orders', orderOf({ CUP: 2 }, more));
  return `/v1/orders/${body.id}`;
};

/** Limits stand for this one only: the other refusals are provoked in the same shop. */
async function withLimits(shop: Shop, limit: object, act: () => Promise<Answer>): Promise<Answer> {
  const set = (limits: readonly object[]) =>
    shop.call('PUT', '/v1/refund-policy', { allocation: 'proportional', limits });
  await set([{ currency: 'EUR', aloneMinor: 0, ...limit }]);
  const answer = await act();
  await set([]);
  return answer;
}

/** A refund that somebody asked for, and how to decide about it. */
async function requested(shop: Shop, asking: Caller) {
  const at = await buy(shop);
  const body = { amountMinor: 100, reason: 'other' };
  const asked = await asking.call('POST', `${at}/refunds`, body);
  const [request] = asked.body.refundRequests;
  const path = `${at}/refund-requests/${request.id}/decisions`;
  return (by: Caller) => by.call('POST', path, { decision: 'approve' });
}

const TERMS = { customer: { email: 'b2b@example.com' }, payments: [{ provider: 'terms' }] };

async function paymentOf(shop: Shop, at: string): Promise<string> {
  const { payments } = (await shop.call('GET', `${at}/payments`)).body;
  return `/v1/payments/${payments[0].id}`;
}

const capturePaid = (shop: Shop, payment: object) => {
  const payments = [{ provider: 'manual', ...payment }];
  return shop.call('POST', '/v1/orders', orderOf({ CUP: 2 }, { payments }));
};

const TO_CREDIT = { amountMinor: 1, reason: 'other', destination: 'store-credit' };

export const aboutMoneyRules = {
  'refund-not-captured': async (shop) =>
    shop.call('POST', `${await buy(shop, { customer: TERMS.customer })}/refunds`, TO_CREDIT),
  'order-without-customer': async (shop) =>
    shop.call('POST', `${await buy(shop)}/refunds`, TO_CREDIT),
  'payment-not-converted': (shop) => capturePaid(shop, { currency: 'JPY', amountMinor: 100 }),
  'payment-in-other-currency': async (shop) => {
    const { body } = await capturePaid(shop, {});
    const receipt = { reference: 'X', amountMinor: 100, currency: 'JPY' };
    return shop.call('POST', `${await paymentOf(shop, `/v1/orders/${body.id}`)}/receipts`, receipt);
  },
  'conversion-differs': (shop) =>
    capturePaid(shop, { amountMinor: 100, conversion: { orderAmountMinor: 99 } }),
  'refund-beyond-role': (shop) =>
    withLimits(shop, { role: 'api-key', mostMinor: 50 }, async () =>
      shop.call('POST', `${await buy(shop)}/refunds`, { amountMinor: 51, reason: 'other' }),
    ),
  'refund-own-request': (shop) =>
    withLimits(shop, { role: 'operations' }, async () => {
      const boss = await callerOfUser(shop, 'operations');
      return (await requested(shop, boss))(boss);
    }),
  'refund-decided': (shop) =>
    withLimits(shop, { role: 'api-key' }, async () => {
      const boss = await callerOfUser(shop, 'operations');
      const decide = await requested(shop, shop);
      await decide(boss);
      return decide(boss);
    }),
  'refund-needs-approval': (shop) =>
    withLimits(shop, { role: 'api-key' }, async () => {
      const at = await buy(shop);
      await shop.call('POST', `${at}/shipments`, {});
      const lines = [{ line: 1, quantity: 1, reason: 'damaged' }];
      const { body: back } = await shop.call('POST', `${at}/returns`, { lines });
      await shop.call('POST', `/v1/returns/${back.id}/receipts`, {
        location: 'BER',
        items: [{ sku: 'CUP', quantity: 1, condition: 'damaged', disposition: 'damaged' }],
      });
      return shop.call('POST', `/v1/returns/${back.id}/refunds`, { amountMinor: 1001 });
    }),
  'not-on-terms': async (shop) => {
    const at = await buy(shop, { payments: [{ provider: 'manual' }] });
    return shop.call('PUT', `${await paymentOf(shop, at)}/invoice`, { number: 'R-1' });
  },
  'credit-not-waiting': async (shop) => {
    const at = await buy(shop, TERMS);
    const path = `${await paymentOf(shop, at)}/credit-approvals`;
    return shop.call('POST', path, { note: 'Known' });
  },
  'hold-follows-cause': async (shop) => {
    const at = await buy(shop, TERMS);
    await shop.runPayments();
    const hold = { reason: 'credit-limit', handle: 'credit-limit' };
    const { body } = await shop.call('POST', `${at}/holds`, hold);
    return shop.call('PUT', `${at}/holds/${body.id}/release`, {});
  },
  'order-under-review': async (shop) => {
    const set = (active: boolean) =>
      shop.call('PUT', '/v1/risk-policy', { active, reviewFrom: 1, rules: [] });
    await set(true);
    const answer = await shop.call('POST', `${await buy(shop)}/releases`);
    await set(false);
    return answer;
  },
  'nothing-to-review': async (shop) =>
    shop.call('POST', `${await buy(shop)}/review-decisions`, {
      decision: 'approve',
      note: 'Known',
    }),
} satisfies Partial<Record<ErrorCode, Provoke>>;
