// An import as it is now: told by the server as it comes further.

import type { Import } from '@doorstep/sdk';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSession } from '../session/session.tsx';

const AT_WORK: ReadonlySet<string> = new Set(['reading', 'planning', 'applying', 'undoing']);
/** A file may be there before the first answer that said it was on its way. */
const ARRIVES_MS = 1000;
/** Should the stream be lost. */
const LOOK_MS = 5000;

export function isAtWork({ state }: Import): boolean {
  return AT_WORK.has(state);
}

export function importKey(id: string) {
  return ['import-export', 'import', id];
}

export function useImport(id: string) {
  const { api } = useSession();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: importKey(id),
    queryFn: ({ signal }) => api.getImport({ import: id }, { signal }),
    refetchInterval: ({ state: { data } }) =>
      data === undefined
        ? false
        : data.state === 'receiving'
          ? ARRIVES_MS
          : isAtWork(data) && LOOK_MS,
  });
  const isWatched = query.data !== undefined && isAtWork(query.data);
  useEffect(() => {
    if (!isWatched) return;
    const source = new EventSource(`/v1/imports/${id}/progress`);
    source.addEventListener('import', ({ data }) => {
      const now = JSON.parse(data) as Import;
      client.setQueryData(importKey(id), now);
      if (isAtWork(now)) return;
      source.close();
      void client.invalidateQueries({ queryKey: ['import-export'] });
    });
    return () => source.close();
  }, [client, id, isWatched]);
  return query;
}
