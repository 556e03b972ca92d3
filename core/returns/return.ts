// The words of returns.

export const RETURN_REASONS = [
  'size-too-small',
  'size-too-large',
  'damaged',
  'not-as-described',
  'wrong-item',
  'arrived-late',
  'changed-mind',
  'other',
] as const;

export type ReturnReason = (typeof RETURN_REASONS)[number];

/** How a unit was found. */
export const CONDITIONS = ['sellable', 'damaged', 'unknown'] as const;

export type Condition = (typeof CONDITIONS)[number];

/**
 * What is done with it: back on the shelf, to be looked at, kept as damaged, thrown away. What was
 * lost on its way back is settled with the buyer like what came.
 */
export const DISPOSITIONS = ['restock', 'quality-control', 'damaged', 'discard', 'lost'] as const;

export type Disposition = (typeof DISPOSITIONS)[number];

/** What the buyer would like for it. */
export const RETURN_WISHES = ['refund', 'exchange'] as const;

export type ReturnWish = (typeof RETURN_WISHES)[number];

/** Whether it may come: what the staff announce may, what a buyer asks for may have to wait. */
export const RETURN_DECISIONS = ['pending', 'approved', 'declined'] as const;

export type ReturnDecision = (typeof RETURN_DECISIONS)[number];

export const RETURN_PROGRESS = ['requested', 'partially-received', 'received', 'canceled'] as const;

/** What was decided for a line of a return, and what came of it. */
export interface ReturnLine {
  /** The number of the order's line. */
  readonly line: number;
  readonly requested: number;
  readonly received: number;
  /** Of the received, those whose price was given back. */
  readonly refunded: number;
}

/** Units of a return that were asked for and have not come. */
export function awaitedUnits(line: Pick<ReturnLine, 'requested' | 'received'>): number {
  return Math.max(0, line.requested - line.received);
}
