// What stands in the columns of contract/export-forms.ts, and which of them are asked for.

import type { SkuAnswer } from '@doorstep/contract/catalog.ts';
import type { CustomerAnswer } from '@doorstep/contract/customers.ts';
import * as forms from '@doorstep/contract/export-forms.ts';
import type { ParcelSummary } from '@doorstep/contract/fulfillment.ts';
import type { StockLevelAnswer } from '@doorstep/contract/inventory.ts';
import type { LocationAnswer } from '@doorstep/contract/locations.ts';
import type { ReturnSummary } from '@doorstep/contract/returns.ts';
import { formatMajor } from '@doorstep/core/money.ts';
import type { Cells, ExportColumn, Table, Value } from './export-column.ts';
import { exportLineCells, exportOrderCells } from './export-order-cells.ts';

function columnsOf<Item>(
  kinds: Readonly<Record<string, forms.ColumnKind>>,
  cells: Readonly<Record<string, (item: Item) => Value>>,
): readonly ExportColumn<Item>[] {
  return Object.entries(kinds).flatMap(([name, kind]) => {
    const of = cells[name];
    return of === undefined ? [] : [{ name, kind, of }];
  });
}

function plain<Item>(
  kinds: Readonly<Record<string, forms.ColumnKind>>,
  cells: Readonly<Record<string, (item: Item) => Value>>,
): Table<Item, never> {
  return { columns: columnsOf(kinds, cells), partColumns: [], partsOf: () => [] };
}

const orders: Table<forms.ExportedOrder, forms.ExportedLine> = {
  columns: columnsOf(forms.ORDER_COLUMNS, exportOrderCells),
  partColumns: columnsOf(forms.LINE_COLUMNS, exportLineCells),
  partsOf: (order) => order.lines,
};

const customerCells: Cells<typeof forms.CUSTOMER_COLUMNS, CustomerAnswer> = {
  id: (one) => one.id,
  externalId: (one) => one.externalId,
  email: (one) => one.email,
  name: (one) => one.name,
  phone: (one) => one.phone,
  createdAt: (one) => one.createdAt,
  erasedAt: (one) => one.erasedAt,
  version: (one) => one.version,
};
const customers = plain(forms.CUSTOMER_COLUMNS, customerCells);

const skuCells: Cells<typeof forms.SKU_COLUMNS, SkuAnswer> = {
  id: (sku) => sku.id,
  code: (sku) => sku.code,
  title: (sku) => sku.title,
  barcode: (sku) => sku.barcode,
  barcodes: (sku) => JSON.stringify(sku.barcodes),
  weightGrams: (sku) => sku.weightGrams,
  lengthMm: (sku) => sku.lengthMm,
  widthMm: (sku) => sku.widthMm,
  heightMm: (sku) => sku.heightMm,
  price: ({ price }) =>
    price === null ? null : formatMajor(BigInt(price.amountMinor), price.currency),
  currency: (sku) => sku.price?.currency ?? null,
  active: (sku) => sku.active,
  components: (sku) => JSON.stringify(sku.components),
  createdAt: (sku) => sku.createdAt,
  version: (sku) => sku.version,
};
const skus = plain(forms.SKU_COLUMNS, skuCells);

const stockCells: Cells<typeof forms.STOCK_COLUMNS, StockLevelAnswer> = {
  sku: (level) => level.sku,
  skuId: (level) => level.skuId,
  location: (level) => level.location,
  locationId: (level) => level.locationId,
  onHand: (level) => level.onHand,
  available: (level) => level.available,
  reserved: (level) => level.reserved,
  allocated: (level) => level.allocated,
  damaged: (level) => level.damaged,
  qualityControl: (level) => level.qualityControl,
  safetyStock: (level) => level.safetyStock,
  incoming: (level) => level.incoming,
  inTransit: (level) => level.inTransit,
  shortfall: (level) => level.shortfall,
};
const stock = plain(forms.STOCK_COLUMNS, stockCells);

