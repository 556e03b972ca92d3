// What to take from the shelves, SKU by SKU, with the orders that it is for.

import type { GetFulfillmentOrderAnswer as FulfillmentOrder } from '@doorstep/sdk';
import { useSay } from '../language/say.ts';
import { floorMessages } from './act-messages.ts';
import classes from './print.module.css';

interface ToTake {
  readonly sku: string;
  readonly title: string;
  readonly units: number;
  readonly orders: readonly string[];
}

export function PickList({ works }: { readonly works: readonly FulfillmentOrder[] }) {
  const say = useSay(floorMessages);
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{say('check')}</th>
          <th scope="col">{say('quantity')}</th>
          <th scope="col">{say('sku')}</th>
          <th scope="col">{say('item')}</th>
          <th scope="col">{say('forOrders')}</th>
        </tr>
      </thead>
      <tbody>
        {toTakeFrom(works).map(({ sku, title, units, orders }) => (
          <tr key={sku} data-testid="to-take">
            <td>
              <span className={classes['box']} />
            </td>
            <td className={classes['quantity']}>{units}</td>
            <td translate="no">
              <strong>{sku}</strong>
            </td>
            <td translate="no">{title}</td>
            <td translate="no">{orders.join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function toTakeFrom(works: readonly FulfillmentOrder[]): readonly ToTake[] {
  const bySku = new Map<string, ToTake>();
  for (const { orderNumber, lines } of works)
    for (const { sku, title, allocated } of lines) {
      if (allocated === 0) continue;
      const known = bySku.get(sku) ?? { sku, title, units: 0, orders: [] };
      const label = allocated === 1 ? orderNumber : `${orderNumber} (${allocated})`;
      bySku.set(sku, {
        ...known,
        units: known.units + allocated,
        orders: [...known.orders, label],
      });
    }
  return [...bySku.values()].sort((a, b) => (a.sku < b.sku ? -1 : 1));
}
