// Roads that an order goes, step by step, for tests that break in at each of them: bought, paid,
// shipped, returned and refunded; found short; canceled after it was paid; shipped by others.

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

export type Body = Record<string, unknown>;

/** What a step works with. `send` sends until it is answered, under the key of the step. */
export interface Walk {
  readonly name: string;
  readonly sku: string;
  send(path: string, body: object): Promise<Body>;
  look(path: string): Promise<Body>;
  /** How the order is paid. */
  readonly payments: readonly object[];
  /** What earlier steps were answered. */
  readonly known: Map<string, Body>;
}

export interface Step {
  readonly name: string;
  run(walk: Walk): Promise<Body | undefined>;
}

const SETTLE_MS_MAX = 60_000;
const UNITS = 2;
const PRICE_MINOR = 1000;

const orderPath = (walk: Walk): string => `/v1/orders/${idOf(walk, 'capture')}`;
const label = (walk: Walk) => ({ carrier: 'road', trackingNumber: `T ${walk.name}` });

const capture: Step = {
  name: 'capture',
  run: (walk) =>
    walk.send('/v1/orders', {
      channel: 'web',
      externalId: walk.name,
      currency: 'EUR',
      lines: [{ sku: walk.sku, quantity: UNITS, unitPriceMinor: PRICE_MINOR }],
      customer: { email: `${walk.sku.toLowerCase()}@points.example` },
      shippingAddress: { country: 'DE', postalCode: '04109' },
      payments: walk.payments,
    }),
};

const release: Step = {
  name: 'release',
  run: async (walk) => {
    await paidAs(walk, 'authorized');
    const { fulfillmentOrders } = await walk.send(`${orderPath(walk)}/releases`, {});
    return (fulfillmentOrders as Body[])[0];
  },
};

const pick = (name: string, lines?: object[]): Step => ({
  name,
  run: (walk) =>
    walk.send(
      `/v1/fulfillment-orders/${idOf(walk, 'release')}/picks`,
      lines === undefined ? {} : { lines },
    ),
});

const pack: Step = {
  name: 'pack',
  run: (walk) => walk.send(`/v1/fulfillment-orders/${idOf(walk, 'release')}/parcels`, {}),
};

const ship: Step = {
  name: 'ship',
  run: (walk) => walk.send(`/v1/parcels/${idOf(walk, 'pack')}/shipments`, label(walk)),
};

const deliver: Step = {
  name: 'deliver',
  run: (walk) =>
    walk.send('/v1/tracking-events', {
      events: [{ ...label(walk), status: 'delivered', occurredAt: DELIVERED_AT, id: 'd' }],
    }),
};
const DELIVERED_AT = '2026-11-23T10:00:00.000Z';

const cancel = (name: string, more: object = {}): Step => ({
  name,
  run: (walk) => walk.send(`${orderPath(walk)}/cancellations`, { reason: 'customer', ...more }),
});

const elsewhere: Step = {
  name: 'shipment made elsewhere',
  run: async (walk) => {
    await paidAs(walk, 'authorized');
    return walk.send(`${orderPath(walk)}/shipments`, { location: 'ROAD', ...label(walk) });
  },
};

const giveBack: Step = {
  name: 'give some back',
  run: async (walk) => {
    await paidAs(walk, 'paid');
    return walk.send(`${orderPath(walk)}/refunds`, { amountMinor: 700, reason: 'goodwill' });
  },
};

const giveCredit: Step = {
  name: 'give credit',
  run: async (walk) => {
    const email = `${walk.sku.toLowerCase()}@points.example`;
    const customer = await walk.send('/v1/customers', { email });
    await walk.send(`${creditPath(customer)}/adjustments`, {
      ...{ currency: 'EUR', amountMinor: 5000, reason: 'goodwill' },
    });
    return customer;
  },
};

const creditPath = ({ id }: Body): string => `/v1/customers/${String(id)}/store-credit`;

const PAID_BY_HAND: readonly Step[] = [
  {
    name: 'record that the money came',
    run: async (walk) => {
      const { payments } = await walk.look(`${orderPath(walk)}/payments`);
      const [payment] = payments as Body[];
      return walk.send(`/v1/payments/${String(payment?.['id'])}/receipts`, { reference: 'slip 1' });
    },
  },
  {
    name: 'shipment made elsewhere',
    run: (walk) => walk.send(`${orderPath(walk)}/shipments`, { location: 'ROAD', ...label(walk) }),
  },
  giveBack,
  {
    name: 'record that it was given back',
    run: async (walk) => {
      // Once it is recorded it is open no more: the name of the first look serves each time.
      const known = walk.known.get('what is to be given back') ?? (await openIntent(walk));
      walk.known.set('what is to be given back', known);
      return walk.send(`/v1/payment-intents/${String(known['id'])}/results`, {
        outcome: 'succeeded',
        reference: 'slip 2',
      });
    },
  },
];

