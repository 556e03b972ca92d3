// How long stages took, as the server tells.

import type { ReportStagesAnswer, ReportStagesInput } from '@doorstep/sdk';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSession } from '../session/session.tsx';
import type { Period } from './period.ts';
import type { ReportQuery } from './report-query.ts';

export type StageRow = ReportStagesAnswer['rows'][number];

export function useStages(query: ReportQuery, by: string, period: Period | null, stage?: string) {
  const { api } = useSession();
  const { filter } = query;
  const isOf =
    filter !== null &&
    filter.dimension !== 'sku' &&
    !['channel', 'country', 'location'].includes(by);
  const input = {
    by,
    ...period,
    ...(stage === undefined ? {} : { stage }),
    ...(isOf ? { [filter.dimension]: filter.member } : {}),
  };
  return useQuery({
    queryKey: ['reports', 'stages', input],
    queryFn: ({ signal }) => api.reportStages(input as ReportStagesInput, { signal }),
    enabled: period !== null,
    placeholderData: keepPreviousData,
  });
}
