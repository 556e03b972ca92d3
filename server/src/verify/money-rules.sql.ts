// What people decide about money stands as it was decided: refunds that two agreed on, credit.

import { type Invariant, invariant, OWN } from './sql.ts';

export const moneyRuleInvariants: readonly Invariant[] = [
  invariant(
    'agreedRefundsAreGranted',
    'A refund that waited for a second person is granted once if it was approved, and else not',
    `select request.id as subject, request.state as found,
            concat(count(given.id), ' granted') as expected
     from (select * from refund_requests where ${OWN}) as request
     full join (select * from granted_refunds where ${OWN} and request_id is not null) as given
       on given.request_id = request.id
     group by request.id, request.state
     having count(given.id) <> case when request.state = 'approved' then 1 else 0 end`,
  ),
  invariant(
    'carriedRefundsAreGranted',
    'What payments give back in place of others is what was granted to store credit, and no more',
    `with carried as (
       select order_id, sum(carried_minor) as rest,
              sum(carried_minor) filter (where carried_minor > 0) as carried
       from payments where ${OWN} and carried_minor <> 0 group by order_id
     ), granted as (
       select order_id, sum(amount_minor) as amount from granted_refunds
       where ${OWN} and destination = 'store-credit' group by order_id
     )
     select coalesce(carried.order_id, granted.order_id) as subject,
            concat_ws(' ', carried.carried, carried.rest) as found, granted.amount as expected
     from carried full join granted on granted.order_id = carried.order_id
     where carried.rest is distinct from 0 or carried.carried is distinct from granted.amount`,
  ),
  invariant(
    'termsAreOfTheirPayments',
    'Payments on terms, and no others, have terms: given where they are authorized, and waiting where they are asked for',
    `select coalesce(terms.payment_id, payment.id) as subject,
            concat_ws(' ', payment.provider, payment.authorizing_minor, payment.authorized_minor)
              as found,
            concat_ws(' ', terms.waits_since, terms.granted_at) as expected
     from (select * from payment_terms where ${OWN}) as terms
     full join (select * from payments where ${OWN} and provider = 'terms') as payment
       on payment.id = terms.payment_id
     where terms.payment_id is null or payment.id is null
        or (payment.authorized_minor > 0) <> (terms.granted_at is not null)
        or terms.waits_since is not null and payment.authorizing_minor = 0`,
  ),
  invariant(
    'termsAreOfTheirCustomers',
    'What is owed on terms is owed by the customer of the order',
    `select terms.payment_id as subject, terms.customer_id as found, ord.customer_id as expected
     from payment_terms as terms
     join orders as ord on ord.tenant_id = terms.tenant_id and ord.id = terms.order_id
     where terms.${OWN} and terms.customer_id <> ord.customer_id`,
  ),
];
