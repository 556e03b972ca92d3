// SQL of barcodes: which SKU a scan names.

import { statement } from '../db/statement.ts';

export interface BarcodeOwnerRow {
  readonly gtin: string;
  readonly id: string;
  readonly code: string;
}

export const selectBarcodeOwners = statement<BarcodeOwnerRow>(
  'catalog.selectBarcodeOwners',
  `select barcode.gtin, sku.id, sku.code
   from sku_barcodes as barcode
   join skus as sku on sku.tenant_id = (select current_tenant()) and sku.id = barcode.sku_id
   where barcode.tenant_id = (select current_tenant()) and barcode.gtin = any ($1::text[])`,
);

export const deleteBarcodes = statement(
  'catalog.deleteBarcodes',
  `delete from sku_barcodes
   where tenant_id = (select current_tenant()) and sku_id = any ($1::uuid[])`,
);

// In the order of the numbers, so that two commands never wait for each other in a circle.
export const insertBarcodes = statement(
  'catalog.insertBarcodes',
  `insert into sku_barcodes (tenant_id, sku_id, gtin, barcode, place)
   select current_tenant(), row.sku, row.gtin, row.barcode, row.place
   from jsonb_to_recordset($1::jsonb) as row(sku uuid, gtin text, barcode text, place integer)
   order by row.gtin
   on conflict do nothing`,
);
