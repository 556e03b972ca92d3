// The demo shop's first morning: some orders are on their way already, some wait for somebody, and
// some need somebody to look at them.

import { seededRandom } from './seeded-random.ts';

export type Call = (
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
) => Promise<unknown>;

/** How far orders have come; the rest waits as it was captured. */
const STAGES = [
  ['delivered', 0.14],
  ['shipped', 0.16],
  ['packed', 0.06],
  ['picked', 0.06],
  ['released', 0.14],
  ['held', 0.03],
  ['canceled', 0.03],
] as const;
type Stage = (typeof STAGES)[number][0];

const LANES = 4;
const SHORT_SHARE = 0.04;
const RETURNED_SHARE = 0.2;
const CARRIER = 'sandbox';

interface Work {
  readonly id: string;
  readonly lines: readonly { readonly line: number; readonly allocated: number }[];
}

/** @param orders their ids; what the shop refuses to do with one is left undone */
export async function workTheMorning(
  call: Call,
  orders: readonly string[],
  now: Date,
): Promise<void> {
  const random = seededRandom(31);
  const waiting = orders.map((id) => ({ id, stage: stageOf(random()), chance: random() }));
  const lane = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
      if (next.stage !== undefined) await bring(call, { ...next, stage: next.stage, now });
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

function stageOf(chance: number): Stage | undefined {
  let left = chance;
  return STAGES.find(([, share]) => {
    left -= share;
    return left < 0;
  })?.[0];
}

interface Destined {
  readonly id: string;
  readonly stage: Stage;
  /** In (0, 1). */
  readonly chance: number;
  readonly now: Date;
}

async function bring(call: Call, order: Destined): Promise<void> {
  const at = `/v1/orders/${order.id}`;
  if (order.stage === 'canceled') {
    await call('POST', `${at}/cancellations`, { reason: 'customer' });
    return;
  }
  if (order.stage === 'held') {
    await call('POST', `${at}/holds`, {
      reason: 'incorrect-address',
      note: 'The street has no number.',
    });
    return;
  }
  // One that was released by itself meanwhile has work to do as well.
  await call('POST', `${at}/releases`, {});
  if (order.stage === 'released') return;
  const list = await call('GET', `/v1/fulfillment-orders?order=${order.id}`);
  const { items } = list as { items: readonly { id: string }[] };
  for (const { id } of items)
    await fulfill(call, (await call('GET', `/v1/fulfillment-orders/${id}`)) as Work, order);
}

async function fulfill(call: Call, work: Work, order: Destined): Promise<void> {
  const at = `/v1/fulfillment-orders/${work.id}`;
  const lines = work.lines
    .filter(({ allocated }) => allocated > 0)
    .map(({ line, allocated }, index) =>
      index === 0 && order.chance < SHORT_SHARE
        ? { line, picked: allocated - 1, short: 1 }
        : { line, picked: allocated },
    );
  if (lines.length === 0 || (await call('POST', `${at}/picks`, { lines })) === undefined) return;
  if (order.stage === 'picked') return;
  const parcel = (await call('POST', `${at}/parcels`, {
    weightGrams: 400 + Math.round(order.chance * 3000),
  })) as { id: string } | undefined;
  if (parcel === undefined || order.stage === 'packed') return;
  await send(call, parcel.id, order);
}

async function send(call: Call, parcel: string, order: Destined): Promise<void> {
  const label = { carrier: CARRIER, trackingNumber: `DEMO${parcel.slice(-12).toUpperCase()}` };
  await call('POST', `/v1/parcels/${parcel}/shipments`, label);
  const told = (status: string) => ({ ...label, status, occurredAt: order.now.toISOString() });
  const events =
    order.stage === 'delivered' ? [told('in-transit'), told('delivered')] : [told('in-transit')];
  await call('POST', '/v1/tracking-events', { events });
  if (order.stage === 'delivered' && order.chance < RETURNED_SHARE)
    await call('POST', `/v1/orders/${order.id}/returns`, {
      lines: [{ line: 1, quantity: 1, reason: 'changed-mind' }],
    });
}
