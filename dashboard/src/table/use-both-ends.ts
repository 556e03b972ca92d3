// The rows of a list from its first on, or from its last: to come to the end of half a million rows,
// nothing that lies between is loaded. The way back is the list in the opposite order.

import type { Page } from '@doorstep/sdk';
import type { QueryKey } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type Pages, usePages } from './use-pages.ts';

type Load<Row> = (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Row>>;

/** @param loadBack the same list in the opposite order */
export function useBothEnds<Row>(
  queryKey: QueryKey,
  load: Load<Row>,
  loadBack: Load<Row>,
): Pages<Row> {
  const list = JSON.stringify(queryKey);
  const [endOf, setEndOf] = useState<string | null>(null);
  const isAtEnd = endOf === list;
  const ahead = usePages(queryKey, load);
  const back = usePages([...queryKey, 'from the end'], loadBack, isAtEnd);
  const reversed = useMemo(() => [...back.rows].reverse(), [back.rows]);
  if (!isAtEnd || back.isOld || back.rows.length === 0)
    return { ...ahead, isOld: ahead.isOld || isAtEnd, toEnd: () => setEndOf(list) };
  return {
    ...back,
    rows: reversed,
    hasMore: false,
    fromEnd: { hasBefore: back.hasMore, toStart: () => setEndOf(null) },
    more: back.more,
  };
}
