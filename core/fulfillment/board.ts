// Where work of a location stands on its board. The database derives the same word in a generated
// column; a test holds the two against each other.

import type { WorkCounts } from '../orders/order-units.ts';

/** Columns of open work. What missed its cut-off is late, however far it is. */
export const WORK_COLUMNS = ['late', 'open', 'picking', 'packed'] as const;

/** With the parcels that left today. */
export const BOARD_COLUMNS = [...WORK_COLUMNS, 'shipped'] as const;

export type WorkColumn = (typeof WORK_COLUMNS)[number];

type Open = Pick<WorkCounts, 'allocated' | 'picked' | 'packed' | 'shipped'>;

/** @returns null: nothing of it is open */
export function boardColumn(counts: Open, isLate: boolean): WorkColumn | null {
  const { allocated, picked, packed, shipped } = counts;
  if (allocated + picked + packed === 0) return null;
  if (isLate) return 'late';
  if (allocated + picked === 0) return 'packed';
  return picked + packed + shipped === 0 ? 'open' : 'picking';
}

/** What work looked like to somebody: another one now, and somebody else was faster. */
export function seenWork(counts: Open & Pick<WorkCounts, 'canceled' | 'short'>): string {
  const { allocated, picked, packed, shipped, canceled, short } = counts;
  return [allocated, picked, packed, shipped, canceled, short].join('.');
}

/** Why units were not where they should be. */
export const SHORT_REASONS = ['missing', 'damaged', 'wrong-item', 'unreadable'] as const;

export type ShortReason = (typeof SHORT_REASONS)[number];
