// One order, whole: where its units and its money are, who bought it, what happened, and what can be
// done. The tab and an open dialog stand in the URL.

import type { Order } from '@doorstep/sdk';
import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Link, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { useSay } from '../language/say.ts';
import { useLiveRefresh, usePollMs } from '../live/live.tsx';
import { useSession } from '../session/session.tsx';
import { useKeys } from '../shell/keys.tsx';
import { lazyPart } from '../shell/lazy-part.ts';
import { Page } from '../shell/page.tsx';
import { Problem } from '../shell/problem.tsx';
import classes from './order.module.css';
import { OrderActions } from './order-actions.tsx';
import { orderDetailMessages } from './order-detail-messages.ts';
import { OrderOverview } from './order-overview.tsx';
import { StatusBadge } from './status-badge.tsx';
import { useOrderActs } from './use-order-acts.ts';

// What opens over the page, or behind a tab, is loaded when it is.
const CancelDialog = lazyPart(async () => (await import('./cancel-dialog.tsx')).CancelDialog);
const ConflictDialog = lazyPart(async () => (await import('./conflict-dialog.tsx')).ConflictDialog);
const HoldDialog = lazyPart(async () => (await import('./hold-dialog.tsx')).HoldDialog);
const PaymentDialog = lazyPart(async () => (await import('./payment-dialog.tsx')).PaymentDialog);
const PromiseDialog = lazyPart(async () => (await import('./promise-dialog.tsx')).PromiseDialog);
const RefundDialog = lazyPart(async () => (await import('./refund-dialog.tsx')).RefundDialog);
const OrderTimeline = lazyPart(async () => (await import('./order-timeline.tsx')).OrderTimeline);
const OrderJson = lazyPart(async () => (await import('./order-json.tsx')).OrderJson);

const CHANGES = ['order.', 'payment.', 'fulfillment.', 'parcel.', 'return.'];

export function OrderScreen() {
  const say = useSay(orderDetailMessages);
  const { api } = useSession();
  const { order: reference = '' } = useParams();
  const queryKey = ['orders', reference];
  const { data, error, refetch } = useQuery({
    queryKey: [...queryKey, 'order'],
    queryFn: ({ signal }) => api.getOrder({ order: reference }, { signal }),
    refetchInterval: usePollMs(),
  });
  useLiveRefresh(CHANGES, queryKey, data?.id ?? 'none yet');
  if (data === undefined)
    return (
      <Page title={say('title', { number: reference })} parent={<BackLink />}>
        {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      </Page>
    );
  return <OpenOrder key={data.id} order={data} queryKey={queryKey} />;
}

interface OpenOrderProps {
  readonly order: Order;
  readonly queryKey: readonly unknown[];
}

function OpenOrder({ order, queryKey }: OpenOrderProps) {
  const say = useSay(orderDetailMessages);
  const acts = useOrderActs(order, queryKey);
  const [parameters, set] = useUrl();
  const tab = parameters.get('tab') ?? 'overview';
  const dialog = parameters.get('dialog');
  const shown = { order, acts, queryKey, onClose: () => set('dialog', null) };
  const writeNote = (): void => {
    set('tab', null);
    // The field is there once the tab is.
    requestAnimationFrame(() => document.getElementById('note')?.focus());
  };
  return (
    <Page
      title={say('title', { number: order.number })}
      parent={<BackLink />}
      beside={<States order={order} />}
      actions={
        <OrderActions
          order={order}
          acts={acts}
          onDialog={(name) => set('dialog', name)}
          onNote={writeNote}
          onTab={(name) => set('tab', name === 'overview' ? null : name)}
        />
      }
    >
      <Tabs
        value={tab}
        onChange={(name) => set('tab', name === 'overview' ? null : name)}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {(['overview', 'timeline', 'json'] as const).map((name) => (
            <Tabs.Tab key={name} value={name}>
              {say(name)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview">
          <OrderOverview
            order={order}
            acts={acts}
            onPromise={() => set('dialog', 'promise')}
            onPayment={() => set('dialog', 'payment')}
            queryKey={queryKey}
          />
        </Tabs.Panel>
        <Tabs.Panel value="timeline">
          <Suspense>
            <OrderTimeline order={order} queryKey={queryKey} />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="json">
          <Suspense>
            <OrderJson order={order} queryKey={queryKey} />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
      <Suspense>
        {dialog === 'cancel' && <CancelDialog {...shown} />}
        {dialog === 'refund' && <RefundDialog {...shown} />}
        {dialog === 'hold' && <HoldDialog {...shown} />}
        {dialog === 'payment' && <PaymentDialog {...shown} />}
        {dialog === 'promise' && <PromiseDialog {...shown} />}
        {acts.conflict !== null && <ConflictDialog acts={acts} />}
      </Suspense>
    </Page>
  );
}

function useUrl() {
  const [parameters, setParameters] = useSearchParams();
  const set = (name: string, value: string | null): void =>
    setParameters(
      (before) => {
        if (name === 'dialog') before.delete('units');
        if (value === null) before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  return [parameters, set] as const;
}

function States({ order }: { readonly order: Order }) {
  const { status, paymentStatus, fulfillmentStatus, stockStatus, returnStatus } = order;
  const stock = stockStatus === 'promised' ? 'none' : stockStatus;
  const all = [status, paymentStatus, fulfillmentStatus, stock, returnStatus];
  const told = [...new Set(all.filter((one) => one !== 'none'))];
  return (
    <span className={classes['badges']}>
      {told.map((one) => (
        <StatusBadge key={one} status={one} />
      ))}
    </span>
  );
}

/** To the list as it was, where it was opened from there. */
function BackLink() {
  const say = useSay(orderDetailMessages);
  const navigate = useNavigate();
  const isFirst = useLocation().key === 'default';
  useKeys([
    {
      keys: 'Escape',
      does: say('back'),
      run: () => void (isFirst ? navigate('/orders') : navigate(-1)),
    },
  ]);
  return (
    <>
      <span className={classes['soft']}>
        <Link to="/orders">{say('orders')}</Link>
      </span>
      <span className={classes['soft']} aria-hidden>
        /
      </span>
    </>
  );
}
