// How to get every refusal of drops: see provoked.ts.

import type { ErrorCode } from '@doorstep/contract/errors.ts';
import type { Answer, Shop } from '../shop.ts';
import { orderOf } from '../stock.ts';

type Provoke = (shop: Shop) => Promise<Answer>;

const HOUR_MS = 3_600_000;

const hoursFromNow = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();

/** A running drop of two cups, or as told. */
async function planned(shop: Shop, more: object = {}): Promise<{ id: string; at: string }> {
  const { body } = await shop.call('POST', '/v1/drops', {
    name: 'Launch',
    startsAt: hoursFromNow(-1),
    endsAt: hoursFromNow(1),
    items: [{ sku: 'CUP', pool: [{ location: 'BER', units: 2 }] }],
    ...more,
  });
  return { id: body.id, at: `/v1/drops/${body.id}` };
}

const hold = (shop: Shop, at: string, quantity: number, sku = 'CUP') =>
  shop.call('POST', `${at}/holds`, { buyer: 'ada', lines: [{ sku, quantity }] });

const buy = (shop: Shop, drop: object) =>
  shop.call('POST', '/v1/orders', orderOf({ CUP: 1 }, { drop }));

export const aboutDrops = {
  'drop-unknown': (shop) => buy(shop, { id: `drp_${'0'.repeat(32)}` }),
  'sku-not-in-drop': async (shop) => hold(shop, (await planned(shop)).at, 1, 'RARE'),
  'drop-not-running': async (shop) =>
    hold(shop, (await planned(shop, { startsAt: hoursFromNow(0.5) })).at, 1),
  'drop-limit-reached': async (shop) =>
    hold(shop, (await planned(shop, { limitPerBuyer: 1 })).at, 2),
  'drop-sold-out': async (shop) => hold(shop, (await planned(shop)).at, 3),
  'drop-hold-not-open': async (shop) =>
    buy(shop, { id: (await planned(shop)).id, hold: `dho_${'0'.repeat(32)}` }),
  'drop-buyer-needed': async (shop) =>
    buy(shop, { id: (await planned(shop, { limitPerBuyer: 1 })).id }),
  'drop-over': async (shop) => {
    const { at } = await planned(shop);
    await shop.call('POST', `${at}/stop`, {});
    return shop.call('POST', `${at}/pause`);
  },
  'drop-not-switched': async (shop) => shop.call('POST', `${(await planned(shop)).at}/resumption`),
} satisfies Partial<Record<ErrorCode, Provoke>>;
