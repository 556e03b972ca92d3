// What becomes of each order of a batch: made, brought up to date, left as it is, or refused.

import type { PastOrder } from '@doorstep/core/history/past-order.ts';
import { idFromUuid, parseId, uuidOf } from '@doorstep/core/ids.ts';
import type { Batch, Decided, PlacedOrder } from './batch.ts';
import { soldHash } from './content-hash.ts';
import { type KnownOrderRow, lockKnownOrders, selectOwnCaptured } from './past-orders.sql.ts';
import { findChanges, type OrderChange, updatePastOrders } from './update-past-orders.ts';
import { writePastOrders } from './write-past-orders.ts';

export async function decideOrders(
  batch: Batch,
  orders: readonly PlacedOrder[],
): Promise<readonly Decided[]> {
  if (orders.length === 0) return [];
  const known = await findKnown(batch, orders);
  const own = await findOwn(batch, orders);
  const seen = new Set<string>();
  const drafted = orders.map((order) => {
    const key = keyOf(batch, order.document);
    const decision = own.has(order.document.ownId ?? '')
      ? OF_THIS_SHOP
      : decide(order, known.get(key), seen.has(key));
    seen.add(key);
    return { ...decision, order };
  });
  const changes = await findChanges(batch, drafted.flatMap(toChange));
  const found = new Map(changes.map((change) => [change.order.place, change]));
  const decisions = drafted.map((decision) => settle(decision, found.get(decision.order.place)));
  if (!batch.write) return decisions.map(decidedOf);
  const fresh = decisions.filter(({ outcome }) => outcome === 'create');
  const made = await writePastOrders(
    batch,
    fresh.map(({ order }) => order),
  );
  await updatePastOrders(
    batch,
    changes.filter(({ fits }) => fits === 'wholly'),
  );
  return decisions.map((decision) => ({
    ...decidedOf(decision),
    entity: made.get(decision.order.place) ?? decision.known?.id ?? null,
  }));
}

interface OrderDecision {
  readonly outcome: 'create' | 'change' | 'skip' | 'refuse';
  readonly reason: string | null;
  readonly known: KnownOrderRow | undefined;
  readonly order: PlacedOrder;
}

function decide(
  { document, hash }: PlacedOrder,
  known: KnownOrderRow | undefined,
  isSeen: boolean,
): Omit<OrderDecision, 'order'> {
  if (isSeen)
    return { outcome: 'refuse', reason: 'The file holds another order of this id.', known };
  if (known === undefined) return { outcome: 'create', reason: null, known };
  if (known.sold_hash === null)
    return { outcome: 'skip', reason: 'The order was captured here.', known };
  if (known.content_hash === hash)
    return { outcome: 'skip', reason: 'It is there already, as the file has it.', known };
  if (known.sold_hash !== soldHash(document))
    return {
      outcome: 'refuse',
      reason: 'It was imported before with other lines or amounts; what was sold never changes.',
      known,
    };
  return { outcome: 'change', reason: 'The file knows more of it than is here.', known };
}

/** An export of this shop: an order without an external id is known by its own. */
const OF_THIS_SHOP = {
  outcome: 'skip',
  reason: 'The order is of this shop.',
  known: undefined,
} as const;

async function findOwn(
  { tx }: Batch,
  orders: readonly PlacedOrder[],
): Promise<ReadonlySet<string>> {
  const ids = orders.flatMap(({ document }) => parseId('order', document.ownId ?? '') ?? []);
  if (ids.length === 0) return new Set();
  const rows = await tx.rows(selectOwnCaptured, [ids.map(uuidOf)]);
  return new Set(rows.map(({ id }) => idFromUuid('order', id)));
}

function toChange({ outcome, order, known }: OrderDecision) {
  return outcome === 'change' && known !== undefined ? [{ order, known }] : [];
}

function settle(decision: OrderDecision, change: OrderChange | undefined): OrderDecision {
  if (change === undefined || change.fits === 'wholly') return decision;
  return change.fits === 'older'
    ? { ...decision, outcome: 'skip', reason: 'What is here has come further than the file says.' }
    : {
        ...decision,
        outcome: 'refuse',
        reason: 'Units that were shipped, canceled or came back here are elsewhere in the file.',
      };
}

async function findKnown(
  batch: Batch,
  orders: readonly PlacedOrder[],
): Promise<ReadonlyMap<string, KnownOrderRow>> {
  const wanted = orders.flatMap(({ document }) => {
    const channel = batch.channels.get(document.channel);
    return channel === undefined
      ? []
      : [{ channel: uuidOf(channel), external: document.externalId }];
  });
  const rows = await batch.tx.rows(lockKnownOrders, [JSON.stringify(wanted)]);
  return new Map(
    rows.map((row) => [`${row.channel_id.replaceAll('-', '')} ${row.external_id}`, row]),
  );
}

function keyOf({ channels }: Batch, { channel, externalId }: PastOrder): string {
  const id = channels.get(channel);
  return `${id === undefined ? channel : uuidOf(id)} ${externalId}`;
}

function decidedOf({ outcome, reason, known, order }: OrderDecision): Decided {
  return { place: order.place, outcome, reason, entity: known?.id ?? null };
}
