// Where one is in a list, and what the keys and the mouse do to a row.

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useSay } from '../language/say.ts';
import { useKeys } from '../shell/keys.tsx';
import { tableMessages } from './messages.ts';
import type { Selection } from './selection.ts';
import type { Pages } from './use-pages.ts';

export type RowAct = 'open' | 'peek' | 'focus' | 'select' | 'select-range';

export interface RowKeysOptions<Row> {
  readonly pages: Pages<Row>;
  readonly rowId: (row: Row) => string;
  readonly onOpen: (row: Row) => void;
  readonly onPeek?: (row: Row) => void;
  readonly selection?: Selection;
  readonly restoreKey?: string;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly scrollTo: (index: number) => void;
}

export interface ActiveRow {
  readonly index: number;
  readonly act: (act: RowAct, index: number) => void;
}

/** Where one was, for as long as the app is open. */
const places = new Map<string, { readonly index: number; readonly top: number }>();

export function useRowKeys<Row>(options: RowKeysOptions<Row>): ActiveRow {
  const say = useSay(tableMessages);
  const { pages, restoreKey = '', scroller, scrollTo } = options;
  const [index, setIndex] = useState(() => places.get(restoreKey)?.index ?? -1);
  const latest = useRef(options);
  const anchor = useRef(0);
  useEffect(() => {
    latest.current = options;
  });
  useRestore(restoreKey, index, scroller, pages.rows.length > 0);

  const act = useCallback((what: RowAct, at: number) => {
    const { pages: current, rowId, onOpen, onPeek, selection } = latest.current;
    const row = current.rows[at];
    if (row === undefined) return;
    setIndex(at);
    if (what === 'open') onOpen(row);
    if (what === 'peek') onPeek?.(row);
    if (what === 'select') {
      anchor.current = at;
      selection?.set([rowId(row)], !selection.has(rowId(row)));
    }
    if (what === 'select-range') {
      const [from, to] = [Math.min(anchor.current, at), Math.max(anchor.current, at)];
      selection?.set(current.rows.slice(from, to + 1).map(rowId), true);
    }
  }, []);
  const move = (step: number): void => {
    const next = Math.max(0, Math.min(pages.rows.length - 1, index + step));
    setIndex(next);
    scrollTo(next);
  };
  useKeys([
    { keys: 'j', does: say('next'), run: () => move(1) },
    { keys: 'k', does: say('previous'), run: () => move(-1) },
    { keys: 'ArrowDown', does: say('next'), run: () => move(1) },
    { keys: 'ArrowUp', does: say('previous'), run: () => move(-1) },
    { keys: 'Enter', does: say('open'), run: () => act('open', index) },
    ...(options.onPeek === undefined
      ? []
      : [{ keys: ' ', does: say('peek'), run: () => act('peek', index) }]),
    ...(options.selection === undefined
      ? []
      : [
          { keys: 'x', does: say('select'), run: () => act('select', index) },
          { keys: 'Shift+x', does: say('range'), run: () => act('select-range', index) },
        ]),
  ]);
  return { index, act };
}

/** Comes back to where one was, once there are rows again. */
function useRestore(
  key: string,
  index: number,
  scroller: RefObject<HTMLDivElement | null>,
  hasRows: boolean,
): void {
  const isRestored = useRef(false);
  useEffect(() => {
    const element = scroller.current;
    if (element === null || !hasRows || key === '') return;
    if (!isRestored.current) element.scrollTop = places.get(key)?.top ?? 0;
    isRestored.current = true;
    const keep = (): void => void places.set(key, { index, top: element.scrollTop });
    keep();
    element.addEventListener('scroll', keep, { passive: true });
    return () => element.removeEventListener('scroll', keep);
  }, [key, index, scroller, hasRows]);
}
