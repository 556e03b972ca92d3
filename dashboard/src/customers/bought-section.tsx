// What a customer has bought, in sum.

import type { Customer } from '@doorstep/sdk';
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { Figures } from '../record/figures.tsx';
import { Section } from '../record/section.tsx';
import { useSession } from '../session/session.tsx';
import { Problem } from '../shell/problem.tsx';
import { customerMessages } from './messages.ts';

export function BoughtSection({ customer }: { readonly customer: Customer }) {
  const say = useSay(customerMessages);
  const formats = useFormats();
  const { data, error, refetch } = useCustomerSummary(customer.id);
  const day = (at: string | null | undefined): string => (at == null ? '–' : formats.day(at));
  const figures = [
    {
      label: say('orders'),
      value:
        data === undefined
          ? '…'
          : data.orders < data.countMax
            ? formats.number(data.orders)
            : say('atLeast', { count: formats.number(data.countMax) }),
    },
    {
      label: say('spent'),
      value:
        data === undefined
          ? '…'
          : data.spent
              .map(({ amountMinor, currency }) => formats.money(amountMinor, currency))
              .join(' + ') || '–',
    },
    {
      label: say('openOrders'),
      value: data === undefined ? '…' : formats.number(data.open.length),
    },
    { label: say('first'), value: day(data?.firstOrderAt) },
    { label: say('last'), value: day(data?.lastOrderAt) },
  ];
  return (
    <Section title={say('bought')}>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      <Figures figures={figures} testId="bought" />
    </Section>
  );
}

export function useCustomerSummary(customer: string) {
  const { api } = useSession();
  return useQuery({
    queryKey: ['customers', customer, 'summary'],
    queryFn: ({ signal }) => api.summarizeCustomer({ customer }, { signal }),
  });
}
