// Sums of what flowed, now and in the period it is compared with.

import type { FlowKind } from '@doorstep/core/analytics/flow.ts';
import type { ReportFlowAnswer, ReportFlowInput } from '@doorstep/sdk';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { usePollMs } from '../live/live.tsx';
import { useSession } from '../session/session.tsx';
import type { Period } from './period.ts';
import type { ReportQuery } from './report-query.ts';

export type Flow = ReportFlowAnswer;
export type FlowRow = Flow['rows'][number];

/** Under a filter by location, what was sold is what was sent from there. */
export function useFlow(
  kind: FlowKind,
  by: string,
  { filter, currency }: ReportQuery,
  period: Period | null,
) {
  const { api } = useSession();
  const isMember = ['channel', 'country', 'location', 'sku'].includes(by);
  const input = {
    kind: kind === 'sale' && filter?.dimension === 'location' ? 'shipment' : kind,
    by,
    ...period,
    ...(currency === null ? {} : { currency }),
    ...(filter === null || isMember ? {} : { [filter.dimension]: filter.member }),
  };
  return useQuery({
    queryKey: ['reports', 'flow', input],
    queryFn: ({ signal }) => api.reportFlow(input as ReportFlowInput, { signal }),
    enabled: period !== null,
    placeholderData: keepPreviousData,
    refetchInterval: usePollMs(),
  });
}
