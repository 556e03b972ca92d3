// One work with its lines and parcels, as a dialog or the drawer shows it.

import { useQuery } from '@tanstack/react-query';
import { useLiveRefresh, usePollMs } from '../live/live.tsx';
import { useSession } from '../session/session.tsx';

export function useWork(fulfillmentOrder: string, isLive = false) {
  const { api } = useSession();
  const queryKey = ['fulfillment', 'work', fulfillmentOrder];
  const pollMs = usePollMs();
  useLiveRefresh(isLive ? ['fulfillment.', 'parcel.', 'order.'] : [], queryKey);
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => api.getFulfillmentOrder({ fulfillmentOrder }, { signal }),
    refetchInterval: isLive ? pollMs : false,
    // What somebody types numbers into does not change under their hands.
    refetchOnWindowFocus: isLive,
    gcTime: 0,
  });
}