const locationCells: Cells<typeof forms.LOCATION_COLUMNS, LocationAnswer> = {
  id: (place) => place.id,
  number: (place) => place.number,
  code: (place) => place.code,
  name: (place) => place.name,
  kind: (place) => place.kind,
  street: (place) => place.address.street,
  city: (place) => place.address.city,
  region: (place) => place.address.region,
  postalCode: (place) => place.address.postalCode,
  country: (place) => place.address.country,
  latitude: (place) => place.coordinates.latitude,
  longitude: (place) => place.coordinates.longitude,
  coordinatesFrom: (place) => place.coordinatesFrom,
  timeZone: (place) => place.timeZone,
  cutOff: (place) => place.cutOff,
  handlingDays: (place) => place.handlingDays,
  calendar: (place) => JSON.stringify(place.calendar),
  capacityOrdersPerDay: (place) => place.capacityOrdersPerDay,
  handlingCostMinor: (place) => place.handlingCostMinor,
  safetyStock: (place) => place.safetyStock,
  active: (place) => place.active,
  channels: (place) => JSON.stringify(place.channels),
  createdAt: (place) => place.createdAt,
  version: (place) => place.version,
};
const locations = plain(forms.LOCATION_COLUMNS, locationCells);

const parcelCells: Cells<typeof forms.PARCEL_COLUMNS, ParcelSummary> = {
  id: (parcel) => parcel.id,
  orderNumber: (parcel) => parcel.orderNumber,
  order: (parcel) => parcel.order,
  fulfillmentOrder: (parcel) => parcel.fulfillmentOrder,
  location: (parcel) => parcel.location,
  status: (parcel) => parcel.status,
  carrier: (parcel) => parcel.carrier,
  trackingNumber: (parcel) => parcel.trackingNumber,
  trackingStatus: (parcel) => parcel.trackingStatus,
  trackedAt: (parcel) => parcel.trackedAt,
  weightGrams: (parcel) => parcel.weightGrams,
  lengthMm: (parcel) => parcel.dimensions?.lengthMm ?? null,
  widthMm: (parcel) => parcel.dimensions?.widthMm ?? null,
  heightMm: (parcel) => parcel.dimensions?.heightMm ?? null,
  packedAt: (parcel) => parcel.packedAt,
  packedBy: (parcel) => parcel.packedBy,
  shippedAt: (parcel) => parcel.shippedAt,
  deliveredAt: (parcel) => parcel.deliveredAt,
  voidedAt: (parcel) => parcel.voidedAt,
};
const parcels = plain(forms.PARCEL_COLUMNS, parcelCells);

const returnCells: Cells<typeof forms.RETURN_COLUMNS, ReturnSummary> = {
  id: (one) => one.id,
  number: (one) => one.number,
  order: (one) => one.order,
  status: (one) => one.status,
  location: (one) => one.location,
  trackingNumber: (one) => one.trackingNumber,
  requested: (one) => one.requested,
  received: (one) => one.received,
  unexpected: (one) => one.unexpected,
  granted: (one) => (one.currency === null ? null : major(one.grantedMinor, one.currency)),
  currency: (one) => one.currency,
  createdAt: (one) => one.createdAt,
  receivedAt: (one) => one.receivedAt,
  canceledAt: (one) => one.canceledAt,
};
const returns = plain(forms.RETURN_COLUMNS, returnCells);

const paymentCells: Cells<typeof forms.PAYMENT_COLUMNS, forms.ExportedPayment> = {
  id: (one) => one.id,
  orderNumber: (one) => one.orderNumber,
  order: (one) => one.order,
  number: (one) => one.number,
  provider: (one) => one.provider,
  providerReference: (one) => one.providerReference,
  currency: (one) => one.currency,
  amount: (one) => major(one.amountMinor, one.currency),
  authorized: (one) => major(one.authorizedMinor, one.currency),
  voided: (one) => major(one.voidedMinor, one.currency),
  captured: (one) => major(one.capturedMinor, one.currency),
  refunded: (one) => major(one.refundedMinor, one.currency),
  disputed: (one) => major(one.disputedMinor, one.currency),
  declinedCode: (one) => one.declinedCode,
  createdAt: (one) => one.createdAt,
  orderCurrency: (one) => one.orderCurrency,
  orderAmount: (one) => major(one.orderAmountMinor, one.orderCurrency),
  orderCaptured: (one) => major(one.orderCapturedMinor, one.orderCurrency),
  orderRefunded: (one) => major(one.orderRefundedMinor, one.orderCurrency),
  carried: (one) => major(one.carriedMinor, one.currency),
};
const payments = plain(forms.PAYMENT_COLUMNS, paymentCells);

function major(amountMinor: number, currency: string): string {
  return formatMajor(BigInt(amountMinor), currency);
}

export const exportTables = {
  ...{ orders, customers, skus, stock, locations },
  ...{ parcels, returns, payments },
} as const;
