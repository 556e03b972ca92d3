// When the order is promised to leave and to be there, who says so, and whether it is in danger.

import type { Order } from '@doorstep/sdk';
import { Button, Text } from '@mantine/core';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import classes from './order.module.css';
import { OrderSection } from './order-section.tsx';
import { promiseMessages } from './promise-messages.ts';
import { ShipBy } from './ship-by.tsx';

export interface OrderPromiseProps {
  readonly order: Order;
  readonly onChange: () => void;
}

export function OrderPromise({ order, onChange }: OrderPromiseProps) {
  const say = useSay(promiseMessages);
  const formats = useFormats();
  const { can } = useSession();
  const { shipBy, promisedBy, deliverBy } = order;
  return (
    <OrderSection
      title={say('promised')}
      action={
        can('orders:write') && (
          <Button size="compact-xs" variant="default" onClick={onChange}>
            {say('change')}
          </Button>
        )
      }
    >
      {shipBy === null && deliverBy === null && (
        <Text c="dimmed" size="sm">
          {say('nothing')}
        </Text>
      )}
      {shipBy !== null && (
        <div className={classes['pair']} data-testid="ship-by">
          <span className={classes['soft']}>{say('shipBy')}</span>
          <span>
            {formats.time(shipBy)}
            <br />
            <ShipByRisk order={order} />
          </span>
        </div>
      )}
      {deliverBy !== null && (
        <div className={classes['pair']}>
          <span className={classes['soft']}>{say('deliverBy')}</span>
          <span>{formats.time(deliverBy)}</span>
        </div>
      )}
      {promisedBy !== null && <div className={classes['soft']}>{say(`by-${promisedBy}`)}</div>}
    </OrderSection>
  );
}

/** Only where there is something to say. */
function ShipByRisk({ order }: { readonly order: Order }) {
  const isOver = order.status === 'completed' || order.status === 'canceled';
  return isOver ? null : <ShipBy order={order} isRiskOnly />;
}
