// SQL of stock entries.

import { statement } from '../db/statement.ts';

export const insertEntry = statement(
  'inventory.insertEntry',
  `insert into stock_entries (tenant_id, id, reason, created_at, actor, reverses)
   values (current_tenant(), $1, $2, $3, $4, $5)`,
);

export const insertEntryLevels = statement(
  'inventory.insertEntryLevels',
  `insert into stock_entry_levels (tenant_id, entry_id, sku_id, location_id, on_hand_before,
     on_hand_after)
   select current_tenant(), $1, row.sku, row.location, row.before, row.after
   from jsonb_to_recordset($2::jsonb)
     as row(sku uuid, location uuid, before integer, after integer)`,
);

// Two that take the same entry back meet here.
export const lockEntry = statement<{ reversed_by: string | null }>(
  'inventory.lockEntry',
  `select reversed_by from stock_entries
   where tenant_id = (select current_tenant()) and id = $1 for update`,
);

export const selectEntryLevels = statement<{
  sku_id: string;
  location_id: string;
  on_hand_before: number;
  on_hand_after: number;
}>(
  'inventory.selectEntryLevels',
  `select sku_id, location_id, on_hand_before, on_hand_after from stock_entry_levels
   where tenant_id = (select current_tenant()) and entry_id = $1`,
);

export const markReversed = statement(
  'inventory.markReversed',
  `update stock_entries set reversed_by = $2
   where tenant_id = (select current_tenant()) and id = $1`,
);
