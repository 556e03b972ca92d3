// HTTP of exports.

import { SkuSchema } from '@doorstep/contract/catalog.ts';
import { CustomerSchema } from '@doorstep/contract/customers.ts';
import { ExportedOrderSchema } from '@doorstep/contract/export-forms.ts';
import * as contract from '@doorstep/contract/exports.ts';
import { StockLevelSchema } from '@doorstep/contract/inventory.ts';
import { LocationSchema } from '@doorstep/contract/locations.ts';
import type { Operation, QueryOf } from '@doorstep/contract/operation.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Logger } from 'pino';
import { bindCall, type HttpContext } from '../http/bind.ts';
import * as tables from './export-cells.ts';
import { exportFile, type FileQuery, type List } from './export-file.ts';
import { exportCustomers, exportLocations, exportSkus, exportStock } from './export-lists.ts';
import { exportOrders } from './export-orders.ts';
import type { Source } from './export-pages.ts';
import { writeAnswer } from './write-answer.ts';

export function exportRoutes(http: HttpContext, log: Logger): void {
  bindExport(contract.exportOrders, listOf('orders', ExportedOrderSchema, tables.ORDER_TABLE), {
    pages: exportOrders,
  });
  bindExport(contract.exportCustomers, listOf('customers', CustomerSchema, tables.CUSTOMER_TABLE), {
    pages: exportCustomers,
  });
  bindExport(contract.exportSkus, listOf('skus', SkuSchema, tables.SKU_TABLE), {
    pages: exportSkus,
  });
  bindExport(contract.exportStock, listOf('stock', StockLevelSchema, tables.STOCK_TABLE), {
    pages: exportStock,
  });
  bindExport(contract.exportLocations, listOf('locations', LocationSchema, tables.LOCATION_TABLE), {
    pages: (source) => exportLocations(source, http.now()),
  });

  function bindExport<O extends Operation, Item extends object, Part>(
    operation: O,
    list: List<Item, Part>,
    { pages }: { pages: PagesOf<O, Item> },
  ): void {
    bindCall(http, operation, async ({ principal, query, request, reply }) => {
      const fileOf = exportFile(list, query as FileQuery);
      if (isRefusal(fileOf)) return fileOf;
      const found = await pages({ pool: http.pool, tenant: principal.tenant }, query);
      if (isRefusal(found)) return found;
      await writeAnswer(request, reply, fileOf(found), log);
      return undefined;
    });
  }
}

type PagesOf<O, Item> = (
  source: Source,
  query: QueryOf<O>,
) => Promise<AsyncIterable<readonly Item[]> | Refusal>;

function listOf<Item, Part>(
  name: string,
  { properties }: { readonly properties: object },
  table: List<Item, Part>['table'],
): List<Item, Part> {
  return { name, fields: Object.keys(properties), table };
}