async function openIntent(walk: Walk): Promise<Body> {
  const { intents } = await walk.look(`${orderPath(walk)}/payments`);
  const [intent] = intents as Body[];
  if (intent === undefined) throw new Error(`${walk.name}: nothing is to be done by hand`);
  return intent;
}

const returning: readonly Step[] = [
  {
    name: 'ask for a return',
    run: (walk) =>
      walk.send(`${orderPath(walk)}/returns`, {
        lines: [{ line: 1, quantity: UNITS, reason: 'changed-mind' }],
      }),
  },
  {
    name: 'receive the return',
    run: (walk) =>
      walk.send(`/v1/returns/${idOf(walk, 'ask for a return')}/receipts`, {
        location: 'ROAD',
        items: [{ line: 1, quantity: UNITS, condition: 'sellable', disposition: 'restock' }],
      }),
  },
  {
    name: 'refund',
    run: async (walk) => {
      await paidAs(walk, 'paid');
      return walk.send(`/v1/returns/${idOf(walk, 'ask for a return')}/refunds`, {});
    },
  },
];

export interface Road {
  readonly name: string;
  /** Which provider is paid; left out, the sandbox. Stripe and PayPal stand outside. */
  readonly provider?: 'manual' | 'store-credit' | 'stripe' | 'paypal';
  /** What is stated of a payment in another currency; left out, it is in that of the order. */
  readonly stated?: object;
  readonly steps: readonly Step[];
  /** How the order stands at its end. */
  readonly end: { readonly [status: string]: string };
  /** What more is to be seen at its end, beside the order. */
  readonly looks?: (walk: Walk) => Promise<object>;
}

/** Paid at a provider that stands outside. */
export interface RoadOutside extends Road {
  readonly provider: 'stripe' | 'paypal';
}

export const roads: readonly Road[] = [
  {
    name: 'sold and returned',
    steps: [capture, release, pick('pick'), pack, ship, deliver, ...returning],
    end: { fulfillmentStatus: 'delivered', returnStatus: 'returned', paymentStatus: 'refunded' },
  },
  {
    name: 'found short, paid in dollars',
    stated: { currency: 'USD', amountMinor: 2167, conversion: { orderAmountMinor: 2000 } },
    steps: [
      capture,
      release,
      pick('short pick', [{ line: 1, picked: 1, short: 1 }]),
      cancel('cancel what was short', { lines: [{ line: 1, quantity: 1 }] }),
      pack,
      ship,
    ],
    end: { fulfillmentStatus: 'fulfilled', paymentStatus: 'paid' },
  },
  {
    name: 'canceled',
    steps: [capture, release, cancel('cancel')],
    end: { status: 'canceled', paymentStatus: 'voided' },
  },
  {
    name: 'shipped by others',
    steps: [capture, elsewhere],
    end: { fulfillmentStatus: 'fulfilled', paymentStatus: 'paid' },
  },
  {
    name: 'paid by hand in yen, shipped, and refunded in part',
    provider: 'manual',
    stated: { currency: 'JPY', amountMinor: 3216, conversion: { orderAmountMinor: 2000 } },
    steps: [capture, ...PAID_BY_HAND],
    end: { fulfillmentStatus: 'fulfilled', paymentStatus: 'partially-refunded' },
  },
  {
    name: 'paid with store credit, shipped, and refunded in part',
    provider: 'store-credit',
    steps: [giveCredit, capture, elsewhere, giveBack],
    end: { fulfillmentStatus: 'fulfilled', paymentStatus: 'partially-refunded' },
    looks: async (walk) => {
      const { accounts } = await walk.look(creditPath(walk.known.get('give credit') ?? {}));
      return (accounts as Body[]).map(({ balanceMinor, heldMinor }) => ({
        ...{ balanceMinor, heldMinor },
      }));
    },
  },
];

/** The same with providers that stand outside: each kind of call that moves money. */
export const providerRoads: readonly RoadOutside[] = (['stripe', 'paypal'] as const).flatMap(
  (provider): RoadOutside[] => [
    {
      name: `paid with ${provider}, shipped, and refunded in part`,
      provider,
      steps: [capture, elsewhere, giveBack],
      end: { fulfillmentStatus: 'fulfilled', paymentStatus: 'partially-refunded' },
    },
    {
      name: `paid with ${provider}, and canceled`,
      provider,
      steps: [capture, release, cancel('cancel')],
      end: { status: 'canceled', paymentStatus: 'voided' },
    },
  ],
);

export async function paidAs(walk: Walk, status: string): Promise<Body> {
  for (const until = performance.now() + SETTLE_MS_MAX; ; await sleep(20)) {
    const order = await walk.look(orderPath(walk));
    if (order['paymentStatus'] === status) return order;
    assert.ok(
      performance.now() < until,
      `${walk.name} is ${String(order['paymentStatus'])}, not ${status}`,
    );
  }
}

export function idOf(walk: Walk, step: string): string {
  const id = walk.known.get(step)?.['id'];
  if (typeof id !== 'string') throw new Error(`${walk.name}: ${step} was not answered`);
  return id;
}
