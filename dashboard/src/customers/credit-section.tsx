// What a customer may pay later: how much by currency, how much of it is used, and what is owed on
// which invoice.

import type { Customer } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useSay } from '../language/say.ts';
import recordClasses from '../record/record.module.css';
import { Section } from '../record/section.tsx';
import { useSession } from '../session/session.tsx';
import { lazyPart } from '../shell/lazy-part.ts';
import { Problem } from '../shell/problem.tsx';
import { useToast } from '../shell/toast.tsx';
import { CreditFigures } from './credit-figures.tsx';
import { creditMessages } from './credit-messages.ts';
import { OpenInvoices } from './open-invoices.tsx';
import { type Credit, creditKey, useCredit } from './use-credit.ts';

const CreditDialog = lazyPart(async () => (await import('./credit-dialog.tsx')).CreditDialog);

export interface CreditSectionProps {
  readonly customer: Customer;
  /** There is nobody to give credit to any more. */
  readonly isOver: boolean;
}

export function CreditSection({ customer, isOver }: CreditSectionProps) {
  const say = useSay(creditMessages);
  const { can } = useSession();
  const { data, error, refetch } = useCredit(customer.id);
  const [edited, setEdited] = useState<Credit | 'new' | null>(null);
  const mayEdit = can('payments:approve') && !isOver;
  const remove = useRemove(customer.id);
  // A limit of nothing is none.
  const shown = data?.credits.filter((one) => one.limitMinor > 0 || one.owedMinor > 0) ?? [];
  return (
    <Section
      title={say('title')}
      action={
        mayEdit &&
        data !== undefined && (
          <Button size="compact-xs" variant="default" onClick={() => setEdited('new')}>
            {say('setLimit')}
          </Button>
        )
      }
    >
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data !== undefined && shown.length === 0 && (
        <p className={recordClasses['soft']}>{say('none')}</p>
      )}
      {shown.map((credit) => (
        <div key={credit.currency} className={recordClasses['item']} data-testid="credit">
          <CreditFigures credit={credit} open={data?.open ?? []} />
          {mayEdit && (
            <CreditActs
              credit={credit}
              onChange={() => setEdited(credit)}
              onRemove={() => remove.mutate(credit)}
            />
          )}
        </div>
      ))}
      {data !== undefined && data.open.length > 0 && <OpenInvoices open={data.open} />}
      {edited !== null && data !== undefined && (
        <Suspense>
          <CreditDialog
            customer={customer.id}
            known={data.credits}
            credit={edited === 'new' ? null : edited}
            onClose={() => setEdited(null)}
          />
        </Suspense>
      )}
    </Section>
  );
}

interface CreditActsProps {
  readonly credit: Credit;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

function CreditActs({ credit: { currency, limitMinor }, onChange, onRemove }: CreditActsProps) {
  const say = useSay(creditMessages);
  return (
    <div className={recordClasses['buttons']}>
      {limitMinor > 0 && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={say('removeOf', { currency })}
          onClick={onRemove}
        >
          {say('remove')}
        </Button>
      )}
      <Button
        size="compact-xs"
        variant="default"
        aria-label={say('changeOf', { currency })}
        onClick={onChange}
      >
        {say('change')}
      </Button>
    </div>
  );
}

/** With a way back: it is one click. */
function useRemove(customer: string) {
  const say = useSay(creditMessages);
  const { api } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  const queryKey = creditKey(customer);
  const undo = useMutation({
    mutationFn: ({ owedMinor: _owed, ...credit }: Credit) =>
      api.setCustomerCredit({ customer, ...credit, version: credit.version + 1 }),
    onSuccess: (answer) => client.setQueryData(queryKey, answer),
    onError: toast.failed,
  });
  return useMutation({
    mutationFn: ({ currency, version }: Credit) =>
      api.setCustomerCredit({ customer, currency, limitMinor: 0, version }),
    onSuccess(answer, credit) {
      client.setQueryData(queryKey, answer);
      toast.done(say('removed', { currency: credit.currency }), () => undo.mutate(credit));
    },
    onError(error) {
      toast.failed(error);
      void client.invalidateQueries({ queryKey });
    },
  });
}
