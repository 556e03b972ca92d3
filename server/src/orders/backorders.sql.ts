// SQL of filling backorders.

import { statement } from '../db/statement.ts';

// Who waits for a SKU: order ids rise with time, so this is first come, first served.
export const selectNextWaiting = statement<{ order_id: string }>(
  'orders.selectNextWaiting',
  `select order_id from order_lines
   where tenant_id = (select current_tenant()) and sku_id = $1 and backordered > 0
     and order_id > $2
   order by order_id limit 1`,
);

export interface WaitingOrderRow {
  readonly version: number;
  readonly channel: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly split_policy: 'allow' | 'forbid';
}

export const lockWaitingOrder = statement<WaitingOrderRow>(
  'orders.lockWaitingOrder',
  `select ord.version, channel.code as channel, ord.latitude, ord.longitude, ord.split_policy
   from orders as ord
   join channels as channel
     on channel.tenant_id = ord.tenant_id and channel.id = ord.channel_id
   where ord.tenant_id = (select current_tenant()) and ord.id = $1
   for update of ord`,
);

export const selectWaitingLines = statement<{ number: number; backordered: number }>(
  'orders.selectWaitingLines',
  `select number, backordered from order_lines
   where tenant_id = (select current_tenant()) and order_id = $1 and sku_id = $2
     and backordered > 0
   order by number`,
);

export const fillLines = statement(
  'orders.fillLines',
  `update order_lines as line set
     backordered = line.backordered - row.units, reserved = line.reserved + row.units
   from jsonb_to_recordset($2::jsonb) as row(line integer, units integer)
   where line.tenant_id = (select current_tenant()) and line.order_id = $1
     and line.number = row.line`,
);

export const fillOrder = statement<{ version: number }>(
  'orders.fillOrder',
  `update orders set backordered = backordered - $2, version = version + 1
   where tenant_id = (select current_tenant()) and id = $1 returning version`,
);

export const insertDecision = statement(
  'orders.insertDecision',
  `insert into routing_decisions (tenant_id, order_id, id, kind, decided_at, decision)
   values (current_tenant(), $1, $2, $3, $4, $5)`,
);

export const selectWaitingSkus = statement<{ sku_id: string }>(
  'orders.selectWaitingSkus',
  `select sku_id from backorder_limits
   where tenant_id = (select current_tenant()) and backordered > 0 order by sku_id`,
);
