// Whose board is shown: the location of the URL, else the one looked at last, else the one with the
// most to do.

import type { Location } from '@doorstep/sdk';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSession } from '../session/session.tsx';

const KEPT = 'doorstep.board.location';

export interface BoardLocation {
  /** Empty until it is known. */
  readonly code: string;
  readonly all: readonly Location[];
  /** It is known that there is none. */
  readonly isNone: boolean;
}

export function useBoardLocation(asked: string | null): BoardLocation {
  const { api, can } = useSession();
  const { data: all } = useQuery({
    queryKey: ['fulfillment', 'locations'],
    queryFn: ({ signal }) => api.listLocations({ limit: 200 }, { signal }),
    enabled: can('locations:read'),
  });
  const kept = localStorage.getItem(KEPT);
  const isKept = kept !== null && all?.items.some(({ code }) => code === kept) === true;
  const { data: work } = useQuery({
    queryKey: ['fulfillment', 'busiest'],
    queryFn: ({ signal }) => api.summarizeWork({}, { signal }),
    enabled: asked === null && all !== undefined && !isKept,
  });
  const sum = ({ toPick, toPack, toShip }: { toPick: number; toPack: number; toShip: number }) =>
    toPick + toPack + toShip;
  const busiest = work?.locations.toSorted((a, b) => sum(b) - sum(a))[0]?.location;
  const first = work === undefined ? undefined : (busiest ?? all?.items[0]?.code);
  const code = asked ?? (isKept ? kept : first) ?? '';
  useEffect(() => {
    if (code !== '') localStorage.setItem(KEPT, code);
  }, [code]);
  const isNone = asked === null && all !== undefined && all.items.length === 0;
  return { code, all: all?.items ?? [], isNone };
}
