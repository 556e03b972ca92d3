// Which handler takes which kind of import.

import type { ImportKind } from '@doorstep/core/history/fields.ts';
import type { Handler } from './handler.ts';
import { importCustomers } from './import-customers.ts';
import { importLocations } from './import-locations.ts';
import { importOrders } from './import-orders.ts';
import { importProducts } from './import-products.ts';
import { importStock } from './import-stock.ts';

export const HANDLERS: Readonly<Record<ImportKind, Handler>> = {
  orders: importOrders,
  products: importProducts,
  customers: importCustomers,
  stock: importStock,
  locations: importLocations,
};
