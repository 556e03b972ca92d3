// The columns of a table, and how the user has arranged them.

import type { ReactNode } from 'react';
import { useCallback, useMemo, useState } from 'react';

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** In pixels, until the user changes it. */
  readonly width: number;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'end';
  /** Not shown until chosen. */
  readonly isHidden?: boolean;
  /** It stays in sight when the others are scrolled away. */
  readonly isPinned?: boolean;
  /** The server can sort by it, under this name. */
  readonly sort?: string;
}

/** In the order they are shown, as a saved view keeps it. */
export type TableLayout = readonly {
  readonly id: string;
  readonly width: number;
  readonly isHidden: boolean;
  readonly isPinned?: boolean;
}[];

export const WIDTH_MIN = 56;

/** The arrangement of the table of this name in this browser, and how to change it. */
export function useTableLayout<Row>(
  name: string,
  columns: readonly Column<Row>[],
): readonly [TableLayout, (layout: TableLayout | null) => void] {
  const key = `doorstep.table.${name}`;
  const [stored, setStored] = useState(() => readLayout(key));
  const layout = useMemo(() => fitting(stored, columns), [stored, columns]);
  const change = useCallback(
    (next: TableLayout | null) => {
      if (next === null) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(next));
      setStored(next);
    },
    [key],
  );
  return [layout, change];
}

/** Every column once: those of a layout kept from before, then those that came since. */
export function fitting<Row>(
  layout: TableLayout | null,
  columns: readonly Column<Row>[],
): TableLayout {
  const known = (layout ?? []).filter(({ id }) => columns.some((one) => one.id === id));
  const fresh = columns.filter(({ id }) => known.every((one) => one.id !== id));
  return [
    ...known,
    ...fresh.map(({ id, width, isHidden = false, isPinned = false }) => ({
      id,
      width,
      isHidden,
      isPinned,
    })),
  ];
}

/** Moves a column to the place of another. */
export function moved(layout: TableLayout, from: string, to: string): TableLayout {
  const rest = layout.filter(({ id }) => id !== from);
  const moving = layout.find(({ id }) => id === from);
  const target = layout.findIndex(({ id }) => id === to);
  return moving === undefined || target < 0
    ? layout
    : [...rest.slice(0, target), moving, ...rest.slice(target)];
}

export function resized(layout: TableLayout, id: string, width: number): TableLayout {
  const fitting = Math.max(WIDTH_MIN, Math.round(width));
  return layout.map((one) => (one.id === id ? { ...one, width: fitting } : one));
}

export type ShownColumn<Row> = Column<Row> & {
  readonly width: number;
  /** How far from the start of the row it stays; null where it does not. */
  readonly inset: number | null;
};

/** Those that stay in sight first. */
export function shown<Row>(
  layout: TableLayout,
  columns: readonly Column<Row>[],
): readonly ShownColumn<Row>[] {
  const visible = layout.filter(({ isHidden }) => !isHidden);
  const pinned = visible.filter(({ isPinned }) => isPinned === true);
  const others = visible.filter(({ isPinned }) => isPinned !== true);
  let end = 0;
  return [...pinned, ...others].flatMap(({ id, width, isPinned = false }) => {
    const column = columns.find((one) => one.id === id);
    if (column === undefined) return [];
    const inset = isPinned ? end : null;
    end += isPinned ? width : 0;
    return [{ ...column, width, isPinned, inset }];
  });
}

function readLayout(key: string): TableLayout | null {
  try {
    const layout: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return Array.isArray(layout) ? (layout as TableLayout) : null;
  } catch {
    return null;
  }
}
