// Money adds up: payments are sums of the ledger and of open intents, accounts are sums of
// payments and follow their orders, and all of it can be rebuilt from the log.

import { type Invariant, invariant, OWN } from './sql.ts';

const ASKED = ['authorizing', 'capturing', 'refunding', 'voiding'];
const DONE = ['authorized', 'captured', 'refunded', 'voided'];
/** What the log tells of a payment. */
const TOLD = [...ASKED, ...DONE, 'disputed', 'carried'];
/** What the ledger says of a payment. */
const SUMMED = [...DONE, 'unasked_refunded', 'disputed'];
const INTENT_KINDS = ['authorize', 'capture', 'refund', 'void'];

const minor = (from: string, states: readonly string[]) =>
  states.map((state) => `${from}.${state}_minor`).join(', ');
const sumsByKind = (states: readonly string[], kinds: readonly string[]) =>
  states
    .map((state, place) => `coalesce(sum(${amountOf(kinds[place])}), 0) as ${state}_minor`)
    .join(', ');
/** Of a refund that came back nothing is left. */
const amountOf = (kind = '') =>
  `case kind when '${kind}' then amount_minor
             ${kind === 'refunded' ? "when 'returned' then -amount_minor" : ''} end`;
const orZero = (from: string, states: readonly string[]) =>
  states.map((state) => `coalesce(${from}.${state}_minor, 0)`).join(', ');

/** Whose worth is told by movements: what is held, and what was captured, refunded and disputed. */
const HELD = [
  ['held', 'authorized_minor - voided_minor'],
  ['captured', 'captured_minor'],
  ['refunded', 'refunded_minor'],
  ['disputed', 'disputed_minor'],
] as const;

/** Units that left and had been open. */
const LEFT = '(line.shipped - line.overshipped)';

