// Which orders are chosen: some by hand, or all that match the filters as they are.

import { useEffect, useMemo, useState } from 'react';
import { type Selection, useSelection } from '../table/selection.ts';

export interface Chosen {
  readonly selection: Selection;
  readonly isAll: boolean;
  chooseAll(): void;
  clear(): void;
}

/** @param filters other filters mean other orders: all of them were not meant */
export function useChosen(filters: object): Chosen {
  const selection = useSelection();
  const [isAll, setIsAll] = useState(false);
  const asked = JSON.stringify(filters);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about what is asked
  useEffect(() => setIsAll(false), [asked]);
  return useMemo(
    () => ({
      isAll,
      selection: {
        ...selection,
        has: (id) => isAll || selection.has(id),
        set(ids, isSelected) {
          setIsAll(false);
          selection.set(ids, isSelected);
        },
      },
      chooseAll: () => setIsAll(true),
      clear() {
        setIsAll(false);
        selection.clear();
      },
    }),
    [selection, isAll],
  );
}
