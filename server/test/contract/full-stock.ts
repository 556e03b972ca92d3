// Stock of a full shop: see full-shop.ts.

export const STOCK = [
  `insert into stock_levels (tenant_id, sku_id, location_id, on_hand)
   select :tenant, test_id(2, s), test_id(3, l), 100
   from generate_series(1, :10000) s, generate_series(1, 20) l where (s + l) % 3 = 0`,
  `insert into stock_movements (tenant_id, recorded_at, id, sku_id, location_id, type, on_hand,
     cause_kind, cause, actor)
   select :tenant, now() - n * interval '0.1 second', test_id(7, n), test_id(2, 1 + n % 100),
          test_id(3, 1 + n % 20), 'received', 1, 'stockDocument', test_id(8, 1), 'system:test'
   from generate_series(1, :30000) n`,
  `insert into backorder_limits (tenant_id, sku_id, cap)
   select :tenant, test_id(2, n), 10 from generate_series(1, :10000) n`,
  `insert into reservations (tenant_id, id, sku_id, location_id, quantity, owner_kind, owner,
     line_number, created_at, expires_at)
   select :tenant, test_id(9, n), test_id(2, 1 + n % :10000), test_id(3, 1 + n % 20), 1,
          case when n % 10 = 0 then 'cart' else 'order' end, test_id(10, n), 1, now(),
          case when n % 10 = 0 then now() + interval '1 hour' end
   from generate_series(1, :10000) n`,
  `insert into stock_documents (tenant_id, id, kind, location_id, created_at, actor)
   select :tenant, test_id(8, n), 'receipt', test_id(3, 1 + n % 20), now(), 'system:test'
   from generate_series(1, :10000) n`,
  `insert into stock_document_lines (tenant_id, document_id, sku_id, quantity)
   select :tenant, test_id(8, n), test_id(2, n), 1 from generate_series(1, :10000) n`,
  `insert into transfers (tenant_id, id, from_location, to_location, status, dispatched_at)
   select :tenant, test_id(11, n), test_id(3, 1), test_id(3, 2), 'received', now()
   from generate_series(1, :10000) n`,
  `insert into transfer_lines (tenant_id, transfer_id, sku_id, quantity)
   select :tenant, test_id(11, n), test_id(2, n), 1 from generate_series(1, :10000) n`,
  `insert into low_stock (tenant_id, sku_id, least_available)
   select :tenant, test_id(2, n), n % 100 from generate_series(1, :10000) n where n % 3 = 0`,
  `insert into stock_entries (tenant_id, id, reason, created_at, actor)
   select :tenant, test_id(12, n), 'count', now(), 'system:test' from generate_series(1, :10000) n`,
  `insert into stock_entry_levels (tenant_id, entry_id, sku_id, location_id, on_hand_before,
     on_hand_after)
   select :tenant, test_id(12, n), test_id(2, n), test_id(3, l), 1, 2
   from generate_series(1, :10000) n, generate_series(1, 2) l`,
];
