// What the PayPal of the tests remembers.

import { randomBytes } from 'node:crypto';
import { type PaypalBalance, paypalBalance } from './paypal-balance.ts';

export interface WireMoney {
  readonly currency_code: string;
  readonly value: string;
}

interface Order {
  id: string;
  status: string;
  amount: WireMoney;
  customId: string | undefined;
  authorizations: string[];
}

interface Authorization {
  id: string;
  order: string;
  amount: WireMoney;
  status: string;
  madeAt: string;
}

interface Capture {
  id: string;
  authorization: string;
  amount: WireMoney;
  invoiceId: string;
  final: boolean;
  status: string;
  madeAt: string;
}

interface Refund {
  id: string;
  capture: string;
  amount: WireMoney;
  invoiceId: string;
  customId: string;
  madeAt: string;
  status: string;
}

export interface PaypalProblem {
  readonly status: number;
  readonly issue: string;
}

export interface PaypalEvent {
  readonly id: string;
  readonly event_type: string;
  readonly resource_type: string;
  readonly resource: object;
}

export type PaypalBook = ReturnType<typeof paypalBook>;

const DAY_MS = 86_400_000;
/** With letters in it, as theirs have: sixteen digits would look like a card number. */
const id = (): string => {
  const hex = randomBytes(7).toString('hex').toUpperCase();
  return `A${hex.slice(0, 7)}D${hex.slice(7)}`;
};
const no = (issue: string, status = 422): PaypalProblem => ({ status, issue });
const cents = ({ value }: WireMoney) => Math.round(Number(value) * 100);
const LINK = 'https://api-m.sandbox.paypal.com/v2';

interface Shelf {
  /** As it writes the time. */
  readonly now: () => string;
  readonly orders: Map<string, Order>;
  readonly authorizations: Map<string, Authorization>;
  readonly captures: Map<string, Capture>;
  readonly refunds: Map<string, Refund>;
  readonly disputes: Map<string, object>;
  readonly events: PaypalEvent[];
  readonly effects: Map<string, number>;
  readonly balance: PaypalBalance;
}

interface NewOrder {
  readonly purchase_units: readonly { readonly amount: WireMoney; readonly custom_id?: string }[];
}

/** @param clock in milliseconds */
export function paypalBook(clock: () => number) {
  const shelf: Shelf = {
    now: () => new Date(clock()).toISOString(),
    orders: new Map(),
    authorizations: new Map(),
    captures: new Map(),
    refunds: new Map(),
    disputes: new Map(),
    events: [],
    effects: new Map(),
    balance: paypalBalance(clock),
  };
  return {
    events: shelf.events,
    effects: shelf.effects,
    balance: shelf.balance,
    authorize: (name: string) => authorize(shelf, name),
    capture: (name: string, body: Record<string, unknown>) => capture(shelf, name, body),
    refund: (name: string, body: Record<string, unknown>) => refund(shelf, name, body),
    create: (body: NewOrder) => create(shelf, body),
    patch: (name: string, operations: { value: string }[]) => patch(shelf, name, operations),
    reauthorize: (name: string, body: { amount: WireMoney }) => reauthorize(shelf, name, body),
    void: (name: string) => release(shelf, name),
    countEffect: (key: string) => shelf.effects.set(key, (shelf.effects.get(key) ?? 0) + 1),
    orders: () => [...shelf.orders.values()].map((one) => presentOrder(shelf, one)),
    order: (name: string) => found(shelf.orders.get(name), (one) => presentOrder(shelf, one)),
    authorization: (name: string) =>
      found(shelf.authorizations.get(name), (one) => presentAuthorization(shelf, one)),
    captureOf: (name: string) =>
      found(shelf.captures.get(name), (one) => presentCapture(shelf, one)),
    refundOf: (name: string) => found(shelf.refunds.get(name), presentRefund),
    disputeOf: (name: string) => found(shelf.disputes.get(name), (one) => one),
    /** What the buyer was to get came back. */
    failRefund: (name: string) => failRefund(shelf, name),
    /** An order that the payer approved on the pages of the shop. */
    approved: (value: string, currency_code: string) =>
      open(shelf, { value, currency_code }, 'APPROVED').id,
    /** The payer approves at PayPal. */
    approve(name: string): void {
      const order = shelf.orders.get(name);
      if (order === undefined) throw new Error('no such order');
      order.status = 'APPROVED';
      tell(shelf, 'CHECKOUT.ORDER.APPROVED', presentOrder(shelf, order));
    },
    /** What a buyer does after all, and what PayPal decides about it. */
    dispute: (invoiceId: string, dispute: string, outcome?: string) =>
      openDispute(shelf, invoiceId, dispute, outcome),
  };
}

