// The rows of the grid as the server has them, and how what changed is put into them: the pages that
// were read are not read anew for one level.

import type { Page, StockLevel } from '@doorstep/sdk';
import { type InfiniteData, useQuery, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { useLiveEvents } from '../live/live.tsx';
import { useSession } from '../session/session.tsx';
import { type Pages, usePages } from '../table/use-pages.ts';
import type { GridRow } from './stock-numbers.ts';

export interface GridFilter {
  readonly search: string | null;
  readonly lowAt: number | null;
}

const PAGE = 100;
const GRID = ['inventory', 'grid'] as const;
/** Between two looks at what moved, and how many SKUs one look reads. */
const LIVE_MS = 1500;
const SKUS_AT_ONCE = 15;
/** After a look that failed. */
const AGAIN_MS = 5000;
const MOVES = ['stock.', 'transfer.', 'reservation.', 'order.', 'parcel.', 'return.', 'drop.'];

export function useGridPages({ search, lowAt }: GridFilter): Pages<GridRow> {
  const { api } = useSession();
  return usePages<GridRow>([...GRID, search, lowAt], (cursor, signal) =>
    api.listStockGrid(
      {
        limit: PAGE,
        ...(lowAt === null ? {} : { lowAt }),
        ...(search === null || lowAt !== null ? {} : { search }),
        ...(cursor === undefined ? {} : { cursor }),
      },
      { signal },
    ),
  );
}

/** Codes of all locations, in their order. */
export function useLocationCodes(): readonly string[] | undefined {
  const { api } = useSession();
  const { data } = useQuery({
    queryKey: ['inventory', 'locations'],
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const codes: string[] = [];
      for await (const location of api.listLocations.all({ limit: 200 }, { signal }))
        codes.push(location.code);
      return codes.sort();
    },
  });
  return data;
}

/** Puts levels into the rows that are there. */
export function usePutLevels(): (levels: readonly StockLevel[]) => void {
  const client = useQueryClient();
  return useCallback(
    (levels) => {
      const bySku = Map.groupBy(levels, ({ skuId }) => skuId);
      client.setQueriesData<InfiniteData<Page<GridRow>>>({ queryKey: GRID }, (data) =>
        data === undefined
          ? undefined
          : {
              ...data,
              pages: data.pages.map((page) => ({
                ...page,
                items: page.items.map((row) => withLevels(row, bySku.get(row.skuId))),
              })),
            },
      );
      void client.invalidateQueries({ queryKey: ['inventory', 'level'] });
    },
    [client],
  );
}

function withLevels(row: GridRow, fresh: readonly StockLevel[] | undefined): GridRow {
  if (fresh === undefined) return row;
  const kept = row.levels.filter(({ location }) => fresh.every((one) => one.location !== location));
  return { ...row, levels: [...kept, ...fresh] };
}

/**
 * Reads what moved anew, once it is in sight; what is not read yet stays to be read.
 *
 * @returns looks again, because others came in sight
 */
export function useLiveLevels(inSight: RefObject<readonly GridRow[]>): () => void {
  const readLevels = useReadLevels();
  const moved = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      clearTimeout(timer.current ?? undefined);
      timer.current = null;
    };
  }, []);
  const lookSoon = useCallback(() => {
    const movedInSight = () =>
      inSight.current.map(({ skuId }) => skuId).filter((sku) => moved.current.has(sku));
    const look = async (): Promise<void> => {
      const skus = movedInSight().slice(0, SKUS_AT_ONCE);
      // What moves once more meanwhile is there again.
      for (const sku of skus) moved.current.delete(sku);
      const isRead = await readLevels(skus);
      if (!isRead) for (const sku of skus) moved.current.add(sku);
      timer.current = null;
      if (movedInSight().length > 0) start(isRead ? LIVE_MS : AGAIN_MS);
    };
    const start = (restMs: number): void => {
      if (!isGone.current) timer.current ??= setTimeout(() => void look(), restMs);
    };
    start(LIVE_MS);
  }, [inSight, readLevels]);
  useLiveEvents(MOVES, ({ data }) => {
    const stock = 'stock' in data ? data['stock'] : null;
    if (!Array.isArray(stock)) return;
    for (const { sku } of stock as { readonly sku?: string }[])
      if (sku !== undefined) moved.current.add(sku);
    lookSoon();
  });
  return lookSoon;
}

/** Whether they could be read; they are put into their rows. */
function useReadLevels(): (skus: readonly string[]) => Promise<boolean> {
  const { api } = useSession();
  const put = usePutLevels();
  return useCallback(
    async (skus) => {
      if (skus.length === 0) return true;
      try {
        const read = skus.map((sku) => api.listStockLevels({ sku, limit: 200 }));
        put((await Promise.all(read)).flatMap(({ items }) => items));
        return true;
      } catch {
        return false;
      }
    },
    [api, put],
  );
}
