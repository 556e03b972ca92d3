// Stock adds up.

import { type Invariant, invariant, OWN } from './sql.ts';

const STATES = [
  'on_hand',
  'reserved',
  'allocated',
  'damaged',
  'quality_control',
  'incoming',
  'in_transit',
];
const sums = (from: (state: string) => string) =>
  STATES.map((state) => `${from(state)} as ${state}`).join(', ');
const told = (from: string) =>
  `concat_ws(' ', ${STATES.map((state) => `${from}.${state}`).join(', ')})`;
const same = (a: string, b: string) =>
  `(${STATES.map((state) => `coalesce(${a}.${state}, 0)`).join(', ')})
   is distinct from (${STATES.map((state) => `coalesce(${b}.${state}, 0)`).join(', ')})`;

export const stockInvariants: readonly Invariant[] = [
  invariant(
    'levelsAreSums',
    'Stock levels equal the sums of their movements',
    `with moved as (
       select sku_id, location_id, ${sums((state) => `sum(${state})::bigint`)} from (
         select sku_id, location_id, ${STATES.join(', ')} from stock_movements where ${OWN}
         union all
         select sku_id, location_id, ${STATES.join(', ')} from stock_closing_balances where ${OWN}
       ) as every group by sku_id, location_id
     )
     select concat(coalesce(level.sku_id, moved.sku_id), ' at ',
                   coalesce(level.location_id, moved.location_id)) as subject,
            ${told('level')} as found, ${told('moved')} as expected
     from (select * from stock_levels where ${OWN}) as level
     full join moved using (sku_id, location_id)
     where ${same('level', 'moved')}`,
  ),
  invariant(
    'levelsAreRebuilt',
    'Stock levels rebuilt from the log equal the tables',
    `with told as (
       select substr(change->>'sku', 5)::uuid as sku_id,
              substr(change->>'location', 5)::uuid as location_id,
              sum(coalesce((change->>'onHand')::bigint, 0)) as on_hand,
              sum(coalesce((change->>'reserved')::bigint, 0)) as reserved,
              sum(coalesce((change->>'allocated')::bigint, 0)) as allocated,
              sum(coalesce((change->>'damaged')::bigint, 0)) as damaged,
              sum(coalesce((change->>'qualityControl')::bigint, 0)) as quality_control,
              sum(coalesce((change->>'incoming')::bigint, 0)) as incoming,
              sum(coalesce((change->>'inTransit')::bigint, 0)) as in_transit
       from events, json_array_elements(data->'stock') as change
       where ${OWN} and data->'stock' is not null
       group by 1, 2
     )
     select concat(coalesce(level.sku_id, told.sku_id), ' at ',
                   coalesce(level.location_id, told.location_id)) as subject,
            ${told('level')} as found, ${told('told')} as expected
     from (select * from stock_levels where ${OWN}) as level
     full join told using (sku_id, location_id)
     where not exists (select from stock_closing_balances where ${OWN})
       and ${same('level', 'told')}`,
  ),
  invariant(
    'reservedIsPromised',
    'Reserved equals the open reservations',
    `with promised as (
       select sku_id, location_id, sum(quantity) as quantity
       from reservations where ${OWN} group by sku_id, location_id
     )
     select concat(coalesce(level.sku_id, promised.sku_id), ' at ',
                   coalesce(level.location_id, promised.location_id)) as subject,
            level.reserved as found, coalesce(promised.quantity, 0) as expected
     from (select * from stock_levels where ${OWN}) as level
     full join promised using (sku_id, location_id)
     where coalesce(level.reserved, 0) <> coalesce(promised.quantity, 0)`,
  ),
  invariant(
    'allocatedIsFirm',
    'Allocated equals the reservations that a location was asked to ship',
    `with firm as (
       select sku_id, location_id, sum(quantity) as quantity from reservations
       where ${OWN} and fulfillment_order_id is not null group by sku_id, location_id
     )
     select concat(coalesce(level.sku_id, firm.sku_id), ' at ',
                   coalesce(level.location_id, firm.location_id)) as subject,
            level.allocated as found, coalesce(firm.quantity, 0) as expected
     from (select * from stock_levels where ${OWN}) as level
     full join firm using (sku_id, location_id)
     where coalesce(level.allocated, 0) <> coalesce(firm.quantity, 0)`,
  ),
  invariant(
    'nothingOversold',
    'Reserved is within on hand, but for recorded differences',
    `select concat(sku_id, ' at ', location_id) as subject,
            concat(reserved, ' reserved, ', damaged + quality_control, ' blocked') as found,
            concat(on_hand, ' on hand, ', shortfall, ' short') as expected
     from stock_levels
     where ${OWN} and (reserved < 0 or shortfall
       <> greatest(0, reserved + damaged + quality_control - on_hand))`,
  ),
  invariant(
    'backordersAreCounted',
    'Backordered units per SKU equal those of the order lines, within the cap',
    `with waiting as (
       select sku_id, sum(backordered) as units from order_lines
       where ${OWN} and backordered > 0 group by sku_id
     )
     select coalesce(known.sku_id, waiting.sku_id) as subject,
            concat(coalesce(known.backordered, 0), ' of ', coalesce(known.cap, 0), ', ',
                   coalesce(known.preordered, 0), ' pre-ordered') as found,
            coalesce(waiting.units, 0) as expected
     from (select * from backorder_limits where ${OWN}) as known full join waiting using (sku_id)
     where coalesce(known.backordered + known.preordered, 0) <> coalesce(waiting.units, 0)
        or known.backordered > known.cap`,
  ),
];
