// HTTP of exports.

import { SkuSchema } from '@doorstep/contract/catalog.ts';
import { CustomerSchema } from '@doorstep/contract/customers.ts';
import { ExportedOrderSchema, ExportedPaymentSchema } from '@doorstep/contract/export-forms.ts';
import * as contract from '@doorstep/contract/exports.ts';
import { ParcelSummarySchema } from '@doorstep/contract/fulfillment.ts';
import { StockLevelSchema } from '@doorstep/contract/inventory.ts';
import { LocationSchema } from '@doorstep/contract/locations.ts';
import type { Operation, QueryOf } from '@doorstep/contract/operation.ts';
import { ReturnSummarySchema } from '@doorstep/contract/returns.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Logger } from 'pino';
import { bindRead, type HttpContext } from '../http/bind.ts';
import { bindFile } from '../http/file-stream.ts';
import { exportFile, type FileQuery, type List } from './export-file.ts';
import { exportLists } from './export-lists.ts';
import { exportOrders } from './export-orders.ts';
import type { Source } from './export-pages.ts';
import { exportPayments } from './export-payments.ts';
import { exportTables } from './export-tables.ts';
import { listExportForms } from './list-export-forms.ts';

export function exportRoutes(http: HttpContext, log: Logger): void {
  bindExport(
    contract.exportOrders,
    (source, query) => exportOrders(source, query, http.now()),
    listOf('orders', ExportedOrderSchema),
  );
  bindExport(contract.exportCustomers, exportLists.customers, listOf('customers', CustomerSchema));
  bindExport(contract.exportSkus, exportLists.skus, listOf('skus', SkuSchema));
  bindExport(contract.exportStock, exportLists.stock, listOf('stock', StockLevelSchema));
  bindExport(contract.exportParcels, exportLists.parcels, listOf('parcels', ParcelSummarySchema));
  bindExport(contract.exportReturns, exportLists.returns, listOf('returns', ReturnSummarySchema));
  bindExport(contract.exportPayments, exportPayments, listOf('payments', ExportedPaymentSchema));
  bindRead(http, contract.listExportForms, async () => ({ items: listExportForms() }));
  bindExport(
    contract.exportLocations,
    (source) => exportLists.locations(source, http.now()),
    listOf('locations', LocationSchema),
  );

  function bindExport<O extends Operation, Item extends object, Part>(
    operation: O,
    pagesOf: PagesOf<O, Item>,
    list: List<Item, Part>,
  ): void {
    bindFile(http, operation, {
      log,
      async open({ principal, query }) {
        const fileOf = exportFile(list, query as FileQuery);
        if (isRefusal(fileOf)) return fileOf;
        const pages = await pagesOf({ pool: http.pool, tenant: principal.tenant }, query);
        return isRefusal(pages) ? pages : fileOf(pages);
      },
    });
  }
}

type PagesOf<O, Item> = (
  source: Source,
  query: QueryOf<O>,
) => Promise<AsyncIterable<readonly Item[]> | Refusal>;

type Tables = typeof exportTables;

function listOf<Name extends keyof Tables>(
  name: Name,
  { properties }: { readonly properties: object },
) {
  return { name, fields: Object.keys(properties), table: exportTables[name] };
}
