// The rows of a queue, each of its own list of the API, in one form.

import type { Doorstep, Page } from '@doorstep/sdk';

export interface QueueRow {
  readonly id: string;
  readonly order: string | null;
  /** Of a return. */
  readonly number: string | null;
  readonly location: string | null;
  readonly units: number;
  readonly since: string | null;
  readonly shipBy: string | null;
  readonly carrier: string | null;
  readonly tracking: string | null;
}

const WORK = {
  'to-pick': 'released',
  'to-pack': 'picking',
  'to-ship': 'packed',
  'partly-shipped': 'partially-shipped',
} as const;

export type QueueName = keyof typeof WORK | 'due' | 'in-transit' | 'to-refund';

export function isQueue(name: string): name is QueueName {
  return name in WORK || ['due', 'in-transit', 'to-refund'].includes(name);
}

export interface QueueFilter {
  readonly location: string | null;
  /** Of what is due: `overdue`, or `soon`. */
  readonly when: string | null;
  readonly cursor: string | undefined;
}

const SOON_MS = 2 * 3_600_000;
const NOTHING = { number: null, carrier: null, tracking: null, since: null, shipBy: null };

export async function readQueue(
  api: Doorstep,
  name: QueueName,
  { location, when, cursor }: QueueFilter,
  signal: AbortSignal,
): Promise<Page<QueueRow>> {
  const at = {
    ...(location === null ? {} : { location }),
    ...(cursor === undefined ? {} : { cursor }),
  };
  if (name === 'due') return readDue(api, { ...at, ...dueWithin(when) }, signal);
  if (name === 'to-refund') return readReturns(api, at, signal);
  if (name === 'in-transit') return readParcels(api, at, signal);
  const { items, nextCursor } = await api.listFulfillmentOrders(
    { ...at, status: WORK[name] },
    { signal },
  );
  const rows = items.map(({ id, orderNumber, allocated, picked, packed, ...work }) => ({
    ...NOTHING,
    id,
    order: orderNumber,
    location: work.location,
    units: allocated + picked + packed,
    since: work.releasedAt,
    shipBy: work.shipBy,
  }));
  return { items: rows, nextCursor };
}

type At = { readonly location?: string; readonly cursor?: string };

function dueWithin(when: string | null): { readonly from?: string; readonly before?: string } {
  const now = Date.now();
  if (when === 'overdue') return { before: new Date(now).toISOString() };
  if (when !== 'soon') return {};
  return { from: new Date(now).toISOString(), before: new Date(now + SOON_MS).toISOString() };
}

async function readDue(
  api: Doorstep,
  at: At & ReturnType<typeof dueWithin>,
  signal: AbortSignal,
): Promise<Page<QueueRow>> {
  const { items, nextCursor } = await api.listDueWork(at, { signal });
  const rows = items.map(({ fulfillmentOrder, orderNumber, location, shipBy, units }) => ({
    ...NOTHING,
    id: fulfillmentOrder,
    order: orderNumber,
    location,
    shipBy,
    units,
  }));
  return { items: rows, nextCursor };
}

async function readReturns(api: Doorstep, at: At, signal: AbortSignal): Promise<Page<QueueRow>> {
  const { items, nextCursor } = await api.listReturns({ ...at, toRefund: true }, { signal });
  const rows = items.map(({ id, number, order, location, received, receivedAt }) => ({
    ...NOTHING,
    id,
    number,
    order,
    location,
    units: received,
    since: receivedAt,
  }));
  return { items: rows, nextCursor };
}

async function readParcels(api: Doorstep, at: At, signal: AbortSignal): Promise<Page<QueueRow>> {
  const { location: _, ...page } = at;
  const { items, nextCursor } = await api.listParcels({ ...page, status: 'shipped' }, { signal });
  const rows = items.map(({ id, orderNumber, location, shippedAt, carrier, trackingNumber }) => ({
    ...NOTHING,
    id,
    order: orderNumber,
    location,
    units: 0,
    since: shippedAt,
    carrier,
    tracking: trackingNumber,
  }));
  return { items: rows, nextCursor };
}
