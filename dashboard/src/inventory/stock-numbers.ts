// The numbers of a level, and what the grid shows of them.

import type { ListStockGridItem, StockLevel } from '@doorstep/sdk';

export type GridRow = ListStockGridItem;

export const NUMBERS = [
  'available',
  'onHand',
  'reserved',
  'allocated',
  'damaged',
  'qualityControl',
  'safetyStock',
  'incoming',
  'inTransit',
  'shortfall',
] as const;
export type NumberName = (typeof NUMBERS)[number];

export function isNumberName(text: string | null): text is NumberName {
  return NUMBERS.some((name) => name === text);
}

export function levelAt(row: GridRow, location: string): StockLevel | undefined {
  return row.levels.find((level) => level.location === location);
}

export function totalOf(row: GridRow, number: NumberName): number {
  return row.levels.reduce((sum, level) => sum + level[number], 0);
}

/** How a number is to be read at a glance. */
export function toneOf(level: StockLevel, number: NumberName): 'alarm' | 'warn' | undefined {
  if (level.shortfall > 0 && ['available', 'onHand', 'shortfall'].includes(number)) return 'alarm';
  if (number === 'available' && level.available <= 0) return 'warn';
  return undefined;
}
