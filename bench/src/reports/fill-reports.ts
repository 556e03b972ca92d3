// Three years of orders, as a plain table of lines, and as the sums that the product keeps of them.

import type { TenantId } from '@doorstep/core/ids.ts';
import type pg from 'pg';
import { withoutIndexes } from '../rig/without-indexes.ts';
import { fillFlow } from './fill-flow.ts';
import { fillOrders } from './fill-orders.ts';
import { fillSales } from './fill-sales.ts';

export interface Filling {
  readonly tenant: TenantId;
  readonly orders: number;
}

const FILLED = [
  ...['orders', 'sales_by_day', 'sales_by_month', 'sales_by_sku', 'sales_of_sku'],
  'sales_by_customer',
  ...['flow_sums', 'flow_entries', 'flow_marks', 'stage_times'],
];

/** The last shop is the one whose lines stay. */
export async function fillReports(
  books: pg.Client,
  shops: readonly Filling[],
  say: (line: string) => void,
): Promise<void> {
  await books.query(`set work_mem = '256MB'`);
  await books.query(`set maintenance_work_mem = '512MB'`);
  // The database ends with the bench: nothing of it has to outlive a crash.
  for (const table of FILLED) await books.query(`alter table ${table} set unlogged`);
  await withoutIndexes(books, FILLED, async () => {
    for (const { tenant, orders } of shops) {
      say(`${orders} orders`);
      await fillOrders(books, tenant, orders);
      say(`sales of ${orders} orders`);
      await fillSales(books, tenant);
      say(`what flowed of ${orders} orders`);
      await fillFlow(books, tenant);
    }
    say('indexes');
  });
  say('vacuum analyze');
  await books.query('vacuum analyze');
}
