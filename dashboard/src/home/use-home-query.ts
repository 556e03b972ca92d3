// A question of the home screen: asked anew when something happened that may change the answer.

import { useQuery } from '@tanstack/react-query';
import { usePollMs } from '../live/live.tsx';

export const CHANGES_WORK = [
  'order.',
  'fulfillment.',
  'parcel.',
  'payment.',
  'return.',
  'exception.',
  'location.',
] as const;

/** Numbers of the whole shop: in a surge each event would ask for them again. */
export const REST_MS = 2000;

/** What is summed up behind the log comes a moment after the event that one heard of. */
const EVERY_MS = 10_000;

export function useHomeQuery<Answer>(
  name: string,
  ask: (signal: AbortSignal) => Promise<Answer>,
  isAllowed = true,
) {
  return useQuery({
    queryKey: ['home', name],
    queryFn: ({ signal }) => ask(signal),
    enabled: isAllowed,
    refetchInterval: usePollMs() || EVERY_MS,
  });
}
