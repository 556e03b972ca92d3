// Refund requests, credit and risk of a full shop: see full-shop.ts.

export const MONEY_RULES = [
  `insert into refund_requests (tenant_id, order_id, id, amount_minor, amount_on_top_minor,
     shipping_minor, fees_minor, lines, reason, requested_by, requested_at)
   select :tenant, test_id(10, n), test_id(50, n), 1, 1, 0, 0, '[]', 'other', 'system:test', now()
   from generate_series(1, :10000) n`,
  `insert into customer_credits (tenant_id, customer_id, currency, limit_minor, net_days,
     changed_at, changed_by)
   select :tenant, test_id(4, n), 'EUR', 1, 30, now(), 'system:test'
   from generate_series(1, :10000) n`,
  `insert into stored_values (tenant_id, id, kind, currency, customer_id, code_hash, last_four,
     expires_at, expiry_due_at, moved_to, balance_minor, created_at, created_by, version)
   select :tenant, test_id(70, n), case when n % 2 = 0 then 'gift-card' else 'store-credit' end, 'EUR',
          test_id(4, n), case when n % 2 = 0 then sha256(('code ' || n)::bytea) end,
          case when n % 2 = 0 then lpad(n::text, 4, '0') end,
          case when n % 2 = 0 then now() + n * interval '1 hour' end,
          case when n % 200 = 0 then now() + n * interval '1 hour' end,
          case when n % 200 = 1 then test_id(70, n + 2) end, case when n % 200 = 1 then 0 else 5 end,
          now(), 'system:test', 1
   from generate_series(1, :10000) n`,
  `insert into stored_value_movements (tenant_id, value_id, id, number, kind, amount_minor,
     held_minor, hold_id, intent_id, order_id, payment_id, actor, occurred_at)
   select :tenant, test_id(70, 1 + n / 2), test_id(71, n), n,
          case when n % 2 = 0 then 'held' else 'given' end, n % 2, 1 - n % 2,
          case when n % 2 = 0 then test_id(71, n) end, case when n % 2 = 0 then test_id(22, n) end,
          test_id(10, n), test_id(21, n), 'system:test', now() - n * interval '1 minute'
   from generate_series(1, :20000) n`,
  `insert into gift_card_keys (tenant_id, id, key_sealed) values (:tenant, test_id(72, 1), 'x')`,
  // Most of it is settled long ago.
  `insert into payment_terms (tenant_id, payment_id, order_id, customer_id, currency, waits_since,
     granted_at, invoiced_at, due_at, settled_at, created_at)
   select :tenant, test_id(21, n), test_id(10, n), test_id(4, 1 + n % :10000), 'EUR',
          case when n % 200 = 0 then now() end, case when n % 200 > 0 then now() end, now(),
          now() + n * interval '1 second', case when n % 20 > 0 then now() end, now()
   from generate_series(1, :20000) n`,
  `insert into risk_signals (tenant_id, order_id, id, source, level, reference, recorded_at)
   select :tenant, test_id(10, n), test_id(51, n), 'stripe', 'normal', 'ch', now()
   from generate_series(1, :20000) n`,
  `insert into risk_reviews (tenant_id, order_id, state, assessed_at)
   select :tenant, test_id(10, n), case when n % 100 = 0 then 'review' else 'clear' end, now()
   from generate_series(1, :20000) n`,
  `insert into risk_traces (tenant_id, kind, digest, captured_at, order_id)
   select :tenant, 'email', test_id(52, n % 5000), now() - n * interval '1 minute', test_id(10, n)
   from generate_series(1, :20000) n`,
];