function tell(shelf: Shelf, event_type: string, resource: object): void {
  shelf.events.push({ id: `WH-${id()}`, event_type, resource_type: 'resource', resource });
}

function capturesOf(shelf: Shelf, order: Order): Capture[] {
  return [...shelf.captures.values()].filter(({ authorization }) =>
    order.authorizations.includes(authorization),
  );
}

function orderOf(shelf: Shelf, { authorization }: Capture): Order | undefined {
  return shelf.orders.get(shelf.authorizations.get(authorization)?.order ?? '');
}

function open(shelf: Shelf, amount: WireMoney, status: string, customId?: string): Order {
  const order: Order = { id: id(), status, amount, customId, authorizations: [] };
  shelf.orders.set(order.id, order);
  return order;
}

function authorize(shelf: Shelf, name: string): object | PaypalProblem {
  const order = shelf.orders.get(name);
  if (order === undefined) return no('RESOURCE_NOT_FOUND', 404);
  if (order.status === 'COMPLETED') return no('ORDER_ALREADY_AUTHORIZED');
  if (order.status !== 'APPROVED') return no('ORDER_NOT_APPROVED');
  order.status = 'COMPLETED';
  hold(shelf, order, order.amount);
  return presentOrder(shelf, order);
}

function hold(shelf: Shelf, order: Order, amount: WireMoney): Authorization {
  const madeAt = shelf.now();
  const made = { id: id(), order: order.id, amount, status: 'CREATED', madeAt };
  shelf.authorizations.set(made.id, made);
  order.authorizations.push(made.id);
  tell(shelf, 'PAYMENT.AUTHORIZATION.CREATED', presentAuthorization(shelf, made));
  return made;
}

function capture(
  shelf: Shelf,
  name: string,
  body: Record<string, unknown>,
): object | PaypalProblem {
  const from = shelf.authorizations.get(name);
  if (from === undefined) return no('RESOURCE_NOT_FOUND', 404);
  if (from.status === 'VOIDED') return no('AUTHORIZATION_VOIDED');
  const amount = body['amount'] as WireMoney;
  const invoiceId = String(body['invoice_id']);
  if ([...shelf.captures.values()].some((one) => one.invoiceId === invoiceId))
    return no('DUPLICATE_INVOICE_ID');
  const before = [...shelf.captures.values()].filter((one) => one.authorization === name);
  if (before.some(({ final }) => final)) return no('AUTHORIZATION_ALREADY_CAPTURED');
  const taken = before.reduce((sum, one) => sum + cents(one.amount), 0);
  if (taken + cents(amount) > cents(from.amount)) return no('MAX_CAPTURE_AMOUNT_EXCEEDED');
  const final = body['final_capture'] === true;
  const made: Capture = {
    id: id(),
    authorization: name,
    amount,
    invoiceId,
    final,
    status: 'COMPLETED',
    madeAt: shelf.now(),
  };
  shelf.captures.set(made.id, made);
  from.status = final ? 'CAPTURED' : 'PARTIALLY_CAPTURED';
  shelf.balance.book('T0006', {
    id: made.id,
    amount,
    fee: feeOf(amount),
    invoiceId,
    customId: orderOf(shelf, made)?.customId,
  });
  tell(shelf, 'PAYMENT.CAPTURE.COMPLETED', presentCapture(shelf, made));
  return presentCapture(shelf, made);
}

