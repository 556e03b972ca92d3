// Sums up what the log tells of what flows. How far it was summed up is kept beside the sums, and moves
// with them; a hole before the events it is given it reads itself.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { dayIn } from '@doorstep/core/time-zone.ts';
import { inStretches } from '../db/in-stretches.ts';
import type { Statement } from '../db/statement.ts';
import type { Tx } from '../db/transaction.ts';
import { type LogRange, readWanted } from '../log/read-log.ts';
import { BOOKED_TYPES } from './bookings.ts';
import {
  addFlowSums,
  addStageTimes,
  advanceFlow,
  ensureFlow,
  insertFlowEntries,
  lockFlow,
  putFlowMarks,
} from './flow.sql.ts';
import { flowCells, stageCells } from './flow-cells.ts';
import { type FlowItem, flowItems } from './flow-items.ts';
import { markStages, STAGE_TYPES, type StageReached } from './mark-stages.ts';
import { readFlowFacts } from './read-flow-facts.ts';

export const FLOW_TYPES: readonly string[] = [...new Set([...BOOKED_TYPES, ...STAGE_TYPES])];

const ROWS_MAX = 10_000;
const EVENTS_MAX = 1000n;

export async function projectFlow(
  tx: Tx,
  events: readonly LogEvent[],
  { after, through }: LogRange,
): Promise<void> {
  await tx.run(ensureFlow);
  const flow = await tx.row(lockFlow);
  if (flow === undefined) throw new Error('a projection that was made is gone');
  const dayOf = dayIn(flow.time_zone);
  let { position } = flow;
  while (position < after) {
    const next = position + EVENTS_MAX < after ? position + EVENTS_MAX : after;
    const missing = await readWanted(tx, { after: position, through: next }, FLOW_TYPES);
    await book(tx, missing, dayOf);
    position = next;
    await tx.run(advanceFlow, [position]);
  }
  if (position >= through) return;
  await book(
    tx,
    events.filter((event) => BigInt(event.position ?? 0) > position),
    dayOf,
  );
  await tx.run(advanceFlow, [through]);
}

async function book(
  tx: Tx,
  events: readonly LogEvent[],
  dayOf: (at: string | Date) => string,
): Promise<void> {
  if (events.length === 0) return;
  const facts = await readFlowFacts(tx, events);
  const items: FlowItem[] = [];
  const reached: StageReached[] = [];
  await inStretches(events, (event) => {
    items.push(...flowItems(event, facts));
    reached.push(...markStages(event, facts));
  });
  await write(tx, addFlowSums, await flowCells(items, dayOf));
  await write(tx, insertFlowEntries, entriesOf(items));
  await write(tx, putFlowMarks, [...facts.marks.values()]);
  await write(tx, addStageTimes, stageCells(reached, dayOf));
}

async function write(tx: Tx, sql: Statement, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_MAX)
    await tx.run(sql, [JSON.stringify(rows.slice(from, from + ROWS_MAX))]);
}

/** A row for each SKU; one for what names none. Sales stand in the list of orders. */
function entriesOf(items: readonly FlowItem[]): object[] {
  const ordinals = new Map<string, number>();
  return items.flatMap((item) => {
    if (item.kind === 'sale') return [];
    const skus = item.skus.size === 0 ? [['', item.whole] as const] : [...item.skus];
    return skus.map(([sku_code, { units, amountMinor }]) => {
      const place = `${item.kind} ${item.position}`;
      const ordinal = (ordinals.get(place) ?? 0) + 1;
      ordinals.set(place, ordinal);
      return {
        ...{ kind: item.kind, happened_at: item.at, position: item.position, ordinal },
        ...{ order_id: item.order, channel_id: item.channel, country: item.country },
        ...{ location_id: item.location, currency: item.currency, reason: item.reason },
        ...{ sku_code, units, amount_minor: amountMinor },
      };
    });
  });
}
