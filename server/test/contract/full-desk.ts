// The order list of a shop with many orders, and what was done from it: see full-shop.ts.

export const DESK = [
  // As the reader of the log keeps it.
  `insert into order_shapes (tenant_id, shape, channel_id, status, fulfillment_status, stock_status,
     payment_status, return_status, currency, has_exception, is_imported, orders)
   select :tenant, n, test_id(1, 1 + n % 4), n::text, 'fulfilled', 'none', 'none', 'none', 'EUR',
          false, false, 1 from generate_series(1, 200) n`,
  `insert into order_list (tenant_id, order_id, shape, placed, updated, total, ship_by, country, customer_id,
     open_holds, open_exceptions)
   select :tenant, test_id(10, n), 1 + n % 200, n, n, n, n, 'C' || n % 30, test_id(4, 1 + n % :10000),
          0, 0 from generate_series(1, :20000) n`,
  `insert into search_tokens (tenant_id, kind, token, entity)
   select :tenant, kind, kind || n % 100, test_id(10, n)
   from generate_series(1, :20000) n, unnest(array['order-sku', 'order-location']) kind`,
  `insert into order_views (tenant_id, id, owner, is_shared, name, shown, created_at)
   select :tenant, test_id(60, n), 'user:' || n % 200, n % 100 = 0, 'View', '{}', now()
   from generate_series(1, :20000) n`,
  `insert into bulk_actions (tenant_id, id, action, state, orders, eligible, created_by, created_at,
     forget_at)
   select :tenant, test_id(61, n), '{}', case when n % 500 = 0 then 'running' else 'done' end, 10,
          10, 'system:test', now(), now() + n * interval '1 minute'
   from generate_series(1, :2000) n`,
  `insert into bulk_action_orders (tenant_id, bulk_id, order_id, outcome)
   select :tenant, test_id(61, 1 + n % 200), test_id(10, n),
          case when n % 50 > 0 then 'done' end
   from generate_series(1, :20000) n`,
];
