// The orders that events are about.

import { parseId, uuidOf } from '@doorstep/core/ids.ts';

/** @returns bare UUIDs, each once; an event of another subject has none */
export function ordersOfEvents(events: readonly { readonly subject: string }[]): string[] {
  const orders = new Set(events.flatMap(({ subject }) => parseId('order', subject) ?? []));
  return [...orders].map(uuidOf);
}
