// An order beside the list, by the space bar: enough to decide whether to open it.

import { Button, CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useKeys } from '../shell/keys.tsx';
import { Problem } from '../shell/problem.tsx';
import { orderMessages } from './messages.ts';
import { OrderBadge } from './order-badge.tsx';
import classes from './order-list.module.css';

export interface OrderPreviewProps {
  readonly order: string;
  readonly onClose: () => void;
}

export function OrderPreview({ order: id, onClose }: OrderPreviewProps) {
  const say = useSay(orderMessages);
  const formats = useFormats();
  const { api } = useSession();
  useKeys([{ keys: 'Escape', does: say('closePreview'), run: onClose }]);
  const { data: order, error } = useQuery({
    queryKey: ['orders', 'preview', id],
    queryFn: ({ signal }) => api.getOrder({ order: id }, { signal }),
  });
  return (
    <aside className={classes['preview']} aria-label={say('preview')} data-testid="preview">
      <div className={classes['cardLine']}>
        <h2 className={classes['big']} translate="no">
          {order?.number}
        </h2>
        <CloseButton aria-label={say('closePreview')} onClick={onClose} />
      </div>
      {error !== null && <Problem error={error} />}
      {order !== undefined && (
        <>
          <div className={classes['cardBadges']}>
            <OrderBadge value={order.status} />
            <OrderBadge value={order.paymentStatus} />
            <OrderBadge value={order.fulfillmentStatus} />
            <OrderBadge value={order.stockStatus} />
          </div>
          <dl className={classes['terms']}>
            <dt>{say('placed')}</dt>
            <dd>{formats.time(order.placedAt)}</dd>
            <dt>{say('channel')}</dt>
            <dd translate="no">{order.channel}</dd>
            <dt>{say('customerName')}</dt>
            <dd translate="no">{order.contact.name ?? order.contact.email ?? '–'}</dd>
            <dt>{say('total')}</dt>
            <dd>{formats.money(order.totalMinor, order.currency)}</dd>
          </dl>
          <h3>{say('lines')}</h3>
          <ul className={classes['previewLines']}>
            {order.lines
              .filter(({ kind }) => kind !== 'component')
              .map((line) => (
                <li key={line.id}>
                  <span>{formats.number(line.ordered)} ×</span>
                  <span translate="no">{line.title}</span>
                  <span>{formats.money(line.amountMinor, order.currency)}</span>
                </li>
              ))}
          </ul>
          <Button component={Link} to={`/orders/${order.number}`} variant="default">
            {say('openOrder')}
          </Button>
        </>
      )}
    </aside>
  );
}
