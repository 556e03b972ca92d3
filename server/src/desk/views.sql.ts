// SQL of saved views.

import type { ShownOrders } from '@doorstep/contract/order-views.ts';
import { statement } from '../db/statement.ts';

export interface ViewRow {
  readonly id: string;
  readonly owner: string;
  readonly is_shared: boolean;
  readonly name: string;
  readonly shown: ShownOrders;
  readonly version: number;
  readonly created_at: Date;
  readonly is_default: boolean;
}

const VIEW = 'id, owner, is_shared, name, shown, version, created_at';
const isDefault = (owner: string) =>
  `exists (select from order_view_defaults as chosen
           where chosen.tenant_id = (select current_tenant()) and chosen.owner = ${owner}
             and chosen.view_id = id) as is_default`;

// Owners have 100 at most, and share few.
export const selectViews = statement<ViewRow>(
  'desk.selectViews',
  `select ${VIEW}, ${isDefault('$1')} from order_views as view
   where tenant_id = (select current_tenant()) and owner = $1
   union all
   select ${VIEW}, ${isDefault('$1')} from order_views as view
   where tenant_id = (select current_tenant()) and is_shared and owner <> $1`,
);

export const selectView = statement<ViewRow>(
  'desk.selectView',
  `select ${VIEW}, ${isDefault('$2')} from order_views as view
   where tenant_id = (select current_tenant()) and id = $1 and (is_shared or owner = $2)`,
);

export const lockOwnView = statement<{ version: number }>(
  'desk.lockOwnView',
  `select version from order_views
   where tenant_id = (select current_tenant()) and id = $1 and owner = $2 for update`,
);

export const countViews = statement<{ views: number }>(
  'desk.countViews',
  `select count(*)::int as views from order_views
   where tenant_id = (select current_tenant()) and owner = $1`,
);

export const insertView = statement(
  'desk.insertView',
  `insert into order_views (tenant_id, id, owner, is_shared, name, shown, created_at)
   values (current_tenant(), $1, $2, $3, $4, $5, $6)`,
);

export const updateView = statement(
  'desk.updateView',
  `update order_views
   set name = coalesce($2, name), is_shared = coalesce($3, is_shared), shown = shown || $4::jsonb,
       version = version + 1
   where tenant_id = (select current_tenant()) and id = $1`,
);

export const deleteView = statement(
  'desk.deleteView',
  `delete from order_views
   where tenant_id = (select current_tenant()) and id = $1 and owner = $2`,
);

export const upsertDefaultView = statement(
  'desk.upsertDefaultView',
  `insert into order_view_defaults (tenant_id, owner, view_id) values (current_tenant(), $1, $2)
   on conflict (tenant_id, owner) do update set view_id = excluded.view_id`,
);

export const deleteDefaultView = statement(
  'desk.deleteDefaultView',
  `delete from order_view_defaults where tenant_id = (select current_tenant()) and owner = $1`,
);
