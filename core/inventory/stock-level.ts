// The states of one SKU at one stock location: on hand = available + reserved + unavailable.

export interface StockLevel {
  readonly onHand: number;
  /** Promised to an order, cart or other owner; includes what is allocated. */
  readonly reserved: number;
  /** The part of `reserved` that is firm: this location will ship it. */
  readonly allocated: number;
  readonly damaged: number;
  readonly qualityControl: number;
  /** Expected from purchase orders, not yet here. */
  readonly incoming: number;
  /** On its way here by transfer from another location of ours. */
  readonly inTransit: number;
}

export const EMPTY_LEVEL: StockLevel = {
  onHand: 0,
  reserved: 0,
  allocated: 0,
  damaged: 0,
  qualityControl: 0,
  incoming: 0,
  inTransit: 0,
};

/** Units that may not be promised although they are here. */
export function unavailableUnits(level: StockLevel, safetyStock: number): number {
  return level.damaged + level.qualityControl + safetyStock;
}

/**
 * Units free to promise, keeping `keptBack` (safety stock and the channel's buffer) untouched.
 * Negative when facts ran ahead of promises, e.g. after a count below reserved.
 */
export function availableUnits(level: StockLevel, keptBack: number): number {
  return level.onHand - level.reserved - unavailableUnits(level, keptBack);
}

/**
 * How far promises and blocked units exceed what is here: the recorded difference that a count
 * below reserved leaves behind. 0 for a sound level.
 */
export function shortfallUnits(level: StockLevel): number {
  return Math.max(0, level.reserved + level.damaged + level.qualityControl - level.onHand);
}
