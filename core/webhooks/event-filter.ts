// Which events an endpoint wants: whole types, or beginnings of them that end at a dot.

/** `order.` or `order.hold.`, or a whole type such as `order.captured.v1`. */
export const EVENT_FILTER_PATTERN = '^[a-z][a-z0-9-]*(\\.[a-z0-9_]+)*\\.?$';

/** Sent to the endpoint it is about, and to no other. */
export const PING_TYPE = 'webhook-endpoint.pinged.v1';

/** @param filters none: every event */
export function isWanted(filters: readonly string[], type: string): boolean {
  return filters.length === 0 || filters.some((filter) => isMeant(filter, type));
}

/** The filters that no event type can ever pass. */
export function unknownFilters(
  filters: readonly string[],
  types: readonly string[],
): readonly string[] {
  return filters.filter((filter) => !types.some((type) => isMeant(filter, type)));
}

function isMeant(filter: string, type: string): boolean {
  return filter.endsWith('.') ? type.startsWith(filter) : type === filter;
}
