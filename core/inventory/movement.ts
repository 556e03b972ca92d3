// Stock moves only by typed movements; a level is the sum of its movements.

import type { StockLevel } from './stock-level.ts';

export const MOVEMENT_TYPES = [
  'expected',
  'received',
  'adjusted',
  'counted',
  'reclassified',
  'dispatched',
  'arriving',
  'arrived',
  'lost-in-transit',
  'called-back',
  'reserved',
  'released',
  'allocated',
  'shipped',
  'short',
  'returned',
  'expectation-closed',
] as const;

export type MovementType = (typeof MOVEMENT_TYPES)[number];

/** What one movement changes, in units; states it does not name stay as they are. */
export type StockDelta = Partial<StockLevel>;

/** The states a person may move units between without changing what is on hand. */
export type BlockedState = 'damaged' | 'qualityControl';

export const delta = {
  expected: (units: number): StockDelta => ({ incoming: units }),
  /** Received units; those that were expected leave `incoming`. */
  received: (units: number, expectedUnits: number): StockDelta =>
    expectedUnits === 0 ? { onHand: units } : { onHand: units, incoming: -expectedUnits },
  adjusted: (units: number): StockDelta => ({ onHand: units }),
  reclassified: (state: BlockedState, units: number): StockDelta => ({ [state]: units }),
  dispatched: (units: number): StockDelta => ({ onHand: -units }),
  arriving: (units: number): StockDelta => ({ inTransit: units }),
  arrived: (units: number, inTransitUnits: number): StockDelta => ({
    onHand: units,
    inTransit: -inTransitUnits,
  }),
  /** Of a transfer that was taken back: here again, and no longer on its way there. */
  backFromTransit: (units: number): StockDelta => ({ onHand: units }),
  calledBack: (units: number): StockDelta => ({ inTransit: -units }),
  reserved: (units: number): StockDelta => ({ reserved: units }),
  released: (units: number): StockDelta => ({ reserved: -units }),
  allocated: (units: number): StockDelta => ({ allocated: units }),
  /** A firm promise is taken back. */
  deallocated: (units: number): StockDelta => ({ reserved: -units, allocated: -units }),
  /** Left from where it was planned. */
  shipped: (units: number): StockDelta => ({ onHand: -units, reserved: -units, allocated: -units }),
  /** Left without having been promised here. */
  shippedUnplanned: (units: number): StockDelta => ({ onHand: -units }),
  /** Looked for and not there; of `known` units the level says so already: promised beyond on hand. */
  short: (units: number, known: number): StockDelta => ({
    onHand: known - units,
    reserved: -units,
    allocated: -units,
  }),
  returned: (units: number, state: BlockedState | null): StockDelta =>
    state === null ? { onHand: units } : { onHand: units, [state]: units },
} as const;

/** The level after a movement. */
export function applyDelta(level: StockLevel, change: StockDelta): StockLevel {
  return {
    onHand: level.onHand + (change.onHand ?? 0),
    reserved: level.reserved + (change.reserved ?? 0),
    allocated: level.allocated + (change.allocated ?? 0),
    damaged: level.damaged + (change.damaged ?? 0),
    qualityControl: level.qualityControl + (change.qualityControl ?? 0),
    incoming: level.incoming + (change.incoming ?? 0),
    inTransit: level.inTransit + (change.inTransit ?? 0),
  };
}
