// Which handler takes which kind of import.

import type { ImportKind } from '@doorstep/core/history/fields.ts';
import type { Handler } from './handle-documents.ts';
import { importCustomers, importLocations, importProducts, importStock } from './import-master.ts';
import { importOrders } from './import-orders.ts';

export const HANDLERS: Readonly<Record<ImportKind, Handler>> = {
  orders: importOrders,
  products: importProducts,
  customers: importCustomers,
  stock: importStock,
  locations: importLocations,
};
