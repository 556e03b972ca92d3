// Counts orders by the hour they were placed in.

import type { LogEvent } from '@doorstep/contract/log.ts';

export interface OrderHour {
  readonly hour: string;
  readonly orders: number;
}

/** Orders of the past count when they were placed, so that a shop that moves in has a last week. */
const PLACED: ReadonlySet<string> = new Set(['order.captured.v1', 'order.imported.v1']);

/** Of events added one by one. */
export function gatherOrderHours(): { add(event: LogEvent): void; rows(): OrderHour[] } {
  const hours = new Map<string, number>();
  return {
    add({ type, data }) {
      if (!PLACED.has(type)) return;
      const hour = `${new Date(String(data['placedAt'])).toISOString().slice(0, 13)}:00:00.000Z`;
      hours.set(hour, (hours.get(hour) ?? 0) + 1);
    },
    // In the order of the hours, so that two that write them wait for each other and not in a circle.
    rows: () => [...hours].sort().map(([hour, orders]) => ({ hour, orders })),
  };
}
