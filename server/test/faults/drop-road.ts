// The road of a drop: its units are set apart and changed, a cart holds some and another lets its own
// lapse, and what is held is bought.

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Body, idOf, type Road, type Step, type Walk } from './roads.ts';

const POOL = 3;
const LAPSE_MS_MAX = 60_000;

const dropPath = (walk: Walk): string => `/v1/drops/${idOf(walk, 'plan the drop')}`;

const plan: Step = {
  name: 'plan the drop',
  run: async (walk) => {
    const drop = await walk.send('/v1/drops', {
      name: walk.name,
      startsAt: '2026-01-01T00:00:00Z',
      endsAt: '2999-01-01T00:00:00Z',
      limitPerBuyer: 2,
      items: [{ sku: walk.sku, pool: [{ location: 'ROAD', units: POOL }] }],
    });
    // Else it would begin in one step or another.
    await lookUntil(walk, `/v1/drops/${String(drop['id'])}`, ({ version }) => version === 2);
    return drop;
  },
};

const changePool: Step = {
  name: 'change the pool',
  run: (walk) =>
    walk.send(`${dropPath(walk)}/pool-changes`, {
      sku: walk.sku,
      pool: [{ location: 'ROAD', units: 1 }],
    }),
};

const hold = (buyer: string, seconds?: number) => (walk: Walk) =>
  walk.send(`${dropPath(walk)}/holds`, {
    buyer,
    lines: [{ sku: walk.sku, quantity: 1 }],
    ...(seconds === undefined ? {} : { seconds }),
  });

const lapse: Step = {
  name: 'hold and lapse',
  run: async (walk) => {
    const held = await hold('bob', 1)(walk);
    await lookUntil(walk, `${dropPath(walk)}/figures`, (figures) => figures['held'] === 1);
    return held;
  },
};

const buy: Step = {
  name: 'capture',
  run: (walk) =>
    walk.send('/v1/orders', {
      channel: 'web',
      externalId: walk.name,
      currency: 'EUR',
      lines: [{ sku: walk.sku, quantity: 1, unitPriceMinor: 1000 }],
      shippingAddress: { country: 'DE', postalCode: '04109' },
      payments: [{ provider: 'sandbox', token: 'tok_ok+delay_40' }],
      drop: { id: idOf(walk, 'plan the drop'), buyer: 'ada', hold: idOf(walk, 'hold') },
    }),
};

export const dropRoad: Road = {
  name: 'bought in a drop',
  steps: [plan, changePool, { name: 'hold', run: hold('ada') }, lapse, buy],
  end: { stockStatus: 'promised', paymentStatus: 'authorized' },
  // One was bought, and whatever broke in between, the rest is in the pool.
  looks: async (walk) => {
    const { minutes, ...figures } = await walk.look(`${dropPath(walk)}/figures`);
    const sold = (minutes as Body[]).map(({ orders, sold: units }) => ({ orders, units }));
    assert.deepEqual([figures['pooled'], figures['held'], figures['sold']], [POOL, 0, 1]);
    const { version, ...drop } = await walk.look(dropPath(walk));
    return { figures, sold, drop, events: version };
  },
};

async function lookUntil(walk: Walk, path: string, isSo: (body: Body) => boolean): Promise<void> {
  for (const until = performance.now() + LAPSE_MS_MAX; ; await sleep(20)) {
    if (isSo(await walk.look(path))) return;
    assert.ok(performance.now() < until, `${walk.name}: ${path} does not come so far`);
  }
}