function refund(shelf: Shelf, name: string, body: Record<string, unknown>): object | PaypalProblem {
  const from = shelf.captures.get(name);
  if (from === undefined) return no('RESOURCE_NOT_FOUND', 404);
  const amount = body['amount'] as WireMoney;
  const sum = refundedOf(shelf, name);
  if (sum + cents(amount) > cents(from.amount)) return no('REFUND_AMOUNT_EXCEEDED');
  const made = {
    id: id(),
    capture: name,
    amount,
    invoiceId: String(body['invoice_id']),
    customId: String(body['custom_id']),
    madeAt: shelf.now(),
    status: 'COMPLETED',
  };
  shelf.refunds.set(made.id, made);
  const { invoiceId, customId } = made;
  const back = { ...amount, value: `-${amount.value}` };
  shelf.balance.book('T1107', { id: made.id, amount: back, relates: name, invoiceId, customId });
  from.status = sum + cents(amount) === cents(from.amount) ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
  tell(shelf, 'PAYMENT.CAPTURE.REFUNDED', presentRefund(made));
  return presentRefund(made);
}

function refundedOf({ refunds }: Shelf, capture: string): number {
  return [...refunds.values()]
    .filter((one) => one.capture === capture && one.status === 'COMPLETED')
    .reduce((total, one) => total + cents(one.amount), 0);
}

function failRefund(shelf: Shelf, name: string): void {
  const made = shelf.refunds.get(name);
  const from = shelf.captures.get(made?.capture ?? '');
  if (made === undefined || from === undefined) throw new Error('no such refund');
  made.status = 'FAILED';
  from.status = refundedOf(shelf, from.id) === 0 ? 'COMPLETED' : 'PARTIALLY_REFUNDED';
  const { amount, invoiceId, customId } = made;
  shelf.balance.book('T1107', { id: id(), amount, relates: name, invoiceId, customId });
  tell(shelf, 'PAYMENT.REFUND.FAILED', presentRefund(made));
}

function presentOrder(shelf: Shelf, order: Order): object {
  const made = capturesOf(shelf, order);
  return {
    id: order.id,
    intent: 'AUTHORIZE',
    status: order.status,
    purchase_units: [
      {
        reference_id: 'default',
        amount: order.amount,
        ...(order.customId === undefined ? {} : { custom_id: order.customId }),
        payments: {
          authorizations: order.authorizations.flatMap((name) => {
            const one = shelf.authorizations.get(name);
            return one === undefined ? [] : [presentAuthorization(shelf, one)];
          }),
          captures: made.map((one) => presentCapture(shelf, one)),
          refunds: [...shelf.refunds.values()]
            .filter((one) => made.some((from) => from.id === one.capture))
            .map(presentRefund),
        },
      },
    ],
    links: [{ rel: 'payer-action', href: `https://paypal.example/${order.id}`, method: 'GET' }],
  };
}

function presentAuthorization(shelf: Shelf, one: Authorization): object {
  return {
    id: one.id,
    status: one.status,
    amount: one.amount,
    custom_id: shelf.orders.get(one.order)?.customId,
    create_time: one.madeAt,
    expiration_time: new Date(Date.parse(one.madeAt) + 29 * DAY_MS).toISOString(),
    supplementary_data: { related_ids: { order_id: one.order } },
  };
}

function presentCapture(shelf: Shelf, one: Capture): object {
  return {
    id: one.id,
    status: one.status,
    amount: one.amount,
    custom_id: orderOf(shelf, one)?.customId,
    invoice_id: one.invoiceId,
    final_capture: one.final,
    create_time: one.madeAt,
    seller_receivable_breakdown: {
      gross_amount: one.amount,
      paypal_fee: { ...one.amount, value: feeOf(one.amount) },
    },
  };
}

