// What the Stripe of the tests remembers.

import { randomBytes } from 'node:crypto';
import { type StripeBalance, stripeBalance } from './stripe-balance.ts';

export type Form = Record<string, unknown>;

export interface StripeError {
  readonly status: number;
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly decline_code?: string;
}

export interface StripeEvent {
  readonly id: string;
  readonly object: 'event';
  readonly type: string;
  readonly created: number;
  readonly livemode: boolean;
  readonly data: { readonly object: Form; readonly previous_attributes?: Form };
}

interface Charge {
  id: string;
  amount: number;
  amount_captured: number;
  amount_refunded: number;
  captured: boolean;
  status: string;
  several: boolean;
  created: number;
  /** When the newest capture was booked. */
  bookedAt: number | null;
}

interface Intent {
  id: string;
  amount: number;
  currency: string;
  status: string;
  captured: number;
  metadata: Record<string, string>;
  charge: Charge | null;
  several: boolean;
  created: number;
  canceledAt: number | null;
  method: string;
}

interface Refund {
  id: string;
  intent: string;
  amount: number;
  currency: string;
  status: string;
  created: number;
  metadata: Record<string, string>;
  fee: number;
}

export type StripeBook = ReturnType<typeof stripeBook>;

const WEEK_S = 7 * 86_400;
const id = (prefix: string) => `${prefix}_${randomBytes(10).toString('hex')}`;
const no = (message: string, code = 'payment_intent_unexpected_state'): StripeError => ({
  status: 400,
  type: 'invalid_request_error',
  message,
  code,
});
const missing = (what: string): StripeError => ({
  ...no(`No such ${what}`, 'resource_missing'),
  status: 404,
});

interface Shelf {
  /** In seconds. */
  readonly now: () => number;
  readonly intents: Map<string, Intent>;
  readonly refunds: Map<string, Refund>;
  readonly events: StripeEvent[];
  readonly effects: Map<string, number>;
  readonly balance: StripeBalance;
  /** What a refund costs. */
  refundFee: number;
}

/** @param clock in milliseconds */
export function stripeBook(clock: () => number) {
  const now = () => Math.floor(clock() / 1000);
  const shelf: Shelf = {
    now,
    intents: new Map(),
    refunds: new Map(),
    events: [],
    effects: new Map(),
    balance: stripeBalance(now),
    refundFee: 0,
  };
  return {
    events: shelf.events,
    effects: shelf.effects,
    balance: shelf.balance,
    create: (form: Form) => create(shelf, form),
    capture: (name: string, form: Form) => capture(shelf, name, form),
    cancel: (name: string) => cancel(shelf, name),
    refund: (form: Form) => refund(shelf, form),
    chargeForRefunds(fee: number): void {
      shelf.refundFee = fee;
    },
    countEffect: (key: string) => shelf.effects.set(key, (shelf.effects.get(key) ?? 0) + 1),
    intents: () => [...shelf.intents.values()].map(presentIntent),
    intent(name: string): object | StripeError {
      const intent = shelf.intents.get(name);
      return intent === undefined ? missing('payment_intent') : presentIntent(intent);
    },
    update(name: string, form: Form): object | StripeError {
      const intent = shelf.intents.get(name);
      if (intent === undefined) return missing('payment_intent');
      Object.assign(intent.metadata, form['metadata'] ?? {});
      return presentIntent(intent);
    },
    refunds: (intent: string) =>
      [...shelf.refunds.values()].filter((one) => one.intent === intent).map(presentRefund),
    refundOf(name: string): object | StripeError {
      const made = shelf.refunds.get(name);
      return made === undefined ? missing('refund') : presentRefund(made);
    },
    /** The bank of the buyer did not take it: the money comes back. */
    failRefund: (name: string) => failRefund(shelf, name),
    /** The payer confirms with the bank. */
    confirm(name: string): void {
      const intent = shelf.intents.get(name);
      if (intent?.status === 'requires_action') hold(shelf, intent);
    },
    /** What a bank does for its customer: takes the money back, and decides about it. */
    dispute: (name: string, status: string, dispute: string) =>
      openDispute(shelf, name, status, dispute),
  };
}

