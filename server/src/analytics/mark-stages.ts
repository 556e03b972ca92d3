// When fulfillment orders reach their stages, and how long each took from the one before.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { durationBucket, type FlowStage } from '@doorstep/core/analytics/flow.ts';
import { type Id, type IdKind, uuidOf } from '@doorstep/core/ids.ts';
import type { FlowMarkRow, FlowOrderRow } from './flow.sql.ts';

export type Mark = { -readonly [Part in keyof FlowMarkRow]: FlowMarkRow[Part] };

/** A stage that was reached for the first time. */
export interface StageReached {
  readonly stage: FlowStage;
  readonly at: Date;
  readonly bucket: number;
  readonly mark: Mark;
}

export const STAGE_TYPES = [
  'order.released.v1',
  'fulfillment.picked.v1',
  'fulfillment.packed.v1',
  'parcel.shipped.v1',
  'parcel.delivered.v1',
] as const;

interface Step {
  readonly stage: FlowStage;
  readonly column: 'picked_at' | 'packed_at' | 'shipped_at' | 'delivered_at';
  readonly before: 'released_at' | 'picked_at' | 'packed_at' | 'shipped_at';
}

const STEPS: Readonly<Record<string, Step>> = {
  'fulfillment.picked.v1': { stage: 'picked', column: 'picked_at', before: 'released_at' },
  'fulfillment.packed.v1': { stage: 'packed', column: 'packed_at', before: 'picked_at' },
  'parcel.shipped.v1': { stage: 'shipped', column: 'shipped_at', before: 'packed_at' },
  'parcel.delivered.v1': { stage: 'delivered', column: 'delivered_at', before: 'shipped_at' },
};

export interface MarkFacts {
  readonly flowOrders: ReadonlyMap<string, FlowOrderRow>;
  /** By bare id, as they were before: changed here. */
  readonly marks: Map<string, Mark>;
  /** The fulfillment order of each parcel that was delivered. */
  readonly parcels: ReadonlyMap<string, string>;
}

/** @returns what was reached; the marks of `facts` know it from then on */
export function markStages(event: LogEvent, facts: MarkFacts): StageReached[] {
  if (event.type === 'order.released.v1') return released(event, facts);
  const step = STEPS[event.type];
  if (step === undefined) return [];
  const mark = facts.marks.get(workOf(event, facts) ?? '');
  // What was never released, or reached this stage before, tells no time.
  if (mark === undefined || mark[step.column] !== null) return [];
  const delivered = event.data['deliveredAt'];
  const at = new Date(delivered === undefined ? event.occurredAt : String(delivered));
  mark[step.column] = at;
  const since = mark[step.before];
  const reached = since === null ? [] : [reachedOf(step.stage, since, at, mark)];
  if (step.stage !== 'delivered') return reached;
  return [...reached, reachedOf('whole', mark.captured_at, at, mark)];
}

function released(event: LogEvent, { flowOrders, marks }: MarkFacts): StageReached[] {
  const order = flowOrders.get(uuidOf(event.subject as Id<IdKind>));
  if (order === undefined) throw new Error('an order was released that is not there');
  const asked = event.data['asked'] as readonly {
    readonly fulfillmentOrder: Id<'fulfillmentOrder'>;
    readonly location: Id<'location'>;
  }[];
  const at = new Date(event.occurredAt);
  return asked.flatMap(({ fulfillmentOrder, location }) => {
    const id = uuidOf(fulfillmentOrder);
    if (marks.has(id)) return [];
    const mark: Mark = {
      id,
      order_id: order.id,
      location_id: uuidOf(location),
      channel_id: order.channel_id,
      country: order.country ?? '',
      captured_at: order.captured_at,
      released_at: at,
      ...{ picked_at: null, packed_at: null, shipped_at: null, delivered_at: null },
    };
    marks.set(id, mark);
    return [reachedOf('released', mark.captured_at, at, mark)];
  });
}

/** Clocks of different machines may go back a little: no stage takes less than no time. */
function reachedOf(stage: FlowStage, since: Date, at: Date, mark: Mark): StageReached {
  const seconds = Math.max(0, Math.floor((at.getTime() - since.getTime()) / 1000));
  return { stage, at, bucket: durationBucket(seconds), mark };
}

/** The bare id of the fulfillment order that an event is about. */
function workOf({ data }: LogEvent, { parcels }: MarkFacts): string | undefined {
  const id = data['fulfillmentOrder'];
  if (typeof id === 'string') return uuidOf(id as Id<'fulfillmentOrder'>);
  const parcel = data['parcel'];
  return typeof parcel === 'string' ? parcels.get(uuidOf(parcel as Id<'parcel'>)) : undefined;
}
