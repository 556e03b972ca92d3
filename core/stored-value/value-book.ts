// The port behind which stored value pays for orders: what a connector asks of the book of accounts.
// Each call is made under a key, and the same key has one effect and one answer.

import type { OrderId, PaymentId, TenantId } from '../ids.ts';
import type { IntentKind } from '../payments/payment.ts';
import type { StoredValueKind } from '../payments/stored-value-provider.ts';

export interface ValueRequest {
  readonly key: string;
  readonly tenant: TenantId;
  readonly order: OrderId;
  readonly payment: PaymentId;
  readonly amountMinor: bigint;
  readonly currency: string;
  /** The id of a gift card; null: the store credit of whoever ordered. */
  readonly token: string | null;
  /** What the book called the promise; null before there is one. */
  readonly reference: string | null;
}

export type ValueAnswer =
  | {
      readonly done: true;
      readonly reference: string;
      readonly amountMinor: bigint;
      readonly occurredAt: Date;
    }
  | { readonly done: false; readonly code: ValueDecline; readonly detail: string };

/** Why nothing was moved. */
export type ValueDecline =
  | 'no-customer'
  | 'customer-erased'
  | 'no-store-credit'
  | 'gift-card-unknown'
  | 'gift-card-disabled'
  | 'gift-card-expired'
  | 'currency-differs'
  | 'balance-too-low'
  | 'not-held';

export interface ValueBook {
  move(kind: IntentKind, account: StoredValueKind, request: ValueRequest): Promise<ValueAnswer>;
}
