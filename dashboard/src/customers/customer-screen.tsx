// One customer: what they bought, where it went, what was noted; merged and erased here as well.

import type { Customer } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useLiveRefresh, usePollMs } from '../live/live.tsx';
import { BackLink } from '../record/back-link.tsx';
import { recordMessages } from '../record/messages.ts';
import { RecentOrders } from '../record/recent-orders.tsx';
import classes from '../record/record.module.css';
import { useSession } from '../session/session.tsx';
import { useCommands } from '../shell/commands.tsx';
import { useKeys } from '../shell/keys.tsx';
import { lazyPart } from '../shell/lazy-part.ts';
import { Page } from '../shell/page.tsx';
import { Problem } from '../shell/problem.tsx';
import { BoughtSection } from './bought-section.tsx';
import { ContactSection } from './contact-section.tsx';
import { ContactSections } from './contact-sections.tsx';
import { CreditSection } from './credit-section.tsx';
import { customerMessages } from './messages.ts';
import { nameOf } from './name-of.ts';
import { StoreCreditSection, useStoreCredit } from './store-credit-section.tsx';
import { useCredit } from './use-credit.ts';

const CustomerDialog = lazyPart(async () => (await import('./customer-dialog.tsx')).CustomerDialog);
const MergeDialog = lazyPart(async () => (await import('./merge-dialog.tsx')).MergeDialog);
const EraseDialog = lazyPart(async () => (await import('./erase-dialog.tsx')).EraseDialog);

export function CustomerScreen() {
  const say = useSay(customerMessages);
  const { api } = useSession();
  const { customer: id = '' } = useParams();
  const queryKey = ['customers', id];
  const { data, error, refetch } = useQuery({
    queryKey: [...queryKey, 'customer'],
    queryFn: ({ signal }) => api.getCustomer({ customer: id }, { signal }),
    refetchInterval: usePollMs(),
  });
  useLiveRefresh(['customer.'], queryKey, id);
  // As tall as what the customer owes: coming later, it would push the orders down.
  const credit = useCredit(id);
  const storeCredit = useStoreCredit(id);
  if (data === undefined || credit.isLoading || storeCredit.isLoading)
    return (
      <Page title={say('title')} parent={<BackLink to="/customers" label={say('title')} />}>
        {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      </Page>
    );
  return <OpenCustomer key={data.id} customer={data} />;
}

function OpenCustomer({ customer }: { readonly customer: Customer }) {
  const say = useSay(customerMessages);
  const { can } = useSession();
  const name = nameOf(customer);
  const isOne = customer.erasedAt === null && customer.mergedInto === null;
  return (
    <Page
      title={name ?? say(customer.erasedAt === null ? 'nameless' : 'erased')}
      isName={name !== null}
      parent={<BackLink to="/customers" label={say('title')} />}
      actions={isOne && can('customers:write') && <CustomerActions />}
    >
      <WhatBecame customer={customer} />
      <div className={classes['columns']}>
        <div className={classes['stack']}>
          {can('orders:read') && <BoughtSection customer={customer} />}
          {can('payments:read') && <StoreCreditSection customer={customer} isOver={!isOne} />}
          {can('payments:read') && <CreditSection customer={customer} isOver={!isOne} />}
          <RecentOrders filter={{ customer: customer.id }} />
        </div>
        <div className={classes['stack']}>
          <ContactSection customer={customer} />
          {can('orders:read') && <ContactSections customer={customer} />}
        </div>
      </div>
      {isOne && can('customers:write') && <Dialogs customer={customer} />}
    </Page>
  );
}

/** That there is nobody here any more, and why. */
function WhatBecame({ customer }: { readonly customer: Customer }) {
  const say = useSay(customerMessages);
  const formats = useFormats();
  const { erasedAt, mergedInto } = customer;
  if (erasedAt !== null)
    return (
      <div className={classes['notice']} role="status" data-testid="became">
        {say('erasedOn', { day: formats.day(erasedAt) })}
      </div>
    );
  if (mergedInto === null) return null;
  return (
    <div className={classes['notice']} role="status" data-testid="became">
      {say('mergedInto')} <Link to={`/customers/${mergedInto}`}>{say('openOther')}</Link>
    </div>
  );
}

function useDialog() {
  const [parameters, setParameters] = useSearchParams();
  return {
    dialog: parameters.get('dialog'),
    open: (name: string): void => setParameters({ dialog: name }, { replace: true }),
    close: (): void => setParameters({}, { replace: true }),
  };
}

function CustomerActions() {
  const say = useSay(customerMessages);
  const sayRecord = useSay(recordMessages);
  const { open } = useDialog();
  const acts = [
    { id: 'erase', label: say('erase') },
    { id: 'merge', label: say('merge'), keys: 'm' },
    { id: 'edit', label: sayRecord('edit'), keys: 'e' },
  ];
  useKeys(
    acts.flatMap(({ id, label, keys }) =>
      keys === undefined ? [] : [{ keys, does: label, run: () => open(id) }],
    ),
  );
  useCommands(acts.map(({ id, label }) => ({ id: `${id}-customer`, label, run: () => open(id) })));
  return acts.map(({ id, label }) => (
    <Button key={id} {...(id === 'edit' ? {} : { variant: 'default' })} onClick={() => open(id)}>
      {label}
    </Button>
  ));
}

function Dialogs({ customer }: { readonly customer: Customer }) {
  const { dialog, close } = useDialog();
  return (
    <Suspense>
      {dialog === 'edit' && <CustomerDialog customer={customer} onClose={close} onSaved={close} />}
      {dialog === 'merge' && <MergeDialog customer={customer} onClose={close} />}
      {dialog === 'erase' && <EraseDialog customer={customer} onClose={close} />}
    </Suspense>
  );
}
