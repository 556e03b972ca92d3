// The rows that are chosen, by id. It stays when more rows are loaded.

import { useMemo, useState } from 'react';

export interface Selection {
  readonly ids: ReadonlySet<string>;
  has(id: string): boolean;
  set(ids: readonly string[], isSelected: boolean): void;
  clear(): void;
}

const NONE: ReadonlySet<string> = new Set();

export function useSelection(): Selection {
  const [ids, setIds] = useState(NONE);
  return useMemo(
    () => ({
      ids,
      has: (id) => ids.has(id),
      set: (changed, isSelected) =>
        setIds((before) => {
          const after = new Set(before);
          for (const id of changed) {
            if (isSelected) after.add(id);
            else after.delete(id);
          }
          return after;
        }),
      clear: () => setIds(NONE),
    }),
    [ids],
  );
}
