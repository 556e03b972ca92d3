// A block copied from a spreadsheet, laid onto the grid from one of its cells on.

import { type GridRow, levelAt } from './stock-numbers.ts';

export interface CellChange {
  readonly sku: string;
  readonly location: string;
  readonly seenOnHand: number;
  readonly onHand: number;
}

export interface LaidBlock {
  /** Cells that hold another number than what is there. */
  readonly changes: readonly CellChange[];
  /** What is no whole number from 0 on, as it stood. */
  readonly unread: readonly string[];
  /** Cells that lie beyond the last SKU or location. */
  readonly outside: number;
}

export interface Corner {
  readonly row: number;
  /** Of the locations. */
  readonly column: number;
}

const UNITS_MAX = 1_000_000;

/** Rows of cells, as spreadsheets put them onto the clipboard. */
export function readBlock(text: string): readonly (readonly string[])[] {
  const rows = text.replace(/\r?\n$/, '').split(/\r?\n/);
  return rows.map((row) => row.split('\t').map((cell) => cell.trim()));
}

/** An empty cell leaves what is there. */
export function layBlock(
  block: readonly (readonly string[])[],
  rows: readonly GridRow[],
  locations: readonly string[],
  corner: Corner,
): LaidBlock {
  const changes: CellChange[] = [];
  const unread: string[] = [];
  let outside = 0;
  for (const [down, cells] of block.entries())
    for (const [across, cell] of cells.entries()) {
      if (cell === '') continue;
      const row = rows[corner.row + down];
      const location = locations[corner.column + across];
      const onHand = readUnits(cell);
      if (row === undefined || location === undefined) outside += 1;
      else if (onHand === undefined) unread.push(cell);
      else {
        const seenOnHand = levelAt(row, location)?.onHand ?? 0;
        if (seenOnHand !== onHand) changes.push({ sku: row.sku, location, seenOnHand, onHand });
      }
    }
  return { changes, unread, outside };
}

/** 1200, 1,200, 1.200 and 1 200 are the same number of units; 1.5 is none. */
function readUnits(cell: string): number | undefined {
  const isGrouped = /^\d{1,3}([., \u00a0\u202f’'])\d{3}(\1\d{3})*$/.test(cell);
  const plain = isGrouped ? cell.replace(/\D/g, '') : cell;
  if (!/^\d{1,7}$/.test(plain)) return undefined;
  const units = Number(plain);
  return units <= UNITS_MAX ? units : undefined;
}
