// One work with its lines and parcels, as a dialog or the drawer shows it.

import { useQuery } from '@tanstack/react-query';
import { useLiveRefresh, usePollMs } from '../live/live.tsx';
import { useSession } from '../session/session.tsx';

export function useWork(fulfillmentOrder: string, isLive = false) {
  const { api } = useSession();
  // A dialog is not read anew under the hands of who fills it in: who is late is told so in the end.
  const queryKey = ['fulfillment', isLive ? 'work' : 'dialog', fulfillmentOrder];
  const pollMs = usePollMs();
  useLiveRefresh(isLive ? ['fulfillment.', 'parcel.', 'order.'] : [], queryKey);
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => api.getFulfillmentOrder({ fulfillmentOrder }, { signal }),
    refetchInterval: isLive ? pollMs : false,
    refetchOnWindowFocus: isLive,
    gcTime: 0,
  });
}
