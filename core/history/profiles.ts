// The profiles that come with Doorstep.

import type { Profile } from './profile.ts';
import { doorstepOrders, doorstepOrderTable } from './profiles/doorstep.ts';
import {
  amazonAllOrders,
  amazonOrders,
  amazonOrdersJson,
  amazonOrdersJsonV0,
  ebayOrders,
  etsyOrders,
} from './profiles/marketplaces.ts';
import { onlineRetail } from './profiles/online-retail.ts';
import {
  shopifyCustomers,
  shopifyLocations,
  shopifyOrders,
  shopifyOrdersJson,
  shopifyProducts,
  shopifyStock,
  shopifyVariants,
} from './profiles/shopify.ts';
import { customerTable, locationTable, productTable, stockTable } from './profiles/tables.ts';
import { wooOrders, wooProducts } from './profiles/woocommerce.ts';

export const PROFILES: readonly Profile[] = [
  doorstepOrders,
  doorstepOrderTable,
  shopifyOrders,
  shopifyOrdersJson,
  amazonOrders,
  amazonAllOrders,
  amazonOrdersJson,
  amazonOrdersJsonV0,
  ebayOrders,
  etsyOrders,
  wooOrders,
  onlineRetail,
  productTable,
  customerTable,
  stockTable,
  locationTable,
  shopifyProducts,
  shopifyVariants,
  wooProducts,
  shopifyCustomers,
  shopifyLocations,
  shopifyStock,
];
