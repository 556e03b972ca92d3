// The carriers that give labels here; they do not change while somebody works.

import { useQuery } from '@tanstack/react-query';
import { useSession } from '../session/session.tsx';

export function useCarriers() {
  const { api } = useSession();
  return useQuery({
    queryKey: ['carriers'],
    queryFn: ({ signal }) => api.listCarriers({}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