function tell(shelf: Shelf, type: string, object: Form, previous?: Form): void {
  shelf.events.push({
    id: id('evt'),
    object: 'event',
    type,
    created: shelf.now(),
    livemode: false,
    data: { object, ...(previous === undefined ? {} : { previous_attributes: previous }) },
  });
}

function hold(shelf: Shelf, intent: Intent): void {
  intent.status = 'requires_capture';
  intent.charge = {
    id: id('ch'),
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    captured: false,
    status: 'succeeded',
    several: intent.several,
    created: shelf.now(),
    bookedAt: null,
  };
  tell(shelf, 'charge.succeeded', presentCharge(intent));
  tell(shelf, 'payment_intent.amount_capturable_updated', presentIntent(intent));
}

function create(shelf: Shelf, form: Form): object | StripeError {
  const method = String(form['payment_method'] ?? '');
  const intent: Intent = {
    id: id('pi'),
    amount: Number(form['amount']),
    currency: String(form['currency']),
    status: 'requires_payment_method',
    captured: 0,
    metadata: (form['metadata'] ?? {}) as Record<string, string>,
    charge: null,
    several: method === 'pm_card_multicapture',
    created: shelf.now(),
    canceledAt: null,
    method,
  };
  if (method === 'pm_card_chargeDeclined')
    return {
      status: 402,
      type: 'card_error',
      code: 'card_declined',
      decline_code: 'generic_decline',
      message: 'Your card was declined.',
    };
  shelf.intents.set(intent.id, intent);
  if (method === 'pm_card_authenticationRequired') intent.status = 'requires_action';
  else hold(shelf, intent);
  return presentIntent(intent);
}

function capture(shelf: Shelf, name: string, form: Form): object | StripeError {
  const intent = shelf.intents.get(name);
  if (intent?.charge == null) return missing('payment_intent');
  if (intent.status !== 'requires_capture') return no(`It is ${intent.status}`);
  const left = intent.amount - intent.captured;
  const amount = Number(form['amount_to_capture'] ?? left);
  if (amount > left) return no('More than is capturable', 'amount_too_large');
  const isOpen = intent.several && form['final_capture'] === 'false' && amount < left;
  intent.captured += amount;
  const before = intent.charge.amount_captured;
  shelf.balance.book('charge', { amount, currency: intent.currency, fee: feeOf(amount) }, () =>
    presentCharge(intent),
  );
  intent.charge.amount_captured = intent.captured;
  intent.charge.captured = true;
  intent.charge.bookedAt = shelf.now();
  intent.status = isOpen ? 'requires_capture' : 'succeeded';
  Object.assign(intent.metadata, form['metadata'] ?? {});
  tell(shelf, 'charge.captured', presentCharge(intent), { amount_captured: before });
  if (!isOpen) tell(shelf, 'payment_intent.succeeded', presentIntent(intent));
  return presentIntent(intent);
}

function cancel(shelf: Shelf, name: string): object | StripeError {
  const intent = shelf.intents.get(name);
  if (intent === undefined) return missing('payment_intent');
  if (intent.status === 'canceled' || intent.status === 'succeeded')
    return no(`It is ${intent.status}`);
  intent.status = intent.captured > 0 ? 'succeeded' : 'canceled';
  intent.canceledAt = shelf.now();
  if (intent.captured === 0) tell(shelf, 'payment_intent.canceled', presentIntent(intent));
  return presentIntent(intent);
}

function refund(shelf: Shelf, form: Form): object | StripeError {
  const intent = shelf.intents.get(String(form['payment_intent']));
  if (intent?.charge == null) return missing('payment_intent');
  const amount = Number(form['amount']);
  if (amount > intent.captured - intent.charge.amount_refunded)
    return no('More than was captured', 'charge_already_refunded');
  intent.charge.amount_refunded += amount;
  const made: Refund = {
    id: id('re'),
    intent: intent.id,
    amount,
    currency: intent.currency,
    status: 'succeeded',
    created: shelf.now(),
    metadata: (form['metadata'] ?? {}) as Record<string, string>,
    fee: shelf.refundFee,
  };
  shelf.refunds.set(made.id, made);
  const { currency, fee } = made;
  shelf.balance.book('refund', { amount: -amount, currency, fee }, () => presentRefund(made));
  tell(shelf, 'refund.created', presentRefund(made));
  return presentRefund(made);
}

