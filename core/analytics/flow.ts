// What reports count besides sales: what was sold, canceled, sent and came back, with reasons, and how
// long work took from stage to stage.

export const FLOW_KINDS = [
  'sale',
  'cancellation',
  'shipment',
  'return',
  'refund',
  'credit',
] as const;
export type FlowKind = (typeof FLOW_KINDS)[number];

/** What sums are kept by: one of them at a time, so that their number does not multiply. */
export const FLOW_DIMENSIONS = ['all', 'channel', 'country', 'location', 'sku'] as const;
export type FlowDimension = (typeof FLOW_DIMENSIONS)[number];

/** What a report is split by. */
export const FLOW_SPLITS = [
  'day',
  'month',
  'reason',
  'channel',
  'country',
  'location',
  'sku',
] as const;

/** Each is the way from the stage before; `whole` is the way from the buy button to the door. */
export const FLOW_STAGES = [
  'released',
  'picked',
  'packed',
  'shipped',
  'delivered',
  'whole',
] as const;
export type FlowStage = (typeof FLOW_STAGES)[number];

export const STAGE_SPLITS = ['stage', 'day', 'month', 'channel', 'country', 'location'] as const;

const EDGES_PER_DOUBLING = 16;
/** From a minute to about 182 days. */
const DOUBLINGS = 18;
const SHORTEST_SECONDS = 60;

/**
 * Where one bucket of durations ends and the next begins, in whole seconds. Each is 4.4 % wide, so that
 * a median that is read from counts is never more than that beside the true one.
 */
export const DURATION_EDGES: readonly number[] = Array.from(
  { length: EDGES_PER_DOUBLING * DOUBLINGS + 1 },
  (_, place) => Math.round(SHORTEST_SECONDS * 2 ** (place / EDGES_PER_DOUBLING)),
);

/** 0 is below the first edge, as `width_bucket` counts them. */
export function durationBucket(seconds: number): number {
  let low = 0;
  let high = DURATION_EDGES.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (seconds >= (DURATION_EDGES[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The duration that this share of all did not exceed; null of none. */
export function quantileSeconds(counts: ReadonlyMap<number, number>, share: number): number | null {
  const buckets = [...counts].filter(([, count]) => count > 0).sort(([a], [b]) => a - b);
  const all = buckets.reduce((sum, [, count]) => sum + count, 0);
  if (all === 0) return null;
  const wanted = share * all;
  let before = 0;
  for (const [bucket, count] of buckets) {
    if (before + count >= wanted) {
      const from = bucket === 0 ? 0 : (DURATION_EDGES[bucket - 1] ?? 0);
      const to = DURATION_EDGES[bucket] ?? from;
      return Math.round(from + (to - from) * ((wanted - before) / count));
    }
    before += count;
  }
  return null;
}
