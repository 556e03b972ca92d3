// Every filter of the list, and how it is chosen.

import {
  FULFILLMENT_STATUSES,
  ORDER_STATUSES,
  RETURN_STATUSES,
  STOCK_STATUSES,
} from '@doorstep/core/orders/order-status.ts';
import { PROMISE_RISKS } from '@doorstep/core/orders/promise-risk.ts';
import { PAYMENT_STATUSES } from '@doorstep/core/payments/payment-account.ts';
import { HOLD_REASONS } from '@doorstep/core/settings/reason.ts';
import type { CountOrdersAnswer } from '@doorstep/sdk';
import type { FilterName } from './order-query.ts';

export type FilterKind = 'some' | 'one' | 'text' | 'tags' | 'day' | 'amount' | 'customer';

export interface FilterField {
  readonly name: FilterName;
  readonly kind: FilterKind;
  /** What there is to choose; others are told by the counts. */
  readonly values?: readonly string[];
}

export const FILTER_FIELDS: readonly FilterField[] = [
  { name: 'status', kind: 'some', values: ORDER_STATUSES },
  { name: 'paymentStatus', kind: 'some', values: PAYMENT_STATUSES },
  { name: 'fulfillmentStatus', kind: 'some', values: FULFILLMENT_STATUSES },
  { name: 'stockStatus', kind: 'some', values: STOCK_STATUSES },
  { name: 'returnStatus', kind: 'some', values: RETURN_STATUSES },
  { name: 'channel', kind: 'some' },
  { name: 'promiseRisk', kind: 'some', values: PROMISE_RISKS },
  { name: 'shipByFrom', kind: 'day' },
  { name: 'shipByTo', kind: 'day' },
  { name: 'allTags', kind: 'tags' },
  { name: 'anyTag', kind: 'tags' },
  { name: 'customer', kind: 'customer' },
  { name: 'placedFrom', kind: 'day' },
  { name: 'placedTo', kind: 'day' },
  { name: 'totalFrom', kind: 'amount' },
  { name: 'totalTo', kind: 'amount' },
  { name: 'sku', kind: 'text' },
  { name: 'location', kind: 'text' },
  { name: 'country', kind: 'text' },
  { name: 'currency', kind: 'some' },
  { name: 'holdReason', kind: 'some', values: HOLD_REASONS },
  { name: 'hasException', kind: 'one', values: ['true', 'false'] },
  { name: 'exceptionType', kind: 'text' },
  { name: 'origin', kind: 'one', values: ['captured', 'imported'] },
  { name: 'updatedFrom', kind: 'day' },
];

export interface Choice {
  readonly value: string;
  /** Null where it is not counted. */
  readonly orders: number | null;
}

/** Those that orders have first, each with how many under the other filters. */
export function choicesOf(field: FilterField, counts: CountOrdersAnswer | undefined): Choice[] {
  const facet = counts?.[field.name as keyof CountOrdersAnswer];
  const counted = Array.isArray(facet) ? (facet as readonly Choice[]) : null;
  const values = field.values ?? counted?.map(({ value }) => value) ?? [];
  return values.map((value) => ({
    value,
    orders: counted === null ? null : (counted.find((one) => one.value === value)?.orders ?? 0),
  }));
}
