// Somebody was faster: whoever looked at the work before is told who did what, instead of doing it
// a second time.

import { seenWork } from '@doorstep/core/fulfillment/board.ts';
import type { FulfillmentOrderId, OrderId } from '@doorstep/core/ids.ts';
import type { OrderUnits, WorkCounts } from '@doorstep/core/orders/order-units.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { nameActors } from '../access/name-actors.ts';
import type { Tx } from '../db/transaction.ts';
import { readHistory } from '../log/read-log.ts';

/** What may have changed it, newest first; more than these nobody reads. */
const WANTS = ['fulfillment.', 'parcel.shipped.', 'order.canceled.'];
const LOOKED_AT_MAX = 20;
const VERSION_MAX = 2_147_483_647;
const NAMED_MAX = 3;

/** `work-changed` when the caller saw something else; undefined when they did not say. */
export async function refuseChangedWork(
  tx: Tx,
  work: FulfillmentOrderId,
  { order, units }: { readonly order: OrderId; readonly units: OrderUnits },
  seen: string | undefined,
): Promise<Refusal | undefined> {
  if (seen === undefined || seen === seenWork(countsOf(units, work))) return undefined;
  const events = await readHistory(tx, order, {
    after: 0,
    before: VERSION_MAX,
    wants: WANTS,
    newestFirst: true,
    limit: LOOKED_AT_MAX,
  });
  const own = events
    .filter(({ data }) => (data['fulfillmentOrder'] ?? work) === work)
    .slice(0, NAMED_MAX);
  const names = await nameActors(
    tx,
    own.map(({ actor }) => actor),
  );
  const changes = own.map(({ type, actor, occurredAt }) => ({
    type,
    actor,
    actorName: names[actor] ?? actor,
    occurredAt,
  }));
  const [newest] = changes;
  const who = newest === undefined ? 'Somebody' : newest.actorName;
  return refuse('work-changed', `${who} ${wordsOf(newest?.type)} before you did.`, { changes });
}

function wordsOf(type: string | undefined): string {
  if (type?.startsWith('fulfillment.picked.')) return 'picked it';
  if (type?.startsWith('fulfillment.packed.')) return 'packed it';
  if (type?.startsWith('parcel.')) return 'shipped it';
  return 'changed it';
}

function countsOf({ work: all }: OrderUnits, work: FulfillmentOrderId): WorkCounts {
  const sum = { allocated: 0, picked: 0, packed: 0, shipped: 0, canceled: 0, short: 0 };
  const whole = { ...sum, quantity: 0, overshipped: 0 };
  for (const { fulfillmentOrder, counts } of all) {
    if (fulfillmentOrder !== work) continue;
    for (const name of Object.keys(whole) as (keyof WorkCounts)[]) whole[name] += counts[name];
  }
  return whole;
}
