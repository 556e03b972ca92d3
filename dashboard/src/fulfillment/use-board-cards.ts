// The cards of all columns, where one is among them, and which are chosen.

import { useEffect, useState } from 'react';
import { useSay } from '../language/say.ts';
import { useKeys } from '../shell/keys.tsx';
import { type BoardFilter, type Card, COLUMNS, type Column, keyOf } from './cards.ts';
import { boardMessages } from './messages.ts';
import { type ColumnCards, useColumn } from './use-board.ts';

export interface BoardCards {
  readonly columns: Readonly<Record<Column, ColumnCards>>;
  readonly all: readonly Card[];
  /** The key of the card that keys work on. */
  readonly active: string | null;
  readonly activeCard: Card | undefined;
  readonly chosen: readonly Card[];
  isChosen(card: Card): boolean;
  choose(card: Card): void;
  clear(): void;
  open(card: Card): void;
}

const NONE: ReadonlySet<string> = new Set();

export function useBoardCards(
  location: string,
  filter: BoardFilter,
  onOpen: (card: Card) => void,
): BoardCards {
  const columns = {
    late: useColumn(location, 'late', filter),
    open: useColumn(location, 'open', filter),
    picking: useColumn(location, 'picking', filter),
    packed: useColumn(location, 'packed', filter),
    shipped: useColumn(location, 'shipped', filter),
  };
  const all = COLUMNS.flatMap((column) => columns[column].cards);
  const [active, setActive] = useState<string | null>(null);
  const [keys, setKeys] = useState(NONE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another location, other cards
  useEffect(() => setKeys(NONE), [location]);
  const chosen = all.filter((card) => keys.has(keyOf(card)));
  const go = (card: Card | undefined): void => {
    if (card === undefined) return;
    setActive(keyOf(card));
    const element = document.getElementById(`card-${keyOf(card)}`);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const choose = (card: Card): void => {
    setActive(keyOf(card));
    setKeys((before) => toggled(before, keyOf(card)));
  };
  useMoves({ columns, active, go, choose, onOpen });
  return {
    columns,
    all,
    active,
    activeCard: all.find((card) => keyOf(card) === active),
    chosen,
    isChosen: (card) => keys.has(keyOf(card)),
    choose,
    clear: () => setKeys(NONE),
    open(card) {
      setActive(keyOf(card));
      onOpen(card);
    },
  };
}

interface Moves extends Pick<BoardCards, 'columns' | 'active' | 'choose'> {
  readonly go: (card: Card | undefined) => void;
  readonly onOpen: (card: Card) => void;
}

/** j and k within a column, the arrows left and right to the next that has cards. */
function useMoves({ columns, active, go, choose, onOpen }: Moves): void {
  const say = useSay(boardMessages);
  const lists = COLUMNS.map((column) => columns[column].cards).filter((cards) => cards.length > 0);
  const list = lists.findIndex((cards) => cards.some((card) => keyOf(card) === active));
  const place = lists[list]?.findIndex((card) => keyOf(card) === active) ?? -1;
  const current = lists[list]?.[place];
  const move = (step: number): void => {
    if (current === undefined) go(firstOf(lists));
    else go(lists[list]?.[place + step]);
  };
  const turn = (step: number): void => {
    const next = lists[list + step];
    if (current === undefined) go(firstOf(lists));
    else go(next?.[Math.min(place, next.length - 1)]);
  };
  const onIt = (run: (card: Card) => void) => () => current !== undefined && run(current);
  useKeys([
    { keys: 'j', does: say('next'), run: () => move(1) },
    { keys: 'k', does: say('previous'), run: () => move(-1) },
    { keys: 'ArrowDown', does: say('next'), run: () => move(1) },
    { keys: 'ArrowUp', does: say('previous'), run: () => move(-1) },
    { keys: 'ArrowRight', does: say('nextColumn'), run: () => turn(1) },
    { keys: 'ArrowLeft', does: say('previousColumn'), run: () => turn(-1) },
    { keys: 'x', does: say('choose'), run: onIt(choose) },
    { keys: 'Enter', does: say('show'), run: onIt(onOpen) },
  ]);
}

/** What is late stands first. */
function firstOf(lists: readonly (readonly Card[])[]): Card | undefined {
  return lists[0]?.[0];
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const after = new Set(keys);
  if (!after.delete(key)) after.add(key);
  return after;
}