export const paymentInvariants: readonly Invariant[] = [
  invariant(
    'paymentsAreSums',
    'Payments equal the sums of their ledger',
    `with done as (
       select payment_id, ${sumsByKind(DONE, DONE)},
              coalesce(sum(${amountOf('refunded')}) filter (where intent_id is null), 0)
                as unasked_refunded_minor,
              coalesce(sum(case kind when 'disputed' then amount_minor
                                     when 'reinstated' then -amount_minor end), 0)
                as disputed_minor
       from payment_ledger where ${OWN} group by payment_id
     )
     select coalesce(payment.id, done.payment_id) as subject,
            concat_ws(' ', ${minor('payment', SUMMED)}) as found,
            concat_ws(' ', ${orZero('done', SUMMED)}) as expected
     from (select * from payments where ${OWN}) as payment
     full join done on done.payment_id = payment.id
     where (${minor('payment', SUMMED)})
       is distinct from (${orZero('done', SUMMED)})`,
  ),
  invariant(
    'intentsAreSums',
    'What payments wait for equals their open intents',
    `with asked as (
       select payment_id, ${sumsByKind(ASKED, INTENT_KINDS)}
       from payment_intents where ${OWN} and closed_at is null group by payment_id
     )
     select coalesce(payment.id, asked.payment_id) as subject,
            concat_ws(' ', ${minor('payment', ASKED)}) as found,
            concat_ws(' ', ${orZero('asked', ASKED)}) as expected
     from (select * from payments where ${OWN}) as payment
     full join asked on asked.payment_id = payment.id
     where (${minor('payment', ASKED)}) is distinct from (${orZero('asked', ASKED)})`,
  ),
  invariant(
    'intentsAreWithinBounds',
    'No intent captures more than is authorized or refunds more than is captured',
    `select id as subject,
            concat_ws(' ', ${minor('payment', [...ASKED, ...DONE])}, overcaptured_minor,
                      overrefunded_minor) as found,
            'only facts go beyond, and by how much is recorded' as expected
     from payments as payment
     where ${OWN}
       and (overcaptured_minor <> greatest(0, captured_minor + capturing_minor + voided_minor
                                              + voiding_minor - authorized_minor)
            or overrefunded_minor <> greatest(0, refunded_minor + refunding_minor
                                                 - captured_minor - carried_minor))`,
  ),
  invariant(
    'intentsHaveOneEffect',
    'An intent that succeeded moved money once, and no other did',
    `with moved as (
       select intent_id, count(*) as times from payment_ledger
       where ${OWN} and intent_id is not null and kind <> 'returned' group by intent_id
     )
     select coalesce(intent.id, moved.intent_id) as subject,
            concat(intent.state, ', moved ', coalesce(moved.times, 0), ' times') as found,
            'once if it succeeded, else never' as expected
     from (select * from payment_intents where ${OWN}) as intent
     full join moved on moved.intent_id = intent.id
     where coalesce(moved.times, 0)
           is distinct from case when intent.state = 'succeeded' then 1 else 0 end`,
  ),
  invariant(
    'accountsAreSums',
    'The account of an order equals what the movements of its payments are worth',
    `with worth as (
       select order_id, kind, coalesce(order_amount_minor, amount_minor) as amount_minor
       from payment_ledger where ${OWN}
     ), paid as (
       select paying.order_id, ${DONE.map((state) => `coalesce(told.${state}_minor, 0) as ${state}_minor`).join(', ')}
       from (select distinct order_id from payments where ${OWN}) as paying
       left join (select order_id, ${sumsByKind(DONE, DONE)} from worth group by order_id) as told
         on told.order_id = paying.order_id
     )
     select coalesce(account.order_id, paid.order_id) as subject,
            concat_ws(' ', ${minor('account', DONE)}) as found,
            concat_ws(' ', ${minor('paid', DONE)}) as expected
     from (select * from payment_accounts where ${OWN}) as account
     full join paid on paid.order_id = account.order_id
     where (${minor('account', DONE)}) is distinct from (${minor('paid', DONE)})`,
  ),
  invariant(
    'worthsAddUp',
    'What movements of a payment are worth adds up to what its sums are worth as it was stated',
    `with told as (
       select payment_id, ${sumsByKind(DONE, DONE)},
              coalesce(sum(case kind when 'disputed' then amount_minor
                                     when 'reinstated' then -amount_minor end), 0)
                as disputed_minor
       from (select payment_id, kind, coalesce(order_amount_minor, amount_minor) as amount_minor
             from payment_ledger where ${OWN}) as worth
       group by payment_id
     ), stated as (
       select id, ${HELD.map(([state, sum]) => `stated_worth(${sum}, amount_minor, order_amount_minor) as ${state}`).join(', ')}
       from payments where ${OWN}
     )
     select stated.id as subject,
            concat_ws(' ', told.authorized_minor - told.voided_minor, told.captured_minor,
                      told.refunded_minor, told.disputed_minor) as found,
            concat_ws(' ', held, captured, refunded, disputed) as expected
     from stated
     join told on told.payment_id = stated.id
     where (told.authorized_minor - told.voided_minor, told.captured_minor, told.refunded_minor,
            told.disputed_minor) is distinct from (held, captured, refunded, disputed)`,
  ),
  invariant(
    'otherCurrenciesAreConverted',
    'A payment and its ledger state a worth where they are in another currency than the order, and only there',
    `select payment.id as subject,
            concat_ws(' ', payment.currency, payment.order_amount_minor, ledger.currency,
                      ledger.order_amount_minor) as found,
            account.currency as expected
     from payments as payment
     join payment_accounts as account
       on account.tenant_id = payment.tenant_id and account.order_id = payment.order_id
     left join payment_ledger as ledger
       on ledger.tenant_id = payment.tenant_id and ledger.payment_id = payment.id
      and (ledger.currency <> payment.currency
           or (ledger.order_amount_minor is null) <> (payment.order_amount_minor is null))
     where payment.${OWN}
       and ((payment.currency = account.currency) <> (payment.order_amount_minor is null)
            or ledger.id is not null)`,
  ),
  invariant(
    'accountsFollowOrders',
    'What an account says is due, granted and earned is what its order says',
    `with part as (
       select line.order_id, coalesce(line.kit_line, line.number) as number, line.ordered,
              ${LEFT} as units,
              case when max(line.amount_minor) over kit > 0 then line.amount_minor else 1 end
                as weight
       from order_lines as line where line.${OWN} and line.kind <> 'kit'
       window kit as (partition by line.order_id, coalesce(line.kit_line, line.number))
     ), share as (
       select part.order_id, part.number, sum(part.units) > 0 as left_any,
              sum((sold.payable_minor::numeric * part.weight * part.units)::numeric(80, 30)
                  / part.ordered) / sum(part.weight) as value
       from part
       join order_lines as sold on sold.${OWN}
         and sold.order_id = part.order_id and sold.number = part.number
       group by part.order_id, part.number
     ), earning as (
       select order_id, bool_or(left_any) as left_any,
              sum(trunc(value + sign(value) * 1e-20)) as value
       from share group by order_id
     ), charges as (
       select order_id, sum(payable_minor) as value from order_charges where ${OWN}
       group by order_id
     ), said as (
       select ord.id, ord.currency, ord.granted_minor,
              greatest(0, ord.total_minor - ord.canceled_minor - ord.granted_minor) as due,
              ord.canceled + ord.shipped - ord.overshipped = ord.ordered as finished,
              case when earning.left_any
                   then earning.value + coalesce(charges.value, 0) else 0 end as shipped_value
       from orders as ord
       join earning on earning.order_id = ord.id
       left join charges on charges.order_id = ord.id
       where ord.${OWN}
     ), owed as (
       select account.order_id, account.due_minor, account.granted_minor, account.earned_minor,
              account.finished, account.currency, said.currency as order_currency, said.due,
              said.granted_minor as granted, said.finished as is_finished,
              case when said.finished or account.capture_at = 'authorization' then said.due
                   else least(said.due, greatest(0, said.shipped_value - said.granted_minor))
                   end as earned
       from payment_accounts as account
       left join said on said.id = account.order_id
       where account.${OWN}
     )
     select order_id as subject,
            concat_ws(' ', due_minor, granted_minor, earned_minor, finished, currency) as found,
            concat_ws(' ', due, granted, earned, is_finished, order_currency) as expected
     from owed
     where (due_minor, granted_minor, earned_minor, finished, currency)
       is distinct from (due, granted, earned, is_finished, order_currency)`,
  ),
  invariant(
    'grantedRefundsAddUp',
    'Granted money of an order equals its granted refunds, and the log tells of each',
    `with granted as (
       select order_id, sum(amount_minor) as amount from granted_refunds
       where ${OWN} group by order_id
     ), told as (
       select subject as order_id, sum((data->>'amountMinor')::bigint) as amount
       from events where ${OWN} and type = 'order.refund_granted.v1' group by subject
     )
     select ord.id as subject, ord.granted_minor as found,
            concat_ws(' ', coalesce(granted.amount, 0), coalesce(told.amount, 0)) as expected
     from orders as ord
     left join granted on granted.order_id = ord.id
     left join told on told.order_id = ord.id
     where ord.${OWN}
       and (ord.granted_minor <> coalesce(granted.amount, 0)
            or ord.granted_minor <> coalesce(told.amount, 0))`,
  ),
  invariant(
    'moneyIsRebuilt',
    'Payments rebuilt from the log equal the tables',
    `with told as (
       select substr(change->>'payment', 5)::uuid as payment_id,
              ${TOLD.map(
                (state) => `sum(coalesce((change->>'${state}')::bigint, 0)) as ${state}_minor`,
              ).join(', ')}
       from events, json_array_elements(data->'money') as change
       where ${OWN} and data->'money' is not null group by 1
     )
     select coalesce(payment.id, told.payment_id) as subject,
            concat_ws(' ', ${minor('payment', TOLD)}) as found,
            concat_ws(' ', ${minor('told', TOLD)}) as expected
     from (select * from payments where ${OWN}) as payment
     full join told on told.payment_id = payment.id
     where (${minor('payment', TOLD)})
       is distinct from (${minor('told', TOLD)})`,
  ),
];
