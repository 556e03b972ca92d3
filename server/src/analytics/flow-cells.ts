// Adds up what flows to the rows that are written: by one dimension at a time, by day, month and year.

import type { FlowDimension } from '@doorstep/core/analytics/flow.ts';
import { inStretches } from '../db/in-stretches.ts';
import type { FlowFigures, FlowItem } from './flow-items.ts';
import type { StageReached } from './mark-stages.ts';

type DayOf = (at: string | Date) => string;

/** Of items added one by one the rows of `flow_sums`, in the order of their keys. */
export function gatherFlowCells(dayOf: DayOf): {
  add(item: FlowItem): void;
  rows(): Promise<object[]>;
} {
  // In a surge thousands of items are of one day, place and SKU: these are added up before the rest.
  const places: Cells = new Map();
  const skus: Cells = new Map();
  return {
    add({ kind, currency, at, reason, channel, country, location, whole, skus: bySku }) {
      const key = [kind, currency, dayOf(at), reason];
      add(places, [...key, channel, country, location ?? ''], sumsOf(whole));
      for (const [sku, figures] of bySku) add(skus, [...key, sku], sumsOf(figures));
    },
    rows: () => flowRows(places, skus),
  };
}

function sumsOf({ times, units, amountMinor }: FlowFigures): number[] {
  return [times, units, amountMinor];
}

async function flowRows(places: Cells, skus: Cells): Promise<object[]> {
  const cells: Cells = new Map();
  const spread = (day: Cell, dimension: FlowDimension, member: string) => {
    const [kind = '', currency = '', date = '', reason = ''] = day.key;
    for (const [span, start] of spansOf(date))
      add(cells, [kind, dimension, span, currency, start, member, reason], day.sums);
  };
  await inStretches([...places.values()], (day) => {
    const [channel = '', country = '', location = ''] = day.key.slice(4);
    spread(day, 'all', '');
    spread(day, 'channel', channel);
    spread(day, 'country', country);
    if (location !== '') spread(day, 'location', location);
  });
  await inStretches([...skus.values()], (day) => spread(day, 'sku', day.key[4] ?? ''));
  return inOrder(cells).map(({ key, sums }) => {
    const [kind, dimension, span, currency, starts_on, member, reason] = key;
    const [times, units, amount_minor] = sums;
    return {
      ...{ kind, dimension, span, currency, starts_on, member, reason },
      ...{ times, units, amount_minor },
    };
  });
}

/** Of stages added one by one the rows of `stage_times`, in the order of their keys. */
export function gatherStageCells(dayOf: DayOf): { add(one: StageReached): void; rows(): object[] } {
  const cells: Cells = new Map();
  return {
    add({ stage, at, bucket, mark }) {
      const members = [
        ['all', ''],
        ['channel', mark.channel_id],
        ['country', mark.country],
        ['location', mark.location_id],
      ] as const;
      for (const [dimension, member] of members)
        for (const [span, start] of spansOf(dayOf(at)))
          add(cells, [dimension, span, start, stage, member, String(bucket)], [1]);
    },
    rows: () => inOrder(cells).map(stageRow),
  };
}

function stageRow({ key, sums: [reached] }: Cell): object {
  const [dimension, span, starts_on, stage, member, bucket] = key;
  return { dimension, span, starts_on, stage, member, bucket: Number(bucket), reached };
}

function spansOf(day: string) {
  return [
    ['day', day],
    ['month', `${day.slice(0, 7)}-01`],
    ['year', `${day.slice(0, 4)}-01-01`],
  ] as const;
}

interface Cell {
  readonly key: readonly string[];
  readonly sums: number[];
}

type Cells = Map<string, Cell>;

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
