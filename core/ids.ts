// Every id is a typed prefix and a UUIDv7 in hex, e.g. `ord_0192f0c1a2b37c4d8e9f0a1b2c3d4e5f`.
// This is the one registry of prefixes; the database stores the bare UUID.

export const ID_PREFIXES = {
  tenant: 'ten',
  user: 'usr',
  apiKey: 'key',
  session: 'ses',
  role: 'rol',
  settings: 'set',
  auditEntry: 'aud',
  customer: 'cus',
  sku: 'sku',
  channel: 'chn',
  location: 'loc',
  stockDocument: 'sdo',
  stockEntry: 'sen',
  transfer: 'trf',
  movement: 'mov',
  reservation: 'rsv',
  order: 'ord',
  orderLine: 'oln',
  charge: 'chg',
  hold: 'hld',
  note: 'nte',
  cancellation: 'cnl',
  decision: 'dec',
  payment: 'pay',
  paymentIntent: 'pit',
  ledgerEntry: 'led',
  grantedRefund: 'grf',
  refundRequest: 'rrq',
  refundPolicy: 'rfp',
  riskSignal: 'rsg',
  riskPolicy: 'rkp',
  dispute: 'dsp',
  storeCredit: 'scr',
  giftCard: 'gfc',
  valueMovement: 'vmv',
  giftCardKey: 'gck',
  providerConnection: 'pcn',
  statement: 'stm',
  payout: 'pyo',
  difference: 'dif',
  journalEntry: 'jen',
  bookClosing: 'bcl',
  chart: 'cha',
  fulfillmentOrder: 'ful',
  parcel: 'pcl',
  trackingEvent: 'trk',
  return: 'ret',
  returnItem: 'rit',
  exception: 'exc',
  exceptionThreshold: 'ext',
  webhookEndpoint: 'whe',
  webhookDelivery: 'whd',
  webhookReplay: 'whr',
  event: 'evt',
  import: 'imp',
  pastDocument: 'pdo',
  drop: 'drp',
  dropHold: 'dho',
  dropPlace: 'dpl',
  orderView: 'ovw',
  bulkAction: 'blk',
} as const;

export type IdKind = keyof typeof ID_PREFIXES;

declare const brand: unique symbol;
export type Id<K extends IdKind> = string & { readonly [brand]: K };

export type TenantId = Id<'tenant'>;
export type CustomerId = Id<'customer'>;
export type SkuId = Id<'sku'>;
export type ChannelId = Id<'channel'>;
export type LocationId = Id<'location'>;
export type OrderId = Id<'order'>;
export type OrderLineId = Id<'orderLine'>;
export type ReservationId = Id<'reservation'>;
export type PaymentId = Id<'payment'>;
export type FulfillmentOrderId = Id<'fulfillmentOrder'>;
export type ParcelId = Id<'parcel'>;
export type ReturnId = Id<'return'>;
export type ImportId = Id<'import'>;
export type DropId = Id<'drop'>;
export type DropHoldId = Id<'dropHold'>;
export type DropPlaceId = Id<'dropPlace'>;
export type OrderViewId = Id<'orderView'>;
export type BulkActionId = Id<'bulkAction'>;

/** Builds the wire form of an id from a UUID with or without dashes. */
export function idFromUuid<K extends IdKind>(kind: K, uuid: string): Id<K> {
  const digits = uuid.length === 32 ? uuid : uuid.replaceAll('-', '');
  return `${ID_PREFIXES[kind]}_${digits}` as Id<K>;
}

/** The UUID of an id, as 32 hex digits; PostgreSQL reads it as it is. */
export function uuidOf(id: Id<IdKind>): string {
  return id.slice(4);
}

/** Reads an id from the outside; undefined when it is not one of this kind. */
export function parseId<K extends IdKind>(kind: K, text: string): Id<K> | undefined {
  return text.startsWith(`${ID_PREFIXES[kind]}_`) && /^[0-9a-f]{32}$/.test(text.slice(4))
    ? (text as Id<K>)
    : undefined;
}
