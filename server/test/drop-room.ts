// A shop with a drop, and what buyers do in it.

import assert from 'node:assert/strict';
import { runDrops } from '../src/run-due.ts';
import { type Answer, openShop, type Shop } from './shop.ts';
import { orderOf, stockUp } from './stock.ts';

const MINUTE_MS = 60_000;

/** A shop whose clock the test moves. */
export interface DropShop {
  readonly shop: Shop;
  /** Moves the clock, then does what falls due, as the worker does all the time. */
  pass(seconds: number): Promise<void>;
  /** Only moves the clock. */
  move(seconds: number): void;
  /** A running drop; `pool` by SKU at BER. */
  drop(pool: Readonly<Record<string, number>>, more?: object): Promise<DropRoom>;
}

export interface DropRoom {
  readonly id: string;
  readonly at: string;
  hold(buyer: string, units: Readonly<Record<string, number>>, more?: object): Promise<Answer>;
  buy(
    buyer: string | null,
    units: Readonly<Record<string, number>>,
    more?: { readonly hold?: string; readonly order?: object; readonly key?: string },
  ): Promise<Answer>;
  wait(buyer: string, sku: string, quantity?: number): Promise<Answer>;
  place(id: string): Promise<Answer['body']>;
  /** Pooled, held, sold, pre-ordered, waiting. */
  counts(): Promise<number[]>;
  status(): Promise<string>;
}

export async function openDropShop(
  stock: Readonly<Record<string, Readonly<Record<string, number>>>>,
): Promise<DropShop> {
  let now = Date.now();
  const shop = await openShop({ now: () => new Date(now) });
  await stockUp(shop, stock);
  return {
    shop,
    move(seconds) {
      now += seconds * 1000;
    },
    async pass(seconds) {
      now += seconds * 1000;
      await runDrops(shop.runtime);
    },
    async drop(pool, more = {}) {
      const items = Object.entries(pool).map(([sku, units]) => ({
        sku,
        pool: units === 0 ? [] : [{ location: 'BER', units }],
      }));
      const planned = await shop.call('POST', '/v1/drops', {
        name: 'Launch',
        startsAt: new Date(now - MINUTE_MS).toISOString(),
        endsAt: new Date(now + 60 * MINUTE_MS).toISOString(),
        items,
        ...more,
      });
      assert.equal(planned.status, 201, JSON.stringify(planned.body));
      await runDrops(shop.runtime);
      return roomOf(shop, planned.body.id);
    },
  };
}

export function roomOf(shop: Shop, id: string): DropRoom {
  const at = `/v1/drops/${id}`;
  const figures = async () => (await shop.call('GET', `${at}/figures`)).body;
  return {
    id,
    at,
    hold: (buyer, units, more = {}) =>
      shop.call('POST', `${at}/holds`, {
        buyer,
        lines: Object.entries(units).map(([sku, quantity]) => ({ sku, quantity })),
        ...more,
      }),
    buy: (buyer, units, { hold, order = {}, key } = {}) =>
      shop.call(
        'POST',
        '/v1/orders',
        orderOf(units, {
          drop: {
            id,
            ...(buyer === null ? {} : { buyer }),
            ...(hold === undefined ? {} : { hold }),
          },
          ...order,
        }),
        key === undefined ? {} : { 'idempotency-key': key },
      ),
    wait: (buyer, sku, quantity = 1) => shop.call('POST', `${at}/queue`, { buyer, sku, quantity }),
    place: async (place) => (await shop.call('GET', `${at}/queue/${place}`)).body,
    async counts() {
      const { pooled, held, sold, preordered, waiting } = await figures();
      return [pooled, held, sold, preordered, waiting];
    },
    status: async () => (await figures()).status,
  };
}
