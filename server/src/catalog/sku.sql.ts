// SQL of SKUs and kits.

import { statement } from '../db/statement.ts';

export interface SkuRow {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly barcodes: readonly string[];
  readonly weight_grams: number | null;
  readonly length_mm: number | null;
  readonly width_mm: number | null;
  readonly height_mm: number | null;
  readonly price_minor: bigint | null;
  readonly price_currency: string | null;
  readonly active: boolean;
  readonly created_at: Date;
  readonly version: number;
  readonly components: readonly { sku: string; skuId: string; quantity: number }[];
}

const COLUMNS = `sku.id, sku.code, sku.title, sku.weight_grams, sku.length_mm,
          sku.width_mm, sku.height_mm, sku.price_minor, sku.price_currency, sku.active,
          sku.created_at, sku.version,
          coalesce((
            select jsonb_agg(code.barcode order by code.place) from sku_barcodes as code
            where code.tenant_id = sku.tenant_id and code.sku_id = sku.id), '[]') as barcodes,
          coalesce((
            select jsonb_agg(jsonb_build_object('sku', part.code, 'skuId', part.id,
                                                'quantity', kit.quantity_per_kit) order by part.id)
            from kit_components as kit
            join skus as part on part.tenant_id = kit.tenant_id and part.id = kit.component_sku
            where kit.tenant_id = sku.tenant_id and kit.kit_sku = sku.id), '[]') as components`;

export const selectSkus = statement<SkuRow>(
  'catalog.selectSkus',
  `select ${COLUMNS} from skus as sku
   where sku.tenant_id = (select current_tenant()) and sku.id < $1
   order by sku.id desc limit $2`,
);

export const selectSkusAmong = statement<SkuRow>(
  'catalog.selectSkusAmong',
  `select ${COLUMNS} from skus as sku
   where sku.tenant_id = (select current_tenant()) and sku.id < $1 and sku.id = any ($3::uuid[])
   order by sku.id desc limit $2`,
);

// In id order, each before anything is decided from it: two kits that want each other meet here.
export const lockSkus = statement<{ id: string }>(
  'catalog.lockSkus',
  `select id from skus
   where tenant_id = (select current_tenant())
     and (code = any ($1::text[]) or id = any ($2::uuid[]))
   order by id for no key update`,
);

export interface KnownSkuRow extends SkuRow {
  readonly is_component: boolean;
}

// Read after the lock, in a statement of its own: one that waits for a lock still sees, in its
// subqueries, what was there when it began.
export const selectKnownSkus = statement<KnownSkuRow>(
  'catalog.selectKnownSkus',
  `select ${COLUMNS},
          exists (select from kit_components as kit
                  where kit.tenant_id = sku.tenant_id and kit.component_sku = sku.id)
            as is_component
   from skus as sku
   where sku.tenant_id = (select current_tenant()) and sku.id = any ($1::uuid[])`,
);

const RECORD = `row(id uuid, code text, title text, barcode text, weight_grams integer,
     length_mm integer, width_mm integer, height_mm integer, price_minor bigint,
     price_currency text, active boolean)`;

export const insertSkus = statement<{ id: string }>(
  'catalog.insertSkus',
  `insert into skus (tenant_id, id, code, title, barcode, weight_grams, length_mm, width_mm,
                     height_mm, price_minor, price_currency, active, created_at)
   select current_tenant(), row.id, row.code, row.title, row.barcode, row.weight_grams,
          row.length_mm, row.width_mm, row.height_mm, row.price_minor, row.price_currency,
          row.active, $2
   from jsonb_to_recordset($1::jsonb) as ${RECORD}
   order by row.code
   on conflict do nothing
   returning id`,
);

export const updateSkus = statement<{ id: string; version: number }>(
  'catalog.updateSkus',
  `update skus as sku
   set title = row.title, barcode = row.barcode, weight_grams = row.weight_grams,
       length_mm = row.length_mm, width_mm = row.width_mm, height_mm = row.height_mm,
       price_minor = row.price_minor, price_currency = row.price_currency, active = row.active,
       version = sku.version + 1
   from jsonb_to_recordset($1::jsonb) as ${RECORD}
   where sku.tenant_id = (select current_tenant()) and sku.id = row.id
   returning sku.id, sku.version`,
);

export const deleteComponents = statement(
  'catalog.deleteComponents',
  `delete from kit_components
   where tenant_id = (select current_tenant()) and kit_sku = any ($1::uuid[])`,
);

export const insertComponents = statement(
  'catalog.insertComponents',
  `insert into kit_components (tenant_id, kit_sku, component_sku, quantity_per_kit)
   select current_tenant(), row.kit, row.component, row.quantity
   from jsonb_to_recordset($1::jsonb) as row(kit uuid, component uuid, quantity integer)`,
);
