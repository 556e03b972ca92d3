// Where a buyer had the bank take money back, and until when one may answer.

import type { GetOrderPaymentsAnswer } from '@doorstep/sdk';
import { Badge } from '@mantine/core';
import { useNow } from '../home/use-now.ts';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import classes from './order.module.css';
import { orderMoneyMessages } from './order-money-messages.ts';

const COLORS = {
  inquiry: 'orange',
  withdrawn: 'red',
  lost: 'red',
  won: 'teal',
  dropped: 'gray',
} as const;

export function OrderDisputes({ money }: { readonly money: GetOrderPaymentsAnswer }) {
  const say = useSay(orderMoneyMessages);
  const formats = useFormats();
  const now = useNow();
  if (money.disputes.length === 0) return null;
  return (
    <section aria-label={say('disputes')}>
      {money.disputes.map(({ id, status, amountMinor, currency, reason, reference, respondBy }) => {
        const isOpen = status === 'inquiry' || status === 'withdrawn';
        return (
          <div key={id} className={classes['row']}>
            <Badge color={COLORS[status]} variant="dot">
              {say(status)}
            </Badge>
            <span>{formats.money(amountMinor, currency)}</span>
            <span className={classes['soft']} translate="no">
              {reason} {reference}
            </span>
            {isOpen && respondBy !== null && (
              <span className={classes['small']}>
                {say('respondBy', {
                  time: formats.time(respondBy),
                  left: formats.relative(respondBy, now),
                })}
              </span>
            )}
          </div>
        );
      })}
    </section>
  );
}
