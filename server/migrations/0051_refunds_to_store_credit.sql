-- A refund may go to the buyer's store credit instead of where the money came from. The payments that
-- were captured keep their money; what they would have given back is carried over to a payment of the
-- provider `store-credit`, which gives it.

alter table payments
  -- What it took over from other payments of its order, or gave over to them: sums to nothing.
  add column carried_minor bigint not null default 0,
  drop constraint refunds_within_captured,
  add constraint refunds_within_captured
    check (refunded_minor + refunding_minor
           <= captured_minor + carried_minor + overrefunded_minor);

alter table granted_refunds
  -- Where the money goes; null: back to where it came from.
  add column destination text,
  add constraint grant_destination_is_known check (destination = 'store-credit');

alter table refund_requests
  add column destination text,
  add constraint request_destination_is_known check (destination = 'store-credit');
