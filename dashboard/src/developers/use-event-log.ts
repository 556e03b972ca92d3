// The log backwards: positions have no holes, so the page before one begins at a known place.

import type { LogEvent } from '@doorstep/sdk';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useLiveEvents } from '../live/live.tsx';
import { useSession } from '../session/session.tsx';
import type { Pages } from '../table/use-pages.ts';

const PAGE = 200;
/** Of those that came while one watches; the oldest go first, and are there when it is read anew. */
const FRESH_MAX = 2000;
const ANY_TYPE = ['*'];

export function useEventLog(type: string, isLive: boolean): Pages<LogEvent> {
  const { api } = useSession();
  const [fresh, setFresh] = useState<readonly LogEvent[]>([]);
  const query = useInfiniteQuery({
    queryKey: ['developers', 'events'],
    queryFn: async ({ pageParam, signal }) => {
      const asked =
        pageParam === undefined
          ? { newest: true, limit: PAGE }
          : {
              after: Math.max(0, pageParam - 1 - PAGE),
              limit: Math.min(PAGE, pageParam - 1),
            };
      const { items } = await api.listEvents(asked, { signal });
      return [...items].reverse();
    },
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => {
      const first = page.at(-1)?.position ?? 1;
      return first > 1 ? first : undefined;
    },
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  useLiveEvents(ANY_TYPE, (event) => {
    if (isLive) setFresh((before) => [event, ...before].slice(0, FRESH_MAX));
  });
  const { data, error, isPending, hasNextPage, isFetchingNextPage } = query;
  const rows = useMemo(() => {
    const known = new Map<string, LogEvent>();
    for (const event of [...fresh, ...(data?.pages.flat() ?? [])])
      if (event.type.startsWith(type)) known.set(event.id, event);
    return [...known.values()];
  }, [fresh, data, type]);
  return {
    rows,
    isLoading: isPending,
    isOld: false,
    hasMore: hasNextPage,
    error,
    more() {
      if (hasNextPage && !isFetchingNextPage) void query.fetchNextPage();
    },
    reload: async () => void (await query.refetch()),
  };
}
