// The rows of a list, a page after the other, by the key the server gives for the next.

import type { Page } from '@doorstep/sdk';
import { keepPreviousData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { usePollMs } from '../live/live.tsx';

export interface Pages<Row> {
  readonly rows: readonly Row[];
  /** Nothing to show yet. */
  readonly isLoading: boolean;
  /** What is shown belongs to the question before. */
  readonly isOld: boolean;
  readonly hasMore: boolean;
  readonly error: unknown;
  /** The rows after the last, or before the first where the list is shown from its end. */
  more(): void;
  reload(): Promise<void>;
  /** Shows the last rows, where the list knows how. */
  toEnd?(): void;
  /** Where the last rows are shown. */
  readonly fromEnd?: { readonly hasBefore: boolean; toStart(): void };
}

export function usePages<Row>(
  queryKey: QueryKey,
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Row>>,
  enabled = true,
): Pages<Row> {
  const query = useInfiniteQuery({
    queryKey,
    enabled,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: usePollMs(),
    refetchOnWindowFocus: false,
  });
  const { data, error, isPending, isPlaceholderData, hasNextPage, isFetchingNextPage } = query;
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  return {
    rows,
    isLoading: isPending,
    isOld: isPlaceholderData,
    hasMore: hasNextPage,
    error,
    more() {
      if (hasNextPage && !isFetchingNextPage) void query.fetchNextPage();
    },
    async reload() {
      await query.refetch();
    },
  };
}
