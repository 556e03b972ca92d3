-- A refund of a return may give more than what came back is worth. That is as any other refund to the
-- limit of who gives it, and is counted with what they gave before on the order.

alter table granted_refunds
  add column beyond_worth_minor bigint not null default 0,
  add constraint what_is_beyond_worth_is_part_of_a_grant_for_a_return
    check (beyond_worth_minor between 0 and amount_minor
           and (return_id is not null or beyond_worth_minor = 0));
