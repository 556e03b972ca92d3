// Which cell one is at, and what keys, the clipboard and the mouse do there.

import { type ClipboardEvent, type KeyboardEvent, useCallback, useState } from 'react';

/** Column 0 is the sum over all locations. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

export type GridAct = (what: 'open' | 'paste' | 'set', cell: Cell, text: string) => void;

export interface GridSize {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly pageRows: number;
  readonly show: (cell: Cell) => void;
}

interface Step {
  readonly rows?: number;
  readonly columns?: number;
  readonly pages?: number;
}

const STEPS: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['ArrowDown', { rows: 1 }],
  ['ArrowUp', { rows: -1 }],
  ['ArrowRight', { columns: 1 }],
  ['ArrowLeft', { columns: -1 }],
  ['PageDown', { pages: 1 }],
  ['PageUp', { pages: -1 }],
  ['Home', { columns: Number.NEGATIVE_INFINITY }],
  ['End', { columns: Number.POSITIVE_INFINITY }],
]);
/** With Ctrl, or Command on a Mac: the corners. */
const WIDE_STEPS: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['Home', { rows: Number.NEGATIVE_INFINITY, columns: Number.NEGATIVE_INFINITY }],
  ['End', { rows: Number.POSITIVE_INFINITY, columns: Number.POSITIVE_INFINITY }],
]);

export function useGridKeys({ rowCount, columnCount, pageRows, show }: GridSize) {
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 });
  const [editing, edit] = useState<string | null>(null);
  const active = {
    row: Math.min(at.row, Math.max(0, rowCount - 1)),
    column: Math.min(at.column, columnCount - 1),
  };
  const choose = useCallback((cell: Cell) => {
    setAt(cell);
    edit(null);
  }, []);
  const go = (row: number, column: number): void => {
    const cell = {
      row: Math.max(0, Math.min(rowCount - 1, row)),
      column: Math.max(0, Math.min(columnCount - 1, column)),
    };
    choose(cell);
    show(cell);
  };
  const move = (event: KeyboardEvent): boolean => {
    const isWide = event.ctrlKey || event.metaKey;
    const step = (isWide ? WIDE_STEPS : STEPS).get(event.key);
    if (step === undefined) return false;
    const rows = step.pages === undefined ? (step.rows ?? 0) : step.pages * pageRows;
    go(active.row + rows, active.column + (step.columns ?? 0));
    return true;
  };
  return {
    active,
    editing,
    edit,
    choose,
    key(event: KeyboardEvent, act: GridAct, mayType: boolean): void {
      if (event.target !== event.currentTarget || event.altKey) return;
      const isPlain = !event.ctrlKey && !event.metaKey;
      const isMoved = move(event);
      if (!isMoved && event.key === 'Enter') act('open', active, '');
      else if (!isMoved && mayType && isPlain && /^\d$/.test(event.key) && active.column > 0)
        edit(event.key);
      else if (!isMoved) return;
      event.preventDefault();
      event.stopPropagation();
    },
    paste(event: ClipboardEvent, act: GridAct): void {
      if (event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      act('paste', active, event.clipboardData.getData('text/plain'));
    },
  };
}
