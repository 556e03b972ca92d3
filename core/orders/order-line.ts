// What became of the units of an order line. Every unit ordered is in exactly one place.

/** Counted facts, in units. `delivered` and `returned` count units that have shipped. */
export interface LineCounts {
  readonly ordered: number;
  readonly canceled: number;
  /** Open, and nobody promised stock: the SKU is unmatched, or a promise lapsed. */
  readonly unpromised: number;
  readonly backordered: number;
  readonly reserved: number;
  readonly allocated: number;
  readonly picked: number;
  readonly packed: number;
  readonly shipped: number;
  readonly delivered: number;
  readonly returned: number;
  /** Units shipped beyond what was open: a recorded difference, raised by facts only. */
  readonly overshipped: number;
}

/** A kit line is not counted itself: its components are. */
export type LineKind = 'item' | 'kit' | 'component';

/** Units that have not left and are not canceled. */
export function openUnits(counts: LineCounts): number {
  return counts.ordered - counts.canceled - (counts.shipped - counts.overshipped);
}

/** Whether the counts hold together; `doorstep verify` and the database check the same rule. */
export function isSound(counts: LineCounts): boolean {
  const places =
    counts.canceled +
    counts.unpromised +
    counts.backordered +
    counts.reserved +
    counts.allocated +
    counts.picked +
    counts.packed +
    counts.shipped;
  return (
    Object.values(counts).every((units) => units >= 0) &&
    places === counts.ordered + counts.overshipped &&
    counts.overshipped <= counts.shipped
  );
}
