// What an order comes to.

import type { Order } from '@doorstep/sdk';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import classes from './order.module.css';
import { orderDetailMessages } from './order-detail-messages.ts';

export function OrderTotals({ order }: { readonly order: Order }) {
  const say = useSay(orderDetailMessages);
  const { totals, canceledMinor, grantedMinor } = order;
  const due = totals.totalMinor - canceledMinor - grantedMinor;
  const isChanged = canceledMinor + grantedMinor > 0;
  return (
    <div className={classes['sums']}>
      <Sum label={say('items')} amountMinor={totals.itemsMinor} order={order} />
      {totals.discountMinor !== 0 && (
        <Sum label={say('discounts')} amountMinor={-totals.discountMinor} order={order} />
      )}
      <Sum label={say('shipping')} amountMinor={totals.shippingMinor} order={order} />
      <Sum
        label={say(totals.pricesIncludeTax ? 'taxIncluded' : 'tax')}
        amountMinor={totals.taxMinor}
        order={order}
      />
      <Sum label={say('total')} amountMinor={totals.totalMinor} order={order} isStrong />
      {canceledMinor > 0 && (
        <Sum label={say('canceled')} amountMinor={-canceledMinor} order={order} />
      )}
      {grantedMinor > 0 && <Sum label={say('granted')} amountMinor={-grantedMinor} order={order} />}
      {isChanged && <Sum label={say('due')} amountMinor={due} order={order} isStrong />}
    </div>
  );
}

interface SumProps {
  readonly label: string;
  readonly amountMinor: number;
  readonly order: Order;
  readonly isStrong?: boolean;
}

function Sum({ label, amountMinor, order, isStrong }: SumProps) {
  const formats = useFormats();
  return (
    <div className={classes['pair']} data-strong={isStrong || undefined}>
      <span className={isStrong ? undefined : classes['soft']}>{label}</span>
      <span>{formats.money(amountMinor, order.currency)}</span>
    </div>
  );
}
