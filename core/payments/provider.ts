// The port of payment providers. Each of its calls is made with the id of an intent as idempotency
// key: the same key has one effect and one answer, however often and after whatever crash it is
// sent. Throwing says "I do not know what became of it": the provider is then looked up by our own
// reference, and asked again with the same key only when it knows of nothing.

import type { OrderId, PaymentId, TenantId } from '../ids.ts';
import type { DisputeStatus } from './dispute.ts';
import type { FactKind, IntentKind } from './payment.ts';
import type { AccountSecrets, AccountSettings, ProviderAccount } from './provider-account.ts';
import type { RiskLevel } from './risk-level.ts';
import type { ProviderStatements } from './statement.ts';

export type { AccountSecrets, AccountSettings, ProviderAccount };

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
  /** Nothing is left of the authorization after this capture: the provider may close it. */
  readonly isLast: boolean;
  /** Since when the intent stands: how far back to look for it. */
  readonly intendedAt: Date;
  /** Null where the provider needs none. */
  readonly account: ProviderAccount | null;
  /** Aborts when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** What is looked for, by our own reference: the key. */
export interface ProviderLookup extends ProviderRequest {
  readonly kind: IntentKind;
}

export interface ProviderInquiry extends ProviderLookup {
  /** What the provider called it when it said `later` or `payer-action`. */
  readonly pending: string;
}

export interface MovedMoney {
  readonly outcome: 'succeeded';
  /** Names this movement of money. */
  readonly reference: string;
  /** May differ from what was asked. */
  readonly amountMinor: bigint;
  readonly occurredAt: Date;
  /** Until when an authorization holds. */
  readonly expiresAt?: Date;
  /** From when on it may be held for longer, where that is not only near its end. */
  readonly renewableFrom?: Date;
  /** What the provider keeps for it, in the currency it says. */
  readonly fee?: Fee;
  /** It did this much and can do the rest only as another movement: that is asked for anew. */
  readonly isPart?: boolean;
  /** The authorization takes one capture: this much of it was given back to the buyer with it. */
  readonly releasedMinor?: bigint;
  /** How risky the provider finds it, where it says so. */
  readonly risk?: ProviderRisk;
}

export interface ProviderRisk {
  readonly level: RiskLevel;
  /** Its own number, of 100; null: it gives none. */
  readonly score: number | null;
  /** In its own words. */
  readonly detail: string | null;
  /** What it calls this word of its: told twice, it is recorded once. */
  readonly reference: string;
}

export interface Fee {
  readonly amountMinor: bigint;
  readonly currency: string;
}

export type ProviderAnswer =
  | MovedMoney
  /** Not done. Not final: nothing was kept under the key, and it may be sent again later. */
  | {
      readonly outcome: 'declined';
      readonly code: string;
      readonly detail: string;
      readonly final: boolean;
    }
  /** Taken, and not decided yet: `inquire` asks again by this reference. */
  | { readonly outcome: 'later'; readonly reference: string }
  /** The payer must do something first, such as 3-D Secure: there, if the provider says where. */
  | { readonly outcome: 'payer-action'; readonly reference: string; readonly link: string | null }
  /** A person must do it, and record that it was done. */
  | { readonly outcome: 'by-hand' };

export interface PaymentProvider {
  /** As requests name it: `manual`, `sandbox`, `stripe`, `stripe-test`. */
  readonly name: string;
  /** Money comes by itself and is recorded by hand: nobody is asked to authorize it. */
  readonly waitsForReceipt: boolean;
  /** What a tenant's account with it must hold; null: it needs no account. */
  readonly accounts: AccountForm | null;
  authorize(request: ProviderRequest): Promise<ProviderAnswer>;
  capture(request: ProviderRequest): Promise<ProviderAnswer>;
  refund(request: ProviderRequest): Promise<ProviderAnswer>;
  void(request: ProviderRequest): Promise<ProviderAnswer>;
  inquire(inquiry: ProviderInquiry): Promise<ProviderAnswer>;
  /**
   * What became of a call that was not answered. Null: certainly nothing, so it may be made again.
   * Left out where the key alone makes a second call safe, however late it comes.
   */
  find?(lookup: ProviderLookup): Promise<ProviderAnswer | null>;
  /** Takes back what waits for the payer and is not wanted any more. */
  abandon?(inquiry: ProviderInquiry): Promise<void>;
  /** Holds the same money for longer, under a new reference; left out where that cannot be done. */
  renew?(request: ProviderRequest): Promise<ProviderAnswer>;
  /** What it booked for us; left out where it keeps no balance. */
  readonly statements?: ProviderStatements;
  /**
   * Asks for something that changes nothing, to see that the account may be used. Answers how the
   * provider calls it, if it says. @throws ProviderFailure
   */
  tryOut?(account: ProviderAccount, signal: AbortSignal): Promise<string | null>;
  /** Reads what the provider sent to our door, and proves that it was the provider. */
  hear?(delivery: NoticeDelivery, account: ProviderAccount): Promise<Heard>;
}

export interface AccountForm {
  readonly mode: 'test' | 'live';
  readonly secrets: readonly string[];
  readonly settings: readonly string[];
  /** What is wrong with them, in words that hold no secret; undefined for nothing. */
  check(secrets: AccountSecrets, settings: AccountSettings): string | undefined;
}

/** A request as it came, to the byte: signatures are over those. */
export interface NoticeDelivery {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** By the machine's clock: what is signed is not taken for long. */
  readonly receivedAt: Date;
  readonly signal: AbortSignal;
}

export type Heard =
  | { readonly outcome: 'not-genuine'; readonly reason: string }
  /** Empty: it is about nothing of ours. */
  | { readonly outcome: 'heard'; readonly notices: readonly ProviderNotice[] };

export type ProviderNotice =
  | MoneyNotice
  | DisputeNotice
  | RiskNotice
  /** Something about this payment was decided: what waits for it is looked up now. */
  | { readonly about: 'decision'; readonly payment: PaymentId }
  | FailedRefundNotice;

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

export interface MoneyNotice extends Omit<PaymentNotice, 'tenant'> {
  readonly about: 'money';
  /** The key of the call that asked for it; null: nobody here did. */
  readonly key: string | null;
  readonly fee?: Fee;
  readonly expiresAt?: Date;
  /** As in the answer to a capture: the authorization takes one, and this much of it was given back. */
  readonly releasedMinor?: bigint;
}

/** A refund that was done came back: the buyer does not have the money. */
export interface FailedRefundNotice {
  readonly about: 'failed-refund';
  readonly payment: PaymentId;
  /** What it calls the refund. */
  readonly reference: string;
  readonly code: string;
  readonly occurredAt: Date;
}

export interface RiskNotice extends ProviderRisk {
  readonly about: 'risk';
  readonly payment: PaymentId;
}

export interface DisputeNotice {
  readonly about: 'dispute';
  readonly payment: PaymentId;
  /** What the provider calls the dispute. */
  readonly reference: string;
  readonly status: DisputeStatus;
  readonly amountMinor: bigint;
  /** The provider's word for why. */
  readonly reason: string;
  readonly respondBy: Date | null;
  readonly occurredAt: Date;
}

/** Never rejects: a provider does not wait for what is made of its notice. */
export type HearNotice = (notice: PaymentNotice) => Promise<void>;

/** The providers of this installation, by name. */
export type PaymentProviders = ReadonlyMap<string, PaymentProvider>;
