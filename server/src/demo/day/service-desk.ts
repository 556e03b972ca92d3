// The people who work off exceptions: they take the fix that is suggested, or leave it for later.

import { between, type Day, happens, roundInMinutes } from './day.ts';

const LOOK_EVERY_MINUTES = 30;
/** What is dealt with at one look; the rest waits. */
const AT_A_TIME = 100;

interface OpenException {
  readonly id: string;
  readonly type: string;
  readonly about: {
    readonly order: { readonly id: string } | null;
    readonly sku: { readonly code: string } | null;
    readonly location: { readonly code: string } | null;
  };
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
    roundInMinutes(day, LOOK_EVERY_MINUTES, look);
    const path = `/v1/exceptions?status=open&limit=${AT_A_TIME}`;
    const { body } = await day.call('GET', path);
    for (const exception of body.items as OpenException[])
      await MENDS[exception.type]?.(day, exception);
  }
  roundInMinutes(day, between(day, 0, LOOK_EVERY_MINUTES), look);
}

function cancel(day: Day, order: string, reason: string): Promise<unknown> {
  return day.call('POST', `/v1/orders/${order}/cancellations`, { reason });
}

async function resolve(day: Day, id: string, note: string): Promise<void> {
  await day.call('POST', `/v1/exceptions/${id}/resolution`, { resolution: 'resolved', note });
}
