// What the shop owes a customer: by currency, with how it came to be; given and taken here as well.

import type { GetStoreCreditAnswer } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { Link } from 'react-router';
import { MovementsTable } from '../gift-cards/movements-table.tsx';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useLiveRefresh, usePollMs } from '../live/live.tsx';
import { Figures } from '../record/figures.tsx';
import classes from '../record/record.module.css';
import { Section } from '../record/section.tsx';
import { useSession } from '../session/session.tsx';
import { useSettings } from '../settings/use-reasons.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import { Problem } from '../shell/problem.tsx';
import type { CreditSectionProps } from './credit-section.tsx';
import { storeCreditMessages } from './store-credit-messages.ts';

const AdjustDialog = lazyPart(
  async () => (await import('../gift-cards/adjust-dialog.tsx')).AdjustDialog,
);

const storeCreditKey = (customer: string) => ['customers', customer, 'store-credit'];
/** Beside it: asked for anew with it, and not once more because of it. */
const movementsKey = (customer: string, currency: string) => [
  ...['customers', customer, 'store-credit-movements', currency],
];
const SHOWN = 5;
const REST_MS = 2000;

/**
 * Also asked for by the page, with the first of what happened: coming later, that would push down what is
 * below it.
 */
export function useStoreCredit(customer: string) {
  const { api, can } = useSession();
  const client = useQueryClient();
  useLiveRefresh(['store-credit.'], storeCreditKey(customer), undefined, REST_MS);
  return useQuery({
    queryKey: storeCreditKey(customer),
    async queryFn({ signal }) {
      const answer = await api.getStoreCredit({ customer }, { signal });
      for (const { currency } of answer.accounts) {
        const named = { customer, currency, limit: SHOWN };
        const first = await api.listStoreCreditMovements(named, { signal });
        const known = { pages: [first], pageParams: [undefined] };
        client.setQueryData(movementsKey(customer, currency), known);
      }
      return answer;
    },
    refetchInterval: usePollMs(),
    enabled: can('payments:read'),
  });
}

export function StoreCreditSection({ customer: { id }, isOver }: CreditSectionProps) {
  const say = useSay(storeCreditMessages);
  const { can } = useSession();
  const { data, error, refetch } = useStoreCredit(id);
  const [isAdjusting, setAdjusting] = useState(false);
  const accounts = data?.accounts ?? [];
  const mayAdjust = can('payments:write') && !isOver && data !== undefined;
  return (
    <Section
      title={say('title')}
      action={
        mayAdjust && (
          <Button size="compact-xs" variant="default" onClick={() => setAdjusting(true)}>
            {say(accounts.length === 0 ? 'give' : 'adjust')}
          </Button>
        )
      }
    >
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data !== undefined && accounts.length === 0 && (
        <p className={classes['soft']}>{say('none')}</p>
      )}
      {accounts.map((account) => (
        <Account key={account.id} customer={id} account={account} />
      ))}
      <p>
        <Link to={`/gift-cards?customer=${id}`}>{say('giftCards')}</Link>
      </p>
      {isAdjusting && (
        <Adjusting customer={id} accounts={accounts} onClose={() => setAdjusting(false)} />
      )}
    </Section>
  );
}

type Credit = GetStoreCreditAnswer['accounts'][number];

interface AccountProps {
  readonly customer: string;
  readonly account: Credit;
}

function Account({ customer, account }: AccountProps) {
  const say = useSay(storeCreditMessages);
  const { api } = useSession();
  const formats = useFormats();
  const { currency, balanceMinor, heldMinor, availableMinor, nextExpiryAt } = account;
  const inWords = (amountMinor: number) => formats.money(amountMinor, currency);
  const figures = [
    { label: say('balance'), value: inWords(balanceMinor) },
    ...(heldMinor > 0
      ? [
          { label: say('promised'), value: inWords(heldMinor) },
          { label: say('available'), value: inWords(availableMinor) },
        ]
      : []),
    ...(nextExpiryAt === null
      ? []
      : [{ label: say('nextExpiry'), value: formats.day(nextExpiryAt) }]),
  ];
  return (
    <div className={classes['item']} data-testid="store-credit">
      <Figures figures={figures} />
      <MovementsTable
        queryKey={movementsKey(customer, currency)}
        currency={currency}
        load={(cursor, signal) =>
          api.listStoreCreditMovements(
            { customer, currency, limit: SHOWN, ...(cursor === undefined ? {} : { cursor }) },
            { signal },
          )
        }
      />
    </div>
  );
}

interface AdjustingProps {
  readonly customer: string;
  readonly accounts: readonly Credit[];
  readonly onClose: () => void;
}

function Adjusting({ customer, accounts, onClose }: AdjustingProps) {
  const say = useSay(storeCreditMessages);
  const { api } = useSession();
  const client = useQueryClient();
  const usual = useSettings().data?.appearance.currency ?? 'EUR';
  return (
    <Suspense>
      <AdjustDialog
        title={say('title')}
        available={new Map(accounts.map((one) => [one.currency, one.availableMinor]))}
        currency={accounts[0]?.currency ?? usual}
        hasEnd
        adjust={(adjustment) => api.adjustStoreCredit({ customer, ...adjustment })}
        onDone={() => void client.invalidateQueries({ queryKey: storeCreditKey(customer) })}
        onClose={onClose}
      />
    </Suspense>
  );
}
