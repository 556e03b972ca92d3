// One order on its way through capture.

import type { CapturedOrderAnswer, CaptureOrderRequest } from '@doorstep/contract/order-capture.ts';
import type { Actor } from '@doorstep/core/access/actor.ts';
import type { OrderId, TenantId } from '@doorstep/core/ids.ts';
import type { CapturedOrder } from '@doorstep/core/orders/capture.ts';
import type { PlannedPayment } from '@doorstep/core/payments/planned-payment.ts';
import type { PaymentProviders } from '@doorstep/core/payments/provider.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import type { NumberLease } from '../db/lease-number.ts';
import type { Pool } from '../db/pool.ts';
import type { KeyHashes } from '../db/run-command.ts';
import type { StockView } from '../inventory/stock-view.ts';
import type { BookChannel, LocationBooks } from '../routing/location-book.ts';

export interface CaptureJob {
  readonly tenant: TenantId;
  readonly actor: Actor;
  readonly request: CaptureOrderRequest;
  readonly key: KeyHashes | null;
  /** The id the order gets if it is new. */
  readonly order: OrderId;
}

export interface Captured {
  readonly answer: CapturedOrderAnswer;
  /** `captured` now; `known`: the channel sent it before; `replayed`: the key was used before. */
  readonly how: 'captured' | 'known' | 'replayed';
}

export type CaptureOutcome = Captured | Refusal;

export interface CaptureDeps {
  readonly pool: Pool;
  readonly numbers: NumberLease;
  readonly now: () => Date;
  readonly books: LocationBooks;
  readonly view: StockView;
  readonly providers: PaymentProviders;
}

/** An order with its decision, ready to be written. */
export interface DecidedOrder {
  readonly job: CaptureJob;
  readonly channel: BookChannel;
  readonly order: CapturedOrder;
  readonly payments: readonly PlannedPayment[];
}
