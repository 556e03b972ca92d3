// The orders before and after this one, in the list that it was opened from: the newest list that was
// read and has it.

import type { ListOrdersItem, Page } from '@doorstep/sdk';
import { useQueryClient } from '@tanstack/react-query';

export interface Neighbors {
  readonly previous: string | null;
  readonly next: string | null;
}

type ListData = { readonly pages?: readonly Page<ListOrdersItem>[] };

export function useNeighbors(reference: string): Neighbors {
  const client = useQueryClient();
  const lists = client
    .getQueryCache()
    .findAll({ queryKey: ['orders', 'list'] })
    .toSorted((one, other) => other.state.dataUpdatedAt - one.state.dataUpdatedAt);
  for (const { state } of lists) {
    const orders = (state.data as ListData | undefined)?.pages?.flatMap(({ items }) => items) ?? [];
    const place = orders.findIndex(({ id, number }) => id === reference || number === reference);
    if (place < 0) continue;
    return {
      previous: orders[place - 1]?.number ?? null,
      next: orders[place + 1]?.number ?? null,
    };
  }
  return { previous: null, next: null };
}
