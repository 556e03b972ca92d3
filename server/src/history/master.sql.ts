// SQL of what is compared before master data is written.

import { statement } from '../db/statement.ts';

export const selectKnownLevels = statement<{ sku_id: string; location_id: string }>(
  'history.selectKnownLevels',
  `select level.sku_id, level.location_id
   from jsonb_to_recordset($1::jsonb) as row(sku uuid, location uuid)
   join stock_levels as level on level.tenant_id = (select current_tenant())
     and level.sku_id = row.sku and level.location_id = row.location`,
);

export interface SkuFactsRow {
  readonly code: string;
  readonly title: string;
  /** In their order: the first is what it goes by. */
  readonly barcodes: readonly string[];
  readonly weight_grams: number | null;
  readonly price_minor: bigint | null;
  readonly price_currency: string | null;
  readonly active: boolean;
  readonly version: number;
  /** Whoever was sold has a level or waits for one. */
  readonly has_stock: boolean;
  readonly is_in_kit: boolean;
}

export const selectSkuFacts = statement<SkuFactsRow>(
  'history.selectSkuFacts',
  `select sku.code, sku.title, sku.weight_grams, sku.price_minor, sku.price_currency, sku.active,
          sku.version,
          array(select barcode.barcode from sku_barcodes as barcode
                where barcode.tenant_id = (select current_tenant()) and barcode.sku_id = sku.id
                order by barcode.place) as barcodes,
          exists (select from stock_levels as level
                  where level.tenant_id = (select current_tenant()) and level.sku_id = sku.id)
            as has_stock,
          exists (select from kit_components as kit
                  where kit.tenant_id = (select current_tenant())
                    and kit.component_sku = sku.id) as is_in_kit
   from skus as sku
   where sku.tenant_id = (select current_tenant()) and sku.code = any ($1::text[])`,
);

export const selectCustomerFacts = statement<{ version: number; has_orders: boolean }>(
  'history.selectCustomerFacts',
  `select person.version,
          exists (select from orders
                  where orders.tenant_id = (select current_tenant())
                    and orders.customer_id = person.id) as has_orders
   from customers as person
   where person.tenant_id = (select current_tenant()) and person.id = $1`,
);

export const selectLocationFacts = statement<{ version: number; has_stock: boolean }>(
  'history.selectLocationFacts',
  `select place.version,
          exists (select from stock_levels as level
                  where level.tenant_id = (select current_tenant())
                    and level.location_id = place.id) as has_stock
   from locations as place
   where place.tenant_id = (select current_tenant()) and place.id = $1`,
);
