// The overview of an order: its lines and what became of them on the left, people on the right.

import type { Order } from '@doorstep/sdk';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { lazyPart } from '../shell/lazy-part.ts';
import { LineMatrix } from './line-matrix.tsx';
import classes from './order.module.css';
import { OrderAddresses, OrderCustomer, OrderFacts } from './order-customer.tsx';
import { OrderDeliveries } from './order-deliveries.tsx';
import { orderDetailMessages } from './order-detail-messages.ts';
import { OrderHolds } from './order-holds.tsx';
import { OrderMoney } from './order-money.tsx';
import { OrderNotes } from './order-notes.tsx';
import { OrderPromise } from './order-promise.tsx';
import { OrderExceptions } from './order-related.tsx';
import { OrderSection } from './order-section.tsx';
import { OrderShipments } from './order-shipments.tsx';
import { OrderTags } from './order-tags.tsx';
import { OrderTerms } from './order-terms.tsx';
import { OrderTotals } from './order-totals.tsx';
import { RoutingCard } from './routing-card.tsx';
import type { OrderActs } from './use-order-acts.ts';

// Few orders have them: the others do not wait for their code.
const OrderRefundRequests = lazyPart(
  async () => (await import('./order-refund-requests.tsx')).OrderRefundRequests,
);
const OrderRisk = lazyPart(async () => (await import('./order-risk.tsx')).OrderRisk);

export interface OrderOverviewProps {
  readonly order: Order;
  readonly acts: OrderActs;
  readonly onPromise: () => void;
  readonly onPayment: () => void;
  readonly queryKey: readonly unknown[];
}

export function OrderOverview(props: OrderOverviewProps) {
  const { order, acts, onPromise, onPayment, queryKey } = props;
  const say = useSay(orderDetailMessages);
  const { can } = useSession();
  const { money, risk, work, parcels, routing, isLoading } = useParts(order, queryKey);
  // All at once: cards that come one by one would push each other down.
  if (isLoading) return null;
  return (
    <div className={classes['columns']}>
      <div className={classes['stack']}>
        <OrderSection title={say('lines')}>
          <LineMatrix order={order} />
          <OrderTotals order={order} />
        </OrderSection>
        {money !== undefined && <OrderMoney order={order} money={money} onPayment={onPayment} />}
        {money !== undefined && <OrderTerms order={order} money={money} acts={acts} />}
        {money !== undefined && money.refundRequests.length > 0 && (
          <Suspense fallback={null}>
            <OrderRefundRequests order={order} money={money} acts={acts} />
          </Suspense>
        )}
        {work !== undefined && <OrderShipments work={work.items} parcels={parcels?.items ?? []} />}
        {routing !== undefined && <RoutingCard routing={routing} currency={order.currency} />}
      </div>
      <div className={classes['stack']}>
        <OrderPromise order={order} onChange={onPromise} />
        <OrderNotes order={order} acts={acts} />
        {risk !== undefined && (risk.state !== null || risk.signals.length > 0) && (
          <Suspense fallback={null}>
            <OrderRisk order={order} risk={risk} />
          </Suspense>
        )}
        <OrderHolds order={order} acts={acts} />
        <OrderCustomer order={order} />
        <OrderAddresses order={order} />
        <OrderTags order={order} acts={acts} />
        <OrderFacts order={order} />
        {can('exceptions:read') && <OrderExceptions order={order} queryKey={queryKey} />}
        {can('webhooks:read') && <OrderDeliveries order={order} queryKey={queryKey} />}
      </div>
    </div>
  );
}

function useParts(order: Order, queryKey: readonly unknown[]) {
  const { api, can } = useSession();
  const of = { order: order.id };
  const money = useQuery({
    queryKey: [...queryKey, 'money'],
    queryFn: ({ signal }) => api.getOrderPayments(of, { signal }),
    enabled: can('payments:read'),
  });
  const risk = useQuery({
    queryKey: [...queryKey, 'risk'],
    queryFn: ({ signal }) => api.getOrderRisk(of, { signal }),
    enabled: can('risk:read'),
  });
  const work = useQuery({
    queryKey: [...queryKey, 'work'],
    queryFn: ({ signal }) => api.listFulfillmentOrders({ ...of, limit: 50 }, { signal }),
    enabled: can('fulfillment:read'),
  });
  const parcels = useQuery({
    queryKey: [...queryKey, 'parcels'],
    queryFn: ({ signal }) => api.listParcels({ ...of, limit: 50 }, { signal }),
    enabled: can('fulfillment:read'),
  });
  const routing = useQuery({
    queryKey: [...queryKey, 'routing'],
    queryFn: ({ signal }) => api.explainRouting(of, { signal }),
  });
  return {
    money: money.data,
    risk: risk.data,
    work: work.data,
    parcels: parcels.data,
    routing: routing.data,
    isLoading: [money, risk, work, parcels, routing].some((one) => one.isLoading),
  };
}