function feeOf({ value }: WireMoney): string {
  return (Number(value) * 0.03).toFixed(value.split('.')[1]?.length ?? 0);
}

function presentRefund(one: Refund): object {
  return {
    id: one.id,
    status: one.status,
    amount: one.amount,
    invoice_id: one.invoiceId,
    custom_id: one.customId,
    create_time: one.madeAt,
    links: [{ rel: 'up', href: `${LINK}/payments/captures/${one.capture}`, method: 'GET' }],
  };
}

function create(shelf: Shelf, body: NewOrder): object {
  const [unit] = body.purchase_units;
  if (unit === undefined) return no('MISSING_REQUIRED_PARAMETER');
  return presentOrder(shelf, open(shelf, unit.amount, 'PAYER_ACTION_REQUIRED', unit.custom_id));
}

function patch(
  shelf: Shelf,
  name: string,
  operations: { value: string }[],
): object | PaypalProblem {
  const order = shelf.orders.get(name);
  if (order === undefined) return no('RESOURCE_NOT_FOUND', 404);
  order.customId = operations[0]?.value;
  return {};
}

function reauthorize(
  shelf: Shelf,
  name: string,
  body: { amount: WireMoney },
): object | PaypalProblem {
  const before = shelf.authorizations.get(name);
  const order = shelf.orders.get(before?.order ?? '');
  if (before === undefined || order === undefined) return no('RESOURCE_NOT_FOUND', 404);
  before.status = 'VOIDED';
  return presentAuthorization(shelf, hold(shelf, order, body.amount));
}

function release(shelf: Shelf, name: string): object | PaypalProblem {
  const one = shelf.authorizations.get(name);
  if (one === undefined) return no('RESOURCE_NOT_FOUND', 404);
  if (one.status === 'VOIDED') return no('PREVIOUSLY_VOIDED');
  one.status = 'VOIDED';
  tell(shelf, 'PAYMENT.AUTHORIZATION.VOIDED', presentAuthorization(shelf, one));
  return presentAuthorization(shelf, one);
}

function openDispute(
  shelf: Shelf,
  invoiceId: string,
  dispute_id: string,
  outcome_code?: string,
): void {
  const one = [...shelf.captures.values()].find((capture) => capture.invoiceId === invoiceId);
  if (one === undefined) throw new Error('nothing to dispute');
  shelf.disputes.set(dispute_id, {
    dispute_id,
    reason: 'MERCHANDISE_OR_SERVICE_NOT_RECEIVED',
    status: outcome_code === undefined ? 'WAITING_FOR_SELLER_RESPONSE' : 'RESOLVED',
    dispute_life_cycle_stage: 'CHARGEBACK',
    dispute_amount: one.amount,
    disputed_transactions: [{ seller_transaction_id: one.id }],
    create_time: shelf.now(),
    ...(outcome_code === undefined ? {} : { dispute_outcome: { outcome_code } }),
  });
  const back = outcome_code === 'RESOLVED_SELLER_FAVOUR';
  const value = back ? one.amount.value : `-${one.amount.value}`;
  const lost = outcome_code !== undefined && !back;
  const moved = { id: id(), amount: { ...one.amount, value }, relates: one.id };
  if (!lost) shelf.balance.book(back ? 'T1202' : 'T1201', moved);
  tell(shelf, `CUSTOMER.DISPUTE.${outcome_code === undefined ? 'CREATED' : 'RESOLVED'}`, {
    dispute_id,
  });
}

function found<T>(one: T | undefined, present: (one: T) => object): object | PaypalProblem {
  return one === undefined ? no('RESOURCE_NOT_FOUND', 404) : present(one);
}
