// What tells whether a document says the same as before.

import { createHash } from 'node:crypto';
import type { PastOrder } from '@doorstep/core/history/past-order.ts';

/** Of all that an import may bring up to date: the same again changes nothing. */
export function orderHash(order: PastOrder): string {
  const { paymentStatus, status, refundedMinor, canceledMinor, lines } = order;
  const places = lines.map((line) => [line.canceled, line.shipped, line.delivered, line.returned]);
  return contentHash([
    soldHash(order),
    paymentStatus,
    status,
    refundedMinor,
    canceledMinor,
    places,
  ]);
}

/** Of all that it says: the same again changes nothing. */
export function contentHash(value: unknown): string {
  const text = JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? String(one) : one));
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

/** Of what never changes about an order once it is sold. */
export function soldHash({ placedAt, currency, total, lines }: PastOrder): string {
  const sold = lines.map(({ skuCode, quantity, amountMinor }) => [skuCode, quantity, amountMinor]);
  return contentHash([placedAt, currency, total, sold]);
}
