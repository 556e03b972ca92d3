// What the PayPal of the tests remembers.

import { randomBytes } from 'node:crypto';

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
}

interface Capture {
  id: string;
  authorization: string;
  amount: WireMoney;
  invoiceId: string;
  final: boolean;
  status: string;
}

interface Refund {
  id: string;
  capture: string;
  amount: WireMoney;
  invoiceId: string;
  customId: string;
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
const madeAt = new Date().toISOString();
const id = () => randomBytes(8).toString('hex').toUpperCase();
const no = (issue: string, status = 422): PaypalProblem => ({ status, issue });
const cents = ({ value }: WireMoney) => Math.round(Number(value) * 100);
const LINK = 'https://api-m.sandbox.paypal.com/v2';

export function paypalBook() {
  const orders = new Map<string, Order>();
  const authorizations = new Map<string, Authorization>();
  const captures = new Map<string, Capture>();
  const refunds = new Map<string, Refund>();
  const disputes = new Map<string, object>();
  const events: PaypalEvent[] = [];
  const effects = new Map<string, number>();

  const tell = (event_type: string, resource: object): void =>
    void events.push({ id: `WH-${id()}`, event_type, resource_type: 'resource', resource });
  const capturesOf = (order: Order) =>
    [...captures.values()].filter(({ authorization }) =>
      order.authorizations.includes(authorization),
    );
  const orderOf = ({ authorization }: Capture): Order | undefined =>
    orders.get(authorizations.get(authorization)?.order ?? '');

  function open(amount: WireMoney, status: string, customId?: string): Order {
    const order: Order = { id: id(), status, amount, customId, authorizations: [] };
    orders.set(order.id, order);
    return order;
  }

  function authorize(name: string): object | PaypalProblem {
    const order = orders.get(name);
    if (order === undefined) return no('RESOURCE_NOT_FOUND', 404);
    if (order.status === 'COMPLETED') return no('ORDER_ALREADY_AUTHORIZED');
    if (order.status !== 'APPROVED') return no('ORDER_NOT_APPROVED');
    order.status = 'COMPLETED';
    hold(order, order.amount);
    return presentOrder(order);
  }

  function hold(order: Order, amount: WireMoney): Authorization {
    const made = { id: id(), order: order.id, amount, status: 'CREATED' };
    authorizations.set(made.id, made);
    order.authorizations.push(made.id);
    tell('PAYMENT.AUTHORIZATION.CREATED', presentAuthorization(made));
    return made;
  }

  function capture(name: string, body: Record<string, unknown>): object | PaypalProblem {
    const from = authorizations.get(name);
    if (from === undefined) return no('RESOURCE_NOT_FOUND', 404);
    if (from.status === 'VOIDED') return no('AUTHORIZATION_VOIDED');
    const amount = body['amount'] as WireMoney;
    const invoiceId = String(body['invoice_id']);
    if ([...captures.values()].some((one) => one.invoiceId === invoiceId))
      return no('DUPLICATE_INVOICE_ID');
    const before = [...captures.values()].filter((one) => one.authorization === name);
    if (before.some(({ final }) => final)) return no('AUTHORIZATION_ALREADY_CAPTURED');
    const taken = before.reduce((sum, one) => sum + cents(one.amount), 0);
    if (taken + cents(amount) > cents(from.amount)) return no('MAX_CAPTURE_AMOUNT_EXCEEDED');
    const final = body['final_capture'] === true;
    const made = { id: id(), authorization: name, amount, invoiceId, final, status: 'COMPLETED' };
    captures.set(made.id, made);
    from.status = final ? 'CAPTURED' : 'PARTIALLY_CAPTURED';
    tell('PAYMENT.CAPTURE.COMPLETED', presentCapture(made));
    return presentCapture(made);
  }

  function refund(name: string, body: Record<string, unknown>): object | PaypalProblem {
    const from = captures.get(name);
    if (from === undefined) return no('RESOURCE_NOT_FOUND', 404);
    const amount = body['amount'] as WireMoney;
    const given = [...refunds.values()].filter((one) => one.capture === name);
    const sum = given.reduce((total, one) => total + cents(one.amount), 0);
    if (sum + cents(amount) > cents(from.amount)) return no('REFUND_AMOUNT_EXCEEDED');
    const made = {
      id: id(),
      capture: name,
      amount,
      invoiceId: String(body['invoice_id']),
      customId: String(body['custom_id']),
    };
    refunds.set(made.id, made);
    from.status = sum + cents(amount) === cents(from.amount) ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
    tell('PAYMENT.CAPTURE.REFUNDED', presentRefund(made));
    return presentRefund(made);
  }

  function presentOrder(order: Order): object {
    const made = capturesOf(order);
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
              const one = authorizations.get(name);
              return one === undefined ? [] : [presentAuthorization(one)];
            }),
            captures: made.map(presentCapture),
            refunds: [...refunds.values()]
              .filter((one) => made.some((from) => from.id === one.capture))
              .map(presentRefund),
          },
        },
      ],
      links: [{ rel: 'payer-action', href: `https://paypal.example/${order.id}`, method: 'GET' }],
    };
  }

  function presentAuthorization(one: Authorization): object {
    return {
      id: one.id,
      status: one.status,
      amount: one.amount,
      custom_id: orders.get(one.order)?.customId,
      create_time: madeAt,
      expiration_time: new Date(Date.parse(madeAt) + 29 * DAY_MS).toISOString(),
      supplementary_data: { related_ids: { order_id: one.order } },
    };
  }

  function presentCapture(one: Capture): object {
    const digits = one.amount.value.split('.')[1]?.length ?? 0;
    const fee = (Number(one.amount.value) * 0.03).toFixed(digits);
    return {
      id: one.id,
      status: one.status,
      amount: one.amount,
      custom_id: orderOf(one)?.customId,
      invoice_id: one.invoiceId,
      final_capture: one.final,
      create_time: madeAt,
      seller_receivable_breakdown: {
        gross_amount: one.amount,
        paypal_fee: { ...one.amount, value: fee },
      },
    };
  }

  function presentRefund(one: Refund): object {
    return {
      id: one.id,
      status: 'COMPLETED',
      amount: one.amount,
      invoice_id: one.invoiceId,
      custom_id: one.customId,
      create_time: madeAt,
      links: [{ rel: 'up', href: `${LINK}/payments/captures/${one.capture}`, method: 'GET' }],
    };
  }

  const found = <T>(one: T | undefined, present: (one: T) => object): object | PaypalProblem =>
    one === undefined ? no('RESOURCE_NOT_FOUND', 404) : present(one);

  return {
    events,
    effects,
    authorize,
    capture,
    refund,
    countEffect: (key: string) => effects.set(key, (effects.get(key) ?? 0) + 1),
    orders: () => [...orders.values()].map(presentOrder),
    order: (name: string) => found(orders.get(name), presentOrder),
    authorization: (name: string) => found(authorizations.get(name), presentAuthorization),
    captureOf: (name: string) => found(captures.get(name), presentCapture),
    refundOf: (name: string) => found(refunds.get(name), presentRefund),
    disputeOf: (name: string) => found(disputes.get(name), (one) => one),
    create(body: { purchase_units: { amount: WireMoney; custom_id?: string }[] }): object {
      const [unit] = body.purchase_units;
      if (unit === undefined) return no('MISSING_REQUIRED_PARAMETER');
      return presentOrder(open(unit.amount, 'PAYER_ACTION_REQUIRED', unit.custom_id));
    },
    patch(name: string, operations: { value: string }[]): object | PaypalProblem {
      const order = orders.get(name);
      if (order === undefined) return no('RESOURCE_NOT_FOUND', 404);
      order.customId = operations[0]?.value;
      return {};
    },
    reauthorize(name: string, body: { amount: WireMoney }): object | PaypalProblem {
      const before = authorizations.get(name);
      const order = orders.get(before?.order ?? '');
      if (before === undefined || order === undefined) return no('RESOURCE_NOT_FOUND', 404);
      before.status = 'VOIDED';
      return presentAuthorization(hold(order, body.amount));
    },
    void(name: string): object | PaypalProblem {
      const one = authorizations.get(name);
      if (one === undefined) return no('RESOURCE_NOT_FOUND', 404);
      if (one.status === 'VOIDED') return no('PREVIOUSLY_VOIDED');
      one.status = 'VOIDED';
      tell('PAYMENT.AUTHORIZATION.VOIDED', presentAuthorization(one));
      return presentAuthorization(one);
    },
    /** An order that the payer approved on the pages of the shop. */
    approved: (value: string, currency_code: string) =>
      open({ value, currency_code }, 'APPROVED').id,
    /** The payer approves at PayPal. */
    approve(name: string): void {
      const order = orders.get(name);
      if (order === undefined) throw new Error('no such order');
      order.status = 'APPROVED';
      tell('CHECKOUT.ORDER.APPROVED', presentOrder(order));
    },
    /** What a buyer does after all, and what PayPal decides about it. */
    dispute(invoiceId: string, dispute_id: string, outcome_code?: string): void {
      const one = [...captures.values()].find((capture) => capture.invoiceId === invoiceId);
      if (one === undefined) throw new Error('nothing to dispute');
      disputes.set(dispute_id, {
        dispute_id,
        reason: 'MERCHANDISE_OR_SERVICE_NOT_RECEIVED',
        status: outcome_code === undefined ? 'WAITING_FOR_SELLER_RESPONSE' : 'RESOLVED',
        dispute_life_cycle_stage: 'CHARGEBACK',
        dispute_amount: one.amount,
        disputed_transactions: [{ seller_transaction_id: one.id }],
        create_time: madeAt,
        ...(outcome_code === undefined ? {} : { dispute_outcome: { outcome_code } }),
      });
      tell(`CUSTOMER.DISPUTE.${outcome_code === undefined ? 'CREATED' : 'RESOLVED'}`, {
        dispute_id,
      });
    },
  };
}
