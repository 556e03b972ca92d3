-- A payment may be in another currency than its order: what all of it is worth there is stated with
-- it. Null: it is in the currency of its order. Sums of payments, intents and the ledger stay in the
-- currency of the payment, sums of accounts in that of the order.
alter table payments
  add column order_amount_minor bigint,
  -- Who stated it; when is when the payment was made.
  add column conversion_stated_by text,
  add constraint stated_worth_is_positive check (order_amount_minor > 0),
  add constraint stated_worth_was_stated_by_somebody
    check ((order_amount_minor is null) = (conversion_stated_by is null));

-- What the movement is worth to the order, of a payment in another currency.
alter table payment_ledger
  add column order_amount_minor bigint,
  add constraint ledger_worth_is_not_negative check (order_amount_minor >= 0);

-- As core/payments/conversion.ts has it; a test holds the two against each other. The quotient is
-- whole, and nothing in it is a float: a rounded one might fall on the wrong side.
create function stated_worth(sum_minor bigint, amount_minor bigint, order_amount_minor bigint)
  returns bigint
  language sql immutable parallel safe
  as $$
    select case when order_amount_minor is null then sum_minor
      else (sign(sum_minor::numeric)
            * div(2::numeric * abs(sum_minor) * order_amount_minor + amount_minor,
                  2::numeric * amount_minor))::bigint end
  $$;
