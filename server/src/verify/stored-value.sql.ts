// Store credit and gift cards hold what their movements say, and orders were paid with what was spent.

import { type Invariant, invariant, OWN } from './sql.ts';

/** By its payment, what the book of stored value did: nothing of what is still being answered. */
const DONE = `select payment_id,
              coalesce(sum(held_minor) filter (where kind = 'held'), 0) as authorized,
              coalesce(-sum(held_minor) filter (where kind = 'released'), 0) as voided,
              coalesce(-sum(amount_minor) filter (where kind = 'spent'), 0) as captured,
              coalesce(sum(amount_minor) filter (where kind = 'refunded'), 0) as refunded
       from stored_value_movements where ${OWN} and payment_id is not null group by payment_id`;

export const storedValueInvariants: readonly Invariant[] = [
  invariant(
    'storedValuesAreSums',
    'What store credit and gift cards hold equals the sums of their movements, and none is less than nothing',
    `with moved as (
       select value_id, sum(amount_minor) as balance_minor, sum(held_minor) as held_minor,
              max(number) as number
       from stored_value_movements where ${OWN} group by value_id
     )
     select coalesce(value.id, moved.value_id) as subject,
            concat_ws(' ', value.balance_minor, value.held_minor) as found,
            concat_ws(' ', moved.balance_minor, moved.held_minor) as expected
     from (select * from stored_values where ${OWN}) as value
     full join moved on moved.value_id = value.id
     where (value.balance_minor, value.held_minor)
             is distinct from (moved.balance_minor, moved.held_minor)
        or value.held_minor not between 0 and value.balance_minor
        or moved.number > value.version`,
  ),
  invariant(
    'promisesOfStoredValueAreKept',
    'No promise of store credit or a gift card is used for more than it is',
    `select hold_id as subject, sum(held_minor) as found, 'nothing or more is left' as expected
     from stored_value_movements where ${OWN} and hold_id is not null
     group by hold_id having sum(held_minor) < 0`,
  ),
  invariant(
    'paymentsAreOfStoredValue',
    'Payments by store credit and gift card are what was promised, spent, given back and put back',
    `with done as (${DONE})
     select payment.id as subject,
            concat_ws(' ', payment.authorized_minor, payment.voided_minor, payment.captured_minor,
                      payment.refunded_minor) as found,
            concat_ws(' ', done.authorized, done.voided, done.captured, done.refunded) as expected
     from payments as payment
     left join done on done.payment_id = payment.id
     where payment.${OWN} and payment.provider in ('store-credit', 'gift-card')
       and payment.authorizing_minor + payment.capturing_minor + payment.voiding_minor
           + payment.refunding_minor = 0
       and (payment.authorized_minor, payment.voided_minor, payment.captured_minor,
            payment.refunded_minor)
         is distinct from (coalesce(done.authorized, 0), coalesce(done.voided, 0),
                           coalesce(done.captured, 0), coalesce(done.refunded, 0))`,
  ),
];
