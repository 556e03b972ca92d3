// The course of a drop by second, from its events: it holds only so many seconds.

export interface SecondOfSale {
  readonly orders: number;
  readonly units: number;
}

/** As much of an event as is needed here. */
export interface ToldOfDrop {
  readonly type: string;
  readonly recordedAt: string;
  readonly data: object;
}

export interface DropLine {
  add(event: ToldOfDrop): void;
  at(second: number): SecondOfSale;
  /** From the first second on, as many as told. */
  stretch(from: number, length: number): readonly SecondOfSale[];
  readonly size: () => number;
}

const NOTHING: SecondOfSale = { orders: 0, units: 0 };

/** @param keptSeconds what is older than that, seen from the newest, is forgotten */
export function dropLine(keptSeconds: number): DropLine {
  const seconds = new Map<number, SecondOfSale>();
  let newest = 0;
  const at = (second: number): SecondOfSale => seconds.get(second) ?? NOTHING;
  return {
    add(event) {
      const sale = saleOf(event);
      if (sale === undefined) return;
      const second = secondOf(event.recordedAt);
      newest = Math.max(newest, second);
      const before = at(second);
      seconds.set(second, {
        orders: before.orders + sale.orders,
        units: before.units + sale.units,
      });
      if (seconds.size > keptSeconds)
        for (const old of seconds.keys()) if (old <= newest - keptSeconds) seconds.delete(old);
    },
    at,
    stretch: (from, length) => Array.from({ length }, (_, index) => at(from + index)),
    size: () => seconds.size,
  };
}

function saleOf({ type, data }: ToldOfDrop): SecondOfSale | undefined {
  if (type !== 'drop.sold.v1') return undefined;
  const { orders, units } = data as {
    readonly orders: number;
    readonly units: readonly { readonly sold: number; readonly preordered: number }[];
  };
  return { orders, units: units.reduce((sum, one) => sum + one.sold + one.preordered, 0) };
}

export function secondOf(at: string | number): number {
  return Math.floor(new Date(at).getTime() / 1000);
}
