// Sums up what the log tells of what flows. How far it was summed up is kept beside the sums, and moves
// with them; a hole before the events it is given it reads itself.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { dayIn } from '@doorstep/core/time-zone.ts';
import { inStretches } from '../db/in-stretches.ts';
import type { Tx } from '../db/transaction.ts';
import { type LogSum, type Look, sumUpStretch } from '../log/log-sum.ts';
import type { LogRange } from '../log/read-log.ts';
import { type BookEvents, bookEvents } from './book-events.ts';
import { BOOKED_TYPES } from './booking.ts';
import {
  addFlowSums,
  addStageTimes,
  advanceFlow,
  ensureFlow,
  insertFlowEntries,
  lockFlow,
  putFlowMarks,
  selectFlowZone,
} from './flow.sql.ts';
import { gatherFlowCells, gatherStageCells } from './flow-cells.ts';
import { type FlowItem, flowItems } from './flow-items.ts';
import { type Mark, markStages, STAGE_TYPES } from './mark-stages.ts';
import { FLOWS, NOTHING_FLOWS, readFlowFacts } from './read-flow-facts.ts';
import { writeSums } from './write-sums.ts';

export const FLOW_TYPES: readonly string[] = [...new Set([...BOOKED_TYPES, ...STAGE_TYPES])];

/** The sums of one tenant; their days are those of the zone its reports are in. */
export function sumFlow(book: BookEvents = bookEvents()): LogSum {
  let given: Gathered | undefined;
  return {
    async add(look, events) {
      if (events.length === 0) return;
      given ??= gatherFlow(book, (await look((tx) => tx.row(selectFlowZone)))?.time_zone ?? UTC);
      await given.add(look, events);
    },
    async write(tx, { after, through }) {
      await tx.run(ensureFlow);
      const flow = await tx.row(lockFlow);
      if (flow === undefined) throw new Error('a projection that was made is gone');
      const { position, time_zone: zone, rebuild_to } = flow;
      if (position >= through) return;
      const isHole = position !== after;
      // It is filled in small steps, and up to here as well: in one, everybody would wait for this round.
      if (isHole && rebuild_to !== null) return;
      const isOfZone = given === undefined || given.zone === zone;
      if (isHole || !isOfZone) return sumUpFlow(tx, { after: position, through }, zone, book);
      await given?.write(tx);
      await tx.run(advanceFlow, [through]);
    },
  };
}

/** A stretch of the log that nobody handed over; the projection is locked by this transaction. */
export function sumUpFlow(
  tx: Tx,
  range: LogRange,
  zone: string,
  book: BookEvents = bookEvents(),
): Promise<void> {
  const begin = () => gatherFlow(book, zone);
  return sumUpStretch(tx, range, FLOW_TYPES, begin, async (items, end) => {
    await items.write(tx);
    await tx.run(advanceFlow, [end]);
  });
}

/** As the column has it where nobody chose one. */
const UTC = 'UTC';

type Gathered = ReturnType<typeof gatherFlow>;

const BOOKED: ReadonlySet<string> = new Set(BOOKED_TYPES);
const isBooked = ({ type }: LogEvent) => BOOKED.has(type);

function gatherFlow(book: BookEvents, zone: string) {
  const dayOf = dayIn(zone);
  const cells = gatherFlowCells(dayOf);
  const stages = gatherStageCells(dayOf);
  const entries: object[] = [];
  const marks = new Map<string, Mark>();
  return {
    zone,
    async add(look: Look, events: readonly LogEvent[]): Promise<void> {
      if (events.length === 0) return;
      // Of a surge nothing flows yet: then nothing but what was booked is asked for.
      const flowing = events.filter(({ type }) => FLOWS.has(type));
      const booked = await book(look, events.filter(isBooked));
      const facts =
        flowing.length === 0
          ? NOTHING_FLOWS
          : await look((tx) => readFlowFacts(tx, flowing, marks));
      await inStretches(events, (event) => {
        const items = flowItems(event, booked, facts);
        for (const item of items) cells.add(item);
        entries.push(...entriesOf(items));
        for (const reached of markStages(event, facts)) stages.add(reached);
      });
    },
    async write(tx: Tx): Promise<void> {
      await writeSums(tx, addFlowSums, await cells.rows());
      await writeSums(tx, insertFlowEntries, entries);
      await writeSums(tx, putFlowMarks, [...marks.values()]);
      await writeSums(tx, addStageTimes, stages.rows());
    },
  };
}

/** Of one event: a row for each SKU; one for what names none. Sales stand in the list of orders. */
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
