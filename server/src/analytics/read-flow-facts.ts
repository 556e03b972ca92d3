// What the rows know besides the events: of orders, lines, returns and parcels, none of which changes,
// and how far each fulfillment order had come.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { type Id, type IdKind, uuidOf } from '@doorstep/core/ids.ts';
import type { Tx } from '../db/transaction.ts';
import {
  selectFlowMarks,
  selectFlowOrders,
  selectParcelWork,
  selectReturnReasons,
  selectSentLines,
} from './flow.sql.ts';
import type { FlowFacts } from './flow-items.ts';
import { type Mark, type MarkFacts, STAGE_TYPES } from './mark-stages.ts';

export type FlowingFacts = FlowFacts & MarkFacts;

const RETURNED = 'return.received.v1';

/** Types of which more is to be known than what is booked. */
export const FLOWS: ReadonlySet<string> = new Set([...STAGE_TYPES, RETURNED]);

export const NOTHING_FLOWS: FlowingFacts = {
  flowOrders: new Map(),
  sentLines: new Map(),
  reasons: new Map(),
  marks: new Map(),
  parcels: new Map(),
};

/**
 * @param events of FLOWS alone
 * @param marks those read before, which know what happened since: the others are added
 */
export async function readFlowFacts(
  tx: Tx,
  events: readonly LogEvent[],
  marks: Map<string, Mark>,
): Promise<FlowingFacts> {
  const sent = ofType(events, 'parcel.shipped.v1');
  const placed = [...sent, ...ofType(events, 'order.released.v1'), ...ofType(events, RETURNED)];
  const [orders, lines, reasons, parcels] = await Promise.all([
    tx.rows(selectFlowOrders, [[...new Set(placed.map(subjectOf))]]),
    tx.rows(selectSentLines, [JSON.stringify(sent.flatMap(linesOf))]),
    tx.rows(selectReturnReasons, [idsIn(events, RETURNED, 'return')]),
    tx.rows(selectParcelWork, [idsIn(events, 'parcel.delivered.v1', 'parcel')]),
  ]);
  const work = [...namedWork(events), ...parcels.map((parcel) => parcel.fulfillment_order_id)];
  const unread = [...new Set(work)].filter((id) => !marks.has(id));
  for (const mark of await tx.rows(selectFlowMarks, [unread])) marks.set(mark.id, { ...mark });
  return {
    flowOrders: new Map(orders.map((order) => [order.id, order])),
    sentLines: new Map(lines.map((line) => [`${line.order_id} ${line.number}`, line])),
    reasons: new Map(
      reasons.flatMap(({ return_id, line_number, reason }) =>
        reason === null ? [] : [[`${return_id} ${line_number}`, reason] as const],
      ),
    ),
    marks,
    parcels: new Map(parcels.map(({ id, fulfillment_order_id }) => [id, fulfillment_order_id])),
  };
}

function ofType(events: readonly LogEvent[], type: string): LogEvent[] {
  return events.filter((event) => event.type === type);
}

/** Bare ids. */
function idsIn(events: readonly LogEvent[], type: string, name: string): string[] {
  return ofType(events, type).map(({ data }) => uuidOf(data[name] as Id<IdKind>));
}

function linesOf(event: LogEvent): object[] {
  const lines = event.data['lines'] as readonly { readonly line: number }[];
  return lines.map(({ line }) => ({ order_id: subjectOf(event), number: line }));
}

function namedWork(events: readonly LogEvent[]): string[] {
  return events.flatMap(({ data, type }) => {
    if (type === 'order.released.v1')
      return (data['asked'] as { fulfillmentOrder: Id<'fulfillmentOrder'> }[]).map((asked) =>
        uuidOf(asked.fulfillmentOrder),
      );
    const id = data['fulfillmentOrder'];
    return typeof id === 'string' ? [uuidOf(id as Id<'fulfillmentOrder'>)] : [];
  });
}

function subjectOf({ subject }: LogEvent): string {
  return uuidOf(subject as Id<IdKind>);
}
