// A shop whose orders are paid, for tests of money. `web` captures with the goods, `now` as soon as
// it may, `hasty` as well, but waits ten minutes for the money.

import { type Answer, openShop, type Shop } from './shop.ts';
import { orderOf, stockUp } from './stock.ts';

export interface Till {
  readonly shop: Shop;
  /** Moves the clock of the shop ahead. */
  pass(ms: number): void;
  post(path: string, body?: object, headers?: Record<string, string>): Promise<Answer>;
  /** An order of 20.00 at the channel `now`. */
  buy(payments: readonly object[], more?: object): Promise<Answer>;
  cancel(order: Answer, more?: object): Promise<Answer>;
  refund(order: Answer, amountMinor: number): Promise<Answer>;
  moneyOf(order: Answer): Promise<Answer['body']>;
  statusOf(order: Answer): Promise<string>;
  timelineOf(order: Answer): Promise<string[]>;
  /** What the sandbox did for an order, in words. */
  deedsOf(order: Answer): Promise<string[]>;
  /** Open exceptions of an order, by type. */
  exceptionsOf(order: Answer): Promise<string[]>;
}

export function card(token = 'tok_ok', more: object = {}): object {
  return { provider: 'sandbox', token, ...more };
}

export async function openTill(): Promise<Till> {
  let clockAheadMs = 0;
  const shop = await openShop({ now: () => new Date(Date.now() + clockAheadMs) });
  const post: Till['post'] = (path, body, headers = {}) => shop.call('POST', path, body, headers);
  const get = async (path: string) => (await shop.call('GET', path)).body;
  await stockUp(shop, { BER: { MUG: 1000, CUP: 1000 } });
  for (const more of [{ code: 'now' }, { code: 'hasty', paymentTimeoutMinutes: 10 }])
    await post('/v1/channels', { name: 'Shop', captureAt: 'authorization', ...more });
  const channels = ['now', 'hasty', 'web'].map((channel) => ({ channel }));
  await shop.call('PATCH', '/v1/locations/BER', { channels });

  const pathOf = (order: Answer) => `/v1/orders/${order.body.id}`;
  const moneyOf = (order: Answer) => get(`${pathOf(order)}/payments`);
  return {
    shop,
    pass(ms) {
      clockAheadMs += ms;
    },
    post,
    buy: (payments, more = {}) =>
      post('/v1/orders', orderOf({ MUG: 2 }, { channel: 'now', payments, ...more })),
    cancel: (order, more = {}) =>
      post(`${pathOf(order)}/cancellations`, { reason: 'customer', ...more }),
    refund: (order, amountMinor) =>
      post(`${pathOf(order)}/refunds`, { amountMinor, reason: 'goodwill' }),
    moneyOf,
    statusOf: async (order) => (await get(pathOf(order))).paymentStatus,
    timelineOf: async (order) =>
      (await get(`${pathOf(order)}/timeline`)).items.map(({ type }: { type: string }) => type),
    async deedsOf(order) {
      const payments = (await moneyOf(order)).payments.map((one: { id: string }) => one.id);
      return (await shop.sandbox.deeds())
        .filter((deed) => payments.includes(deed.payment))
        .map((deed) => {
          const no = deed.outcome === 'declined' ? 'no ' : '';
          return `${no}${deed.kind} ${deed.amountMinor}`;
        });
    },
    async exceptionsOf(order) {
      const { items } = await get(`/v1/exceptions?status=open&order=${order.body.id}`);
      return items.map((one: { type: string }) => one.type).sort();
    },
  };
}
