// Fields of a form as text, and how those of two people are put together.

export type Draft = Readonly<Record<string, string>>;

export interface Difference<D extends Draft> {
  readonly field: keyof D & string;
  readonly from: string;
  readonly to: string;
}

export function differences<D extends Draft>(from: D, to: D): readonly Difference<D>[] {
  const fields = Object.keys(from) as (keyof D & string)[];
  return fields
    .filter((field) => from[field] !== to[field])
    .map((field) => ({ field, from: from[field] ?? '', to: to[field] ?? '' }));
}

/** What `mine` changed, over what is there now. */
export function merged<D extends Draft>(base: D, mine: D, now: D): D {
  const own = differences(base, mine).map(({ field, to }) => [field, to] as const);
  return { ...now, ...Object.fromEntries(own) };
}
