// Exceptions stand for what is so: none is missed, none outlives its cause.

import { type Invariant, invariant, OWN } from './sql.ts';

const id = (prefix: string, column: string) =>
  `concat('${prefix}_', replace(${column}::text, '-', ''))`;

const IS_OF_RETURN = `exists (
      select from returns where returns.${OWN} and returns.tracking_number = told.tracking_number)`;

/** Causes that stand no more and may not have been noticed yet: their exceptions close in a moment. */
const PASSING = `
  select 'unknown-parcel' as type, concat(carrier, ' ', tracking_number) as cause
  from tracking_events as told where ${OWN} and parcel_id is null and ${IS_OF_RETURN}`;

/** What was open when it was imported is nobody's work here. */
const IS_IMPORTED = `exists (
        select from orders as ord where ord.${OWN} and ord.id = order_id
          and ord.imported_at is not null)`;

/** Types whose cause is a state of the tables: the rows in that state, as causes. */
const CAUSES: Readonly<Record<string, string>> = {
  'stock-below-promised': `
    select concat(${id('sku', 'sku_id')}, ' ', ${id('loc', 'location_id')}) as cause
    from stock_levels where ${OWN} and shortfall > 0`,
  'cannot-source': `
    select concat(${id('ord', 'order_id')}, ' ', number) from order_lines
    where ${OWN} and kind <> 'kit' and sku_id is not null and unpromised > 0
      and not ${IS_IMPORTED}`,
  'unknown-sku': `
    select concat(${id('ord', 'order_id')}, ' ', number) from order_lines
    where ${OWN} and kind = 'item' and sku_id is null
      and unpromised + backordered + reserved + allocated + picked + packed > 0
      and not ${IS_IMPORTED}`,
  'fulfillment-late': `
    select ${id('ful', 'id')} from fulfillment_orders
    where ${OWN} and late_at is not null and allocated + picked + packed > 0`,
  // An authorization by hand only waits for the buyer's money: there is nothing to do. So does an
  // invoice.
  'payment-by-hand': `
    select ${id('pit', 'id')} from payment_intents as intent
    where ${OWN} and state = 'by-hand' and kind <> 'authorize'
      and (kind = 'refund' or not exists (
        select from payments where ${OWN} and id = intent.payment_id and provider = 'terms'))`,
  'refund-waiting': `
    select ${id('rrq', 'id')} from refund_requests where ${OWN} and state = 'waiting'`,
  'credit-waiting': `
    select ${id('pay', 'payment_id')} from payment_terms
    where ${OWN} and waits_since is not null`,
  'risk-review': `
    select ${id('ord', 'order_id')} from risk_reviews where ${OWN} and state = 'review'`,
  'unknown-parcel': `
    select distinct concat(carrier, ' ', tracking_number) from tracking_events as told
    where ${OWN} and parcel_id is null and not ${IS_OF_RETURN}`,
};

/** Of an order of the past nobody is told: what it lacks, it lacked elsewhere. */
const IS_OF_THE_PAST = `exists (
      select from orders where ${OWN} and imported_at is not null
        and id = case when standing.type in ('unknown-sku', 'cannot-source')
                      then substr(standing.cause, 5, 32)::uuid end)`;

const standing = Object.entries(CAUSES)
  .map(([type, causes]) => `select '${type}' as type, cause from (${causes}) as of_type(cause)`)
  .join(' union all ');
const types = Object.keys(CAUSES)
  .map((type) => `'${type}'`)
  .join(', ');

export const exceptionInvariants: readonly Invariant[] = [
  // What a person dismissed is not raised again until its cause is seen again.
  invariant(
    'exceptionsHaveTheirCause',
    'An exception is open exactly as long as its cause stands, unless somebody dismissed it',
    `with standing as (${standing}), newest as (
       select distinct on (type, cause) type, cause, closed_at is null as is_open,
              coalesce(resolution = 'dismissed', false) as is_dismissed
       from exceptions where ${OWN} and type in (${types})
       order by type, cause, closed_at desc nulls first
     )
     select concat(coalesce(standing.type, newest.type), ' ',
                   coalesce(standing.cause, newest.cause)) as subject,
            case when newest.is_open then 'open' else 'not open' end as found,
            case when standing.cause is null then 'no cause stands' else 'its cause stands' end
              as expected
     from standing full join newest on newest.type = standing.type and newest.cause = standing.cause
     where coalesce(newest.is_open, false) <> (standing.cause is not null)
       and not (coalesce(newest.is_dismissed, false) and standing.cause is not null)
       and not (newest.is_open is not true and ${IS_OF_THE_PAST})
       and not exists (select from (${PASSING}) as passing
                       where passing.type = newest.type and passing.cause = newest.cause)`,
  ),
  invariant(
    'exceptionsAreRaisedOnce',
    'A cause has one open exception, and every exception says in its events what it is',
    `with told as (
       select subject, max(version) filter (where type = 'exception.closed.v1') as closed,
              count(*) filter (where type in ('exception.raised.v1', 'exception.seen_again.v1'))
                as times
       from events where ${OWN} and subject_kind = 'exception' group by subject
     )
     select exc.id as subject,
            concat_ws(' ', exc.status, 'seen', exc.times) as found,
            concat_ws(' ', case when told.closed is null then 'not closed' else 'closed' end,
                      'seen', told.times) as expected
     from (select * from exceptions where ${OWN}) as exc
     full join told on told.subject = exc.id
     where (exc.times, exc.closed_at is not null)
       is distinct from (told.times::int, told.closed is not null)`,
  ),
];
