// Where one is in a list, and what the keys and the mouse do to a row.

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
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
  readonly scrollBy: (pixels: number) => void;
  readonly rowHeight: number;
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
  useLayoutEffect(() => {
    latest.current = options;
  });
  useEnds(options, setIndex);
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
  const toEnd = (): void => {
    if (pages.hasMore && pages.toEnd !== undefined) pages.toEnd();
    else move(pages.rows.length);
  };
  const toStart = (): void => {
    if (pages.fromEnd === undefined) move(-pages.rows.length);
    else pages.fromEnd.toStart();
  };
  useKeys([
    { keys: 'j', does: say('next'), run: () => move(1) },
    { keys: 'k', does: say('previous'), run: () => move(-1) },
    { keys: 'ArrowDown', does: say('next'), run: () => move(1) },
    { keys: 'ArrowUp', does: say('previous'), run: () => move(-1) },
    { keys: 'End', does: say('last'), run: () => toEnd() },
    { keys: 'Home', does: say('first'), run: () => toStart() },
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

/**
 * Goes to the last row when a list comes to be shown from its end, and to the first when no more so.
 * Rows that come before what is in sight must not push it down.
 */
function useEnds<Row>(
  { pages, scrollTo, scrollBy, rowHeight }: RowKeysOptions<Row>,
  setIndex: (next: (index: number) => number) => void,
): void {
  const isAtEnd = pages.fromEnd !== undefined;
  const count = pages.rows.length;
  const before = useRef({ isAtEnd, count });
  useLayoutEffect(() => {
    const { isAtEnd: was, count: had } = before.current;
    before.current = { isAtEnd, count };
    if (was !== isAtEnd) {
      const place = isAtEnd ? count - 1 : 0;
      setIndex(() => place);
      scrollTo(place);
      return;
    }
    const added = count - had;
    if (!isAtEnd || added <= 0) return;
    setIndex((index) => (index < 0 ? index : index + added));
    // Not by the element itself: what scrolls to the last row may not be there yet, and would go on.
    scrollBy(added * rowHeight);
  }, [isAtEnd, count, setIndex, scrollTo, scrollBy, rowHeight]);
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
