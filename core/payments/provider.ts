// The port of payment providers. Each of its calls is made with the id of an intent as idempotency
// key: the same key has one effect and one answer, however often and after whatever crash it is
// sent. Throwing says "I do not know what became of it": the call is made again with the same key.

import type { OrderId, PaymentId, TenantId } from '../ids.ts';
import type { FactKind, IntentKind } from './payment.ts';

export interface ProviderRequest {
  /** The idempotency key: the id of the intent. */
  readonly key: string;
  /** Whose money it is; a notification names it again. */
  readonly tenant: TenantId;
  readonly order: OrderId;
  readonly payment: PaymentId;
  readonly amountMinor: bigint;
  readonly currency: string;
  /** The provider's own name for the buyer's means of payment. */
  readonly token: string | null;
  /** What the provider calls the authorization; null before there is one. */
  readonly reference: string | null;
  /** Aborts when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

export interface ProviderInquiry extends ProviderRequest {
  readonly kind: IntentKind;
  /** What the provider called it when it said `later`. */
  readonly pending: string;
}

export type ProviderAnswer =
  /** Done. `reference` names this movement of money; `amountMinor` may differ from what was asked. */
  | {
      readonly outcome: 'succeeded';
      readonly reference: string;
      readonly amountMinor: bigint;
      readonly occurredAt: Date;
    }
  /** Not done. Not final: nothing was kept under the key, and it may be sent again later. */
  | {
      readonly outcome: 'declined';
      readonly code: string;
      readonly detail: string;
      readonly final: boolean;
    }
  /** Taken, and not decided yet: `inquire` asks again by this reference. */
  | { readonly outcome: 'later'; readonly reference: string }
  /** A person must do it, and record that it was done. */
  | { readonly outcome: 'by-hand' };

export interface PaymentProvider {
  /** As requests name it: `manual`, `sandbox`. */
  readonly name: string;
  /** Money comes by itself and is recorded by hand: nobody is asked to authorize it. */
  readonly waitsForReceipt: boolean;
  authorize(request: ProviderRequest): Promise<ProviderAnswer>;
  capture(request: ProviderRequest): Promise<ProviderAnswer>;
  refund(request: ProviderRequest): Promise<ProviderAnswer>;
  void(request: ProviderRequest): Promise<ProviderAnswer>;
  inquire(inquiry: ProviderInquiry): Promise<ProviderAnswer>;
}

/** What a provider tells of its own accord: before its answer, after it, or instead. */
export interface PaymentNotice {
  readonly tenant: TenantId;
  readonly payment: PaymentId;
  readonly kind: FactKind;
  /** What it calls this movement of money, as in its answers. */
  readonly reference: string;
  readonly amountMinor: bigint;
  readonly occurredAt: Date;
}

/** Never rejects: a provider does not wait for what is made of its notice. */
export type HearNotice = (notice: PaymentNotice) => Promise<void>;

/** The providers of this installation, by name. */
export type PaymentProviders = ReadonlyMap<string, PaymentProvider>;
