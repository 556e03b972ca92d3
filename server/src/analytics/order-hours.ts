// Counts orders by the hour they were placed in.

import type { LogEvent } from '@doorstep/contract/log.ts';

export interface OrderHour {
  readonly hour: string;
  readonly orders: number;
}

/** In the order of the hours, so that two that write them wait for each other and not in a circle. */
export function orderHours(events: readonly LogEvent[]): OrderHour[] {
  const hours = new Map<string, number>();
  for (const { type, data } of events) {
    if (type !== 'order.captured.v1') continue;
    const hour = `${new Date(String(data['placedAt'])).toISOString().slice(0, 13)}:00:00.000Z`;
    hours.set(hour, (hours.get(hour) ?? 0) + 1);
  }
  return [...hours].sort().map(([hour, orders]) => ({ hour, orders }));
}
