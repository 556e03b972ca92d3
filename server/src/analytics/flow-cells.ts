// Adds up what flows to the rows that are written: by one dimension at a time, by day, month and year.

import type { FlowDimension } from '@doorstep/core/analytics/flow.ts';
import { inStretches } from '../db/in-stretches.ts';
import type { FlowFigures, FlowItem } from './flow-items.ts';
import type { StageReached } from './mark-stages.ts';

type DayOf = (at: string | Date) => string;

/** Rows of `flow_sums`, in the order of their keys. */
export async function flowCells(items: readonly FlowItem[], dayOf: DayOf): Promise<object[]> {
  const cells: Cells = new Map();
  await inStretches(items, (item) => {
    const day = dayOf(item.at);
    for (const [dimension, member, figures] of membersOf(item))
      for (const [span, start] of spansOf(day)) {
        const { kind, currency, reason } = item;
        const key = [kind, dimension, span, currency, start, member, reason];
        add(cells, key, [figures.times, figures.units, figures.amountMinor]);
      }
  });
  return inOrder(cells).map(({ key, sums }) => {
    const [kind, dimension, span, currency, starts_on, member, reason] = key;
    const [times, units, amount_minor] = sums;
    return {
      ...{ kind, dimension, span, currency, starts_on, member, reason },
      ...{ times, units, amount_minor },
    };
  });
}

function* membersOf(item: FlowItem): Generator<[FlowDimension, string, FlowFigures]> {
  yield ['all', '', item.whole];
  yield ['channel', item.channel, item.whole];
  yield ['country', item.country, item.whole];
  if (item.location !== null) yield ['location', item.location, item.whole];
  for (const [sku, figures] of item.skus) yield ['sku', sku, figures];
}

/** Rows of `stage_times`, in the order of their keys. */
export function stageCells(reached: readonly StageReached[], dayOf: DayOf): object[] {
  const cells = new Map<string, { key: readonly string[]; sums: number[] }>();
  for (const { stage, at, bucket, mark } of reached) {
    const members = [
      ['all', ''],
      ['channel', mark.channel_id],
      ['country', mark.country],
      ['location', mark.location_id],
    ] as const;
    for (const [dimension, member] of members)
      for (const [span, start] of spansOf(dayOf(at)))
        add(cells, [dimension, span, start, stage, member, String(bucket)], [1]);
  }
  return inOrder(cells).map(({ key, sums }) => {
    const [dimension, span, starts_on, stage, member, bucket] = key;
    return { dimension, span, starts_on, stage, member, bucket: Number(bucket), reached: sums[0] };
  });
}

function spansOf(day: string) {
  return [
    ['day', day],
    ['month', `${day.slice(0, 7)}-01`],
    ['year', `${day.slice(0, 4)}-01-01`],
  ] as const;
}

type Cells = Map<string, { key: readonly string[]; sums: number[] }>;

function add(cells: Cells, key: readonly string[], figures: readonly number[]): void {
  const name = key.join('\n');
  const cell = cells.get(name);
  if (cell === undefined) cells.set(name, { key, sums: [...figures] });
  else
    figures.forEach((figure, place) => {
      cell.sums[place] = (cell.sums[place] ?? 0) + figure;
    });
}

function inOrder(cells: Cells) {
  return [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
}
