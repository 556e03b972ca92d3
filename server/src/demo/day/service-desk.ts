// The people who work off exceptions: they take the fix that is suggested, or leave it for later.

import { all } from './all.ts';
import { between, type Day, happens, roundInMinutes } from './day.ts';

const LOOK_EVERY_MINUTES = 30;

interface OpenException {
  readonly id: string;
  readonly type: string;
  readonly about: {
    readonly order: { readonly id: string } | null;
    readonly sku: { readonly code: string } | null;
    readonly location: { readonly code: string } | null;
  };
  readonly data: { readonly intent?: string; readonly unitsShort?: number };
  readonly raisedAt: string;
}

type Mend = (day: Day, exception: OpenException) => Promise<void>;

/** A type that is not here stays open: it says why its order is not at its end. */
const MENDS: Readonly<Record<string, Mend>> = {
  'payment-declined': async (day, { about: { order } }) => {
    if (order === null) return;
    if (happens(day, 0.6))
      await day.call('POST', `/v1/orders/${order.id}/payments`, {
        provider: 'sandbox',
        token: 'tok_ok',
      });
    else await cancel(day, order.id, 'payment');
  },
  'short-pick': async (day, { about: { sku, location } }) => {
    if (sku === null || location === null) return;
    const path = `/v1/stock/levels?sku=${sku.code}&location=${location.code}`;
    const { body } = await day.call('GET', path);
    const [level] = body.items as { onHand: number }[];
    const onHand = level?.onHand ?? 0;
    await day.call('POST', '/v1/stock/counts', {
      location: location.code,
      lines: [{ sku: sku.code, counted: happens(day, 0.5) ? onHand + 1 : onHand }],
    });
  },
  'cannot-source': async (day, { about: { order }, raisedAt }) => {
    const waitedMs = day.plan.now().getTime() - new Date(raisedAt).getTime();
    if (order !== null && waitedMs > 12 * 3_600_000) await cancel(day, order.id, 'inventory');
  },
  // The bank transfer is made, and what the bank calls it is written down.
  'payment-by-hand': async (day, { data: { intent } }) => {
    if (intent === undefined) return;
    const done = { outcome: 'succeeded', reference: `transfer ${intent.slice(-12)}` };
    await day.call('POST', `/v1/payment-intents/${intent}/results`, done);
  },
  // What left from the wrong shelf is written off there, and what is missing turns up on another.
  'stock-below-promised': async (day, { about: { sku, location }, data: { unitsShort } }) => {
    if (sku === null || location === null) return;
    await day.call('POST', '/v1/stock/receipts', {
      location: location.code,
      reference: 'Found on another shelf',
      lines: [{ sku: sku.code, quantity: unitsShort ?? 1 }],
    });
  },
  'put-back': (day, { id }) => resolve(day, id, 'Back on the shelf'),
  'return-before-delivery': (day, { id }) => resolve(day, id, 'The buyer refused the parcel'),
  'unexpected-return': (day, { id }) => resolve(day, id, 'Kept; the buyer was told'),
  'parcel-lost': async (day, { id, about: { order } }) => {
    if (order === null || happens(day, 0.3)) return; // the carrier is still looking for it
    const { body } = await day.call('GET', `/v1/orders/${order.id}`);
    const amountMinor = body.totalMinor - body.canceledMinor - body.grantedMinor;
    if (amountMinor > 0)
      await day.call('POST', `/v1/orders/${order.id}/refunds`, { amountMinor, reason: 'lost' });
    else await resolve(day, id, 'Claimed from the carrier');
  },
};

export function serviceDesk(day: Day): void {
  async function look(): Promise<void> {
    // Listed whole before the first is mended: one that closes must not move the pages.
    const open: OpenException[] = [];
    for await (const one of all(day, '/v1/exceptions?status=open')) open.push(one as OpenException);
    for (const exception of open) await MENDS[exception.type]?.(day, exception);
    // Only now, so that nobody mends what a colleague is mending.
    roundInMinutes(day, LOOK_EVERY_MINUTES, look);
  }
  roundInMinutes(day, between(day, 0, LOOK_EVERY_MINUTES), look);
}

function cancel(day: Day, order: string, reason: string): Promise<unknown> {
  return day.call('POST', `/v1/orders/${order}/cancellations`, { reason });
}

async function resolve(day: Day, id: string, note: string): Promise<void> {
  await day.call('POST', `/v1/exceptions/${id}/resolution`, { resolution: 'resolved', note });
}