function failRefund(shelf: Shelf, name: string): void {
  const made = shelf.refunds.get(name);
  const charge = shelf.intents.get(made?.intent ?? '')?.charge;
  if (made === undefined || charge == null) throw new Error('no such refund');
  const { amount, currency } = made;
  made.status = 'failed';
  charge.amount_refunded -= amount;
  shelf.balance.book('refund_failure', { amount, currency, fee: 0 }, () => presentRefund(made));
  tell(shelf, 'refund.failed', presentRefund(made));
}

function openDispute(shelf: Shelf, name: string, status: string, dispute: string): void {
  const intent = shelf.intents.get(name);
  if (intent?.charge == null) throw new Error('nothing to dispute');
  const type = status === 'needs_response' ? 'created' : 'closed';
  const told = {
    id: dispute,
    object: 'dispute',
    amount: intent.captured,
    currency: intent.currency,
    charge: intent.charge.id,
    payment_intent: intent.id,
    reason: 'fraudulent',
    status,
    created: shelf.now(),
    evidence_details: { due_by: shelf.now() + WEEK_S },
  };
  tell(shelf, `charge.dispute.${type}`, told);
  if (status === 'lost') return;
  const taken = status === 'needs_response';
  const amount = taken ? -intent.captured : intent.captured;
  const fee = taken ? 1500 : 0;
  shelf.balance.book(
    taken ? 'dispute' : 'dispute_reversal',
    { amount, currency: intent.currency, fee },
    () => told,
  );
}

function presentIntent(intent: Intent): Form {
  return {
    id: intent.id,
    object: 'payment_intent',
    amount: intent.amount,
    amount_capturable: intent.status === 'requires_capture' ? intent.amount - intent.captured : 0,
    amount_received: intent.captured,
    canceled_at: intent.canceledAt,
    capture_method: 'manual',
    created: intent.created,
    currency: intent.currency,
    livemode: false,
    metadata: { ...intent.metadata },
    status: intent.status,
    latest_charge: intent.charge === null ? null : presentCharge(intent),
    next_action:
      intent.status === 'requires_action'
        ? { type: 'redirect_to_url', redirect_to_url: { url: `https://bank.example/${intent.id}` } }
        : null,
  };
}

function feeOf(amount: number): number {
  return Math.round(amount * 0.015) + 25;
}

function presentCharge(intent: Intent): Form {
  const { charge } = intent;
  if (charge === null) throw new Error('there is no charge');
  const { bookedAt: created } = charge;
  const fee = feeOf(charge.amount_captured);
  const { currency } = intent;
  return {
    id: charge.id,
    object: 'charge',
    amount: charge.amount,
    amount_captured: charge.amount_captured,
    amount_refunded: charge.amount_refunded,
    captured: charge.captured,
    created: charge.created,
    currency,
    metadata: { ...intent.metadata },
    payment_intent: intent.id,
    status: charge.status,
    outcome: {
      type: 'authorized',
      risk_level: intent.method === 'pm_card_riskLevelHighest' ? 'highest' : 'normal',
      risk_score: intent.method === 'pm_card_riskLevelHighest' ? 82 : 12,
      seller_message: 'Payment complete.',
    },
    balance_transaction:
      created === null
        ? null
        : { id: id('txn'), object: 'balance_transaction', fee, currency, created },
    payment_method_details: {
      type: 'card',
      card: {
        capture_before: charge.created + WEEK_S,
        multicapture: { status: charge.several ? 'available' : 'unavailable' },
      },
    },
  };
}

function presentRefund(refund: Refund): Form {
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.amount,
    created: refund.created,
    currency: refund.currency,
    metadata: { ...refund.metadata },
    payment_intent: refund.intent,
    status: refund.status,
    balance_transaction: {
      id: id('txn'),
      object: 'balance_transaction',
      fee: refund.fee,
      currency: refund.currency,
      created: refund.created,
    },
  };
}
