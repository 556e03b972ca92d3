// What a customer may owe, and owes.

import type { GetCustomerCreditAnswer } from '@doorstep/sdk';
import { useQuery } from '@tanstack/react-query';
import { useLiveRefresh, usePollMs } from '../live/live.tsx';
import { useSession } from '../session/session.tsx';

export type Credit = GetCustomerCreditAnswer['credits'][number];
export type OpenTerms = GetCustomerCreditAnswer['open'][number];

export const creditKey = (customer: string) => ['customers', customer, 'credit'];

/** What may change what is owed. Orders of others come by here too, so it is read now and then only. */
const TYPES = [
  ...['payment.terms_granted.v1', 'payment.terms_waiting.v1', 'payment.invoiced.v1'],
  ...['payment.overdue.v1', 'payment.captured.v1', 'payment.voided.v1'],
];
const REST_MS = 2000;

export function useCredit(customer: string) {
  const { api, can } = useSession();
  useLiveRefresh(TYPES, creditKey(customer), undefined, REST_MS);
  return useQuery({
    queryKey: creditKey(customer),
    queryFn: ({ signal }) => api.getCustomerCredit({ customer }, { signal }),
    refetchInterval: usePollMs(),
    enabled: can('payments:read'),
  });
}
