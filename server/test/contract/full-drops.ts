// Drops of a shop that had many: see full-shop.ts.

export const DROPS = [
  `insert into drops (tenant_id, id, name, starts_at, ends_at, hold_seconds, offer_seconds,
     created_at, created_by, started_at, closed_at)
   select :tenant, test_id(40, n), 'Drop ' || n, now() - n * interval '1 hour',
          now() + interval '1 hour', 600, 120, now(), 'system:test', now(),
          case when n > 5 then now() end
   from generate_series(1, :10000) n`,
  `insert into drop_items (tenant_id, drop_id, sku_id, set_apart, pooled, waiting)
   select :tenant, test_id(40, n), test_id(2, n), 10, 10, case when n < 3 then 1 else 0 end
   from generate_series(1, :10000) n`,
  `insert into drop_buyers (tenant_id, drop_id, buyer, bought)
   select :tenant, test_id(40, 1 + n % 5), test_id(41, n), 1 from generate_series(1, :20000) n`,
  `insert into drop_holds (tenant_id, id, drop_id, buyer, created_at, expires_at)
   select :tenant, test_id(42, n), test_id(40, 1 + n % 5), test_id(41, n), now(),
          now() + n * interval '1 second' from generate_series(1, :20000) n`,
  `insert into drop_places (tenant_id, id, drop_id, number, sku_id, buyer, quantity, state,
     joined_at)
   select :tenant, test_id(43, n), test_id(40, 1 + n % 5), n, test_id(2, 1 + n % 5),
          test_id(41, n), 1, case when n % 4 = 0 then 'waiting' else 'bought' end, now()
   from generate_series(1, :20000) n`,
  `insert into drop_sales (tenant_id, order_id, sku_id, drop_id, buyer, sold, preordered, waiting)
   select :tenant, test_id(44, n), test_id(2, 1), test_id(40, 1 + n % 5), test_id(41, n), 1, 0, 0
   from generate_series(1, :20000) n`,
  `insert into drop_minutes (tenant_id, drop_id, minute, sold)
   select :tenant, test_id(40, 1 + n % 5), now() - n * interval '1 minute', 1
   from generate_series(1, :20000) n`,
  `insert into drop_engagement (tenant_id, drop_id, minute, viewers)
   select :tenant, test_id(40, 1 + n % 5), now() - n * interval '1 minute', 1
   from generate_series(1, :20000) n`,
];
