// The board as it was read, and whether it has changed since. Counts follow what happens; cards stay
// where they are until somebody asks for them anew, or does something to them.

import type { GetFulfillmentBoardAnswer, ListBoardCardsItem, Page } from '@doorstep/sdk';
import {
  type InfiniteData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useLiveEvents, useLiveRefresh, usePollMs } from '../live/live.tsx';
import { useSession } from '../session/session.tsx';
import { type BoardFilter, type Card, type Column, queryOf } from './cards.ts';

/** What may move a card, or bring one. */
const CHANGES = [
  'fulfillment.',
  'parcel.shipped.',
  'order.released.',
  'order.canceled.',
  'order.sourced.',
  'exception.raised.',
];
/** Counts of a busy location are read no more often. */
const REST_MS = 1500;
const PAGE = 50;
const NOTHING: ReadonlySet<string> = new Set();

export interface Board {
  readonly counts: GetFulfillmentBoardAnswer | undefined;
  readonly error: unknown;
  /** Works and orders that something happened to since the cards were read. */
  readonly touched: ReadonlySet<string>;
  readonly isStale: boolean;
  /** Reads the cards anew. */
  refresh(): Promise<void>;
}

export function useBoard(location: string, filter: BoardFilter): Board {
  const { api, me } = useSession();
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['fulfillment', 'board', location, filter],
    queryFn: ({ signal }) => api.getFulfillmentBoard({ location, ...queryOf(filter) }, { signal }),
    enabled: location !== '',
    refetchInterval: usePollMs(),
  });
  useLiveRefresh(CHANGES, ['fulfillment', 'board'], undefined, REST_MS);
  const [touched, setTouched] = useState(NOTHING);
  // The counts when the cards were read: others now, and there is something to show.
  const [seen, setSeen] = useState<string | null>(null);
  const signature = data === undefined ? null : signatureOf(data);
  const own = `${me.actor.kind}:${me.actor.id}`;
  useLiveEvents(CHANGES, (event) => {
    // What one does oneself is shown at once, and is no news.
    if (event.actor === own) return;
    const { fulfillmentOrder } = event.data as { fulfillmentOrder?: string };
    const what = fulfillmentOrder ?? event.subject;
    setTouched((before) => (before.has(what) ? before : new Set([...before, what])));
  });
  const asked = JSON.stringify([location, filter]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins anew
  useEffect(() => {
    setSeen(null);
    setTouched(NOTHING);
  }, [asked]);
  useEffect(() => {
    if (seen === null && signature !== null) setSeen(signature);
  }, [seen, signature]);
  const refresh = useCallback(async () => {
    await client.invalidateQueries({ queryKey: ['fulfillment'] });
    setTouched(NOTHING);
    setSeen(null);
  }, [client]);
  const isStale = seen !== null && signature !== null && seen !== signature;
  return { counts: data, error, touched, isStale, refresh };
}

function signatureOf({ columns }: GetFulfillmentBoardAnswer): string {
  return columns.map(({ column, count, oldestAt }) => `${column} ${count} ${oldestAt}`).join('\n');
}

export interface ColumnCards {
  readonly cards: readonly Card[];
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly hasMore: boolean;
  more(): void;
}

type Pages = InfiniteData<Page<ListBoardCardsItem>>;

/** Not read anew by time: it would move under the hands of who works with it. */
export function useColumn(location: string, column: Column, filter: BoardFilter): ColumnCards {
  const { api } = useSession();
  const asked = useInfiniteQuery({
    queryKey: ['fulfillment', 'cards', location, column, filter],
    queryFn: ({ pageParam, signal }) =>
      api.listBoardCards(
        {
          location,
          column,
          ...queryOf(filter),
          limit: PAGE,
          ...(pageParam === undefined ? {} : { cursor: pageParam }),
        },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }: Page<ListBoardCardsItem>) => nextCursor ?? undefined,
    enabled: location !== '',
    refetchOnWindowFocus: false,
  });
  const { data, isPending, error, hasNextPage, isFetchingNextPage } = asked;
  const cards = useMemo(() => cardsOf(data), [data]);
  return {
    cards,
    isLoading: isPending,
    error,
    hasMore: hasNextPage,
    more() {
      if (hasNextPage && !isFetchingNextPage) void asked.fetchNextPage();
    },
  };
}

function cardsOf(data: Pages | undefined): readonly Card[] {
  return data?.pages.flatMap(({ items }) => items) ?? [];
}
