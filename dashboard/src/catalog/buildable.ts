// How many kits can be built where all of their components lie together.

export interface Part {
  readonly sku: string;
  readonly quantity: number;
  readonly levels: readonly { readonly location: string; readonly available: number }[];
}

export interface Buildable {
  readonly total: number;
  /** Where some can be built, most first. */
  readonly places: readonly { readonly location: string; readonly count: number }[];
  /** The component that is enough for the fewest, over all locations. */
  readonly scarcest: string | null;
}

export function buildable(parts: readonly Part[]): Buildable {
  const locations = new Set(parts.flatMap(({ levels }) => levels.map((level) => level.location)));
  const places = [...locations]
    .map((location) => ({ location, count: builtAt(parts, location) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.location < b.location ? -1 : 1));
  const enough = parts.map(({ sku, quantity, levels }) => {
    const units = levels.reduce((sum, { available }) => sum + Math.max(0, available), 0);
    return { sku, count: Math.floor(units / quantity) };
  });
  const [first] = enough.sort((a, b) => a.count - b.count);
  return {
    total: places.reduce((sum, { count }) => sum + count, 0),
    places,
    scarcest: first?.sku ?? null,
  };
}

function builtAt(parts: readonly Part[], location: string): number {
  return Math.min(
    ...parts.map(({ quantity, levels }) => {
      const level = levels.find((one) => one.location === location);
      return Math.floor(Math.max(0, level?.available ?? 0) / quantity);
    }),
  );
}
