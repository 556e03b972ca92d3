// When an order is promised to leave: the date, how long is left of it, and whether it is in danger.

import { promiseRisk } from '@doorstep/core/orders/promise-risk.ts';
import type { ListOrdersItem, Order } from '@doorstep/sdk';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { orderMessages } from './messages.ts';
import classes from './order-list.module.css';

const RISK_WORDS = { late: 'late', 'at-risk': 'atRisk', 'on-time': 'onTime' } as const;

export interface ShipByProps {
  readonly order: ListOrdersItem | Order;
  /** The date stands beside it: nothing where nothing is in danger. */
  readonly isRiskOnly?: boolean;
}

/** What is on time says its date, what is not how long it is or was. */
export function ShipBy({ order, isRiskOnly = false }: ShipByProps) {
  const say = useSay(orderMessages);
  const formats = useFormats();
  const { shipBy, promisedBy } = order;
  if (shipBy === null) return null;
  const risk = promiseRisk(order, new Date(shipBy), new Date());
  const isInDanger = risk === 'late' || risk === 'at-risk';
  if (isRiskOnly && !isInDanger) return null;
  const title = [
    formats.fullTime(shipBy),
    ...(risk === null ? [] : [say(RISK_WORDS[risk])]),
    ...(promisedBy === 'cut-off' ? [say('byCutOff')] : []),
  ].join(' · ');
  return (
    <time
      dateTime={shipBy}
      title={title}
      className={classes['shipBy']}
      data-risk={risk ?? undefined}
      data-derived={promisedBy === 'cut-off' || undefined}
    >
      {isInDanger ? `${say(RISK_WORDS[risk])}, ${formats.relative(shipBy)}` : formats.time(shipBy)}
    </time>
  );
}
