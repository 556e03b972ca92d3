// Which exception is at hand. It stays so while the queue is read anew: one that comes before it does not
// take its place, and one that leaves the queue is shown as it is now until somebody moves on.

import type { Exception } from '@doorstep/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../session/session.tsx';

interface Place {
  readonly id: string | null;
  /** What the queue was asked when it was chosen. */
  readonly question: string;
  /** The last of the queue, done with while it still stands there. */
  readonly left: string | null;
}

export interface AtHandOptions {
  readonly rows: readonly Exception[];
  readonly question: string;
  /** The rows answer the question. */
  readonly isSettled: boolean;
  /** Of the URL. */
  readonly linked: string | null;
}

export function useAtHand({ rows, question, isSettled, linked }: AtHandOptions) {
  const [place, setPlace] = useState<Place>({ id: linked, question, left: null });
  const listed = rows.find(({ id }) => id === place.id);
  const [known, setKnown] = useState(listed);
  if (listed !== undefined && listed !== known) setKnown(listed);
  const isAway = isSettled && listed === undefined && place.question === question;
  const alone = useAlone(isAway ? place.id : null);
  const away = alone.data ?? (known?.id === place.id ? known : undefined);
  const isThere = isAway && (away !== undefined || alone.error === null);
  const first = rows.find(({ id }) => id !== place.left)?.id ?? null;
  const next: Place = {
    id: place.id !== null && (listed !== undefined || isThere) ? place.id : first,
    question,
    left: rows.some(({ id }) => id === place.left) ? place.left : null,
  };
  const isNew =
    next.id !== place.id || next.question !== place.question || next.left !== place.left;
  if (isSettled && isNew) setPlace(next);
  return {
    active: listed ?? away,
    /** Null: the first of the others. */
    activate: (id: string | null): void =>
      setPlace({ id, question, left: id === null ? place.id : null }),
  };
}

function useAlone(id: string | null) {
  const { api } = useSession();
  return useQuery({
    queryKey: ['exceptions', 'one', id],
    queryFn: ({ signal }) => api.getException({ exception: id ?? '' }, { signal }),
    enabled: id !== null,
    retry: false,
  });
}
