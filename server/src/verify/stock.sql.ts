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
    'lowStockIsCurrent',
    'What runs low is what the levels say, once the log was read',
    `with least as (
       select level.sku_id, min(level.on_hand - level.reserved - level.damaged
                - level.quality_control - coalesce(level.safety_stock, location.safety_stock))
                as units
       from stock_levels as level
       join locations as location on location.${OWN} and location.id = level.location_id
         and location.active
       where level.${OWN} group by level.sku_id
     )
     select coalesce(low.sku_id, least.sku_id)::text as subject,
            low.least_available::text as found, least.units::text as expected
     from (select * from low_stock where ${OWN}) as low
     full join (select * from least where units <= 1000) as least using (sku_id)
     where low.least_available is distinct from least.units
       and not exists (
         select from event_batches as batch
         where batch.${OWN}
           and (batch.first_position is null or batch.first_position + batch.event_count - 1
                > coalesce((select position from low_stock_progress where ${OWN}), 0)))`,
  ),
  invariant(
    'entriesReverseEachOther',
    'A stock entry that was taken back has the opposite of the one that did it',
    `select entry.id::text as subject, one.on_hand_after::text as found,
            other.on_hand_before::text as expected
     from stock_entries as entry
     join stock_entry_levels as one on one.${OWN} and one.entry_id = entry.id
     left join stock_entry_levels as other on other.${OWN} and other.entry_id = entry.reversed_by
       and other.sku_id = one.sku_id and other.location_id = one.location_id
     where entry.${OWN} and entry.reversed_by is not null
       and (one.on_hand_after, one.on_hand_before)
           is distinct from (other.on_hand_before, other.on_hand_after)`,
  ),
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
