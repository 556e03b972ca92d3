// Reads webhooks of PayPal. What the event says is used where it cannot have changed since; for the
// rest PayPal is asked how it stands, so late, repeated and reordered events end the same.

import type { PaymentId } from '@doorstep/core/ids.ts';
import type { DisputeStatus } from '@doorstep/core/payments/dispute.ts';
import type {
  Heard,
  NoticeDelivery,
  ProviderAccount,
  ProviderNotice,
} from '@doorstep/core/payments/provider.ts';
import { voidReference } from './give-back.ts';
import { fromPaypal } from './paypal-amount.ts';
import type { PaypalApi } from './paypal-client.ts';
import { failLooking } from './paypal-error.ts';
import { moneyOf, namedIn, orderOfAuthorization } from './paypal-order.ts';
import type { VerifySignature } from './verify-signature.ts';

interface WireMoney {
  readonly currency_code: string;
  readonly value: string;
}

interface Resource {
  readonly id?: string;
  readonly custom_id?: string;
  readonly invoice_id?: string;
  readonly amount?: WireMoney;
  readonly create_time?: string;
  readonly update_time?: string;
  readonly dispute_id?: string;
  readonly purchase_units?: readonly { readonly custom_id?: string }[];
  readonly links?: readonly { readonly rel: string; readonly href: string }[];
  readonly seller_receivable_breakdown?: { readonly paypal_fee?: WireMoney };
}

interface PaypalEvent {
  readonly event_type?: string;
  readonly resource?: Resource;
}

export async function hearPaypal(
  api: PaypalApi,
  verify: VerifySignature,
  delivery: NoticeDelivery,
  account: ProviderAccount,
): Promise<Heard> {
  const isGenuine = await verify(delivery, account.settings['webhookId'] ?? '', api);
  if (!isGenuine)
    return { outcome: 'not-genuine', reason: 'The signature is not that of this account.' };
  const event = JSON.parse(Buffer.from(delivery.body).toString('utf8')) as PaypalEvent;
  const { event_type: type = '', resource = {} } = event;
  return { outcome: 'heard', notices: await noticesOf(api, type, resource, delivery.signal) };
}

async function noticesOf(
  api: PaypalApi,
  type: string,
  resource: Resource,
  signal: AbortSignal,
): Promise<ProviderNotice[]> {
  switch (type) {
    // A renewed authorization is told as a new one: what waits for it is looked up instead.
    case 'CHECKOUT.ORDER.APPROVED':
    case 'PAYMENT.AUTHORIZATION.CREATED':
    case 'PAYMENT.CAPTURE.DENIED':
    case 'PAYMENT.CAPTURE.DECLINED':
      return decided(resource);
    case 'PAYMENT.AUTHORIZATION.VOIDED':
      return voided(api, resource, signal);
    case 'PAYMENT.CAPTURE.COMPLETED':
      return moved('captured', resource, namedIn(resource.custom_id).payment);
    case 'PAYMENT.CAPTURE.REFUNDED':
      return moved('refunded', resource, await refundedPayment(api, resource, signal));
    case 'PAYMENT.REFUND.FAILED':
      return failedRefund(resource);
    case 'CUSTOMER.DISPUTE.CREATED':
    case 'CUSTOMER.DISPUTE.UPDATED':
    case 'CUSTOMER.DISPUTE.RESOLVED':
      return disputed(api, resource.dispute_id ?? '', signal);
    default:
      return [];
  }
}

function decided({ custom_id, purchase_units }: Resource): ProviderNotice[] {
  const { payment } = namedIn(custom_id ?? purchase_units?.[0]?.custom_id);
  return payment === undefined ? [] : [{ about: 'decision', payment }];
}

function moved(
  kind: 'captured' | 'refunded',
  resource: Resource,
  payment: PaymentId | undefined,
): ProviderNotice[] {
  const { id, amount, invoice_id: key, create_time: at } = resource;
  if (payment === undefined || id === undefined || amount === undefined) return [];
  const fee = resource.seller_receivable_breakdown?.paypal_fee;
  return [
    {
      about: 'money',
      payment,
      kind,
      reference: id,
      amountMinor: minorOf(amount),
      occurredAt: new Date(at ?? Date.now()),
      key: key?.startsWith('pit_') === true ? key : null,
      ...(fee === undefined
        ? {}
        : { fee: { amountMinor: minorOf(fee), currency: fee.currency_code } }),
    },
  ];
}

/** What was held and not captured, unless it is held by a renewed authorization. */
async function voided(
  api: PaypalApi,
  { id, custom_id, update_time }: Resource,
  signal: AbortSignal,
): Promise<ProviderNotice[]> {
  const { payment } = namedIn(custom_id);
  if (payment === undefined || id === undefined) return [];
  const { authorizations = [], captures = [] } = moneyOf(
    await orderOfAuthorization(api, id, signal),
  );
  const isHeld = authorizations.some(
    ({ status }) => status === 'CREATED' || status === 'PARTIALLY_CAPTURED',
  );
  const own = authorizations.find((one) => one.id === id)?.amount;
  if (isHeld || own === undefined) return [];
  const left = captures.reduce(
    (rest, { amount }) => rest - (amount === undefined ? 0n : fromPaypal(amount)),
    fromPaypal(own),
  );
  if (left <= 0n) return [];
  return [
    {
      about: 'money',
      payment,
      kind: 'voided',
      reference: voidReference(id),
      amountMinor: left,
      occurredAt: new Date(update_time ?? Date.now()),
      key: null,
    },
  ];
}

/** A refund that somebody made at PayPal names no payment: its capture does. */
async function refundedPayment(
  api: PaypalApi,
  { custom_id, links }: Resource,
  signal: AbortSignal,
): Promise<PaymentId | undefined> {
  const named = namedIn(custom_id).payment;
  if (named !== undefined) return named;
  const captureId = links
    ?.find(({ rel }) => rel === 'up')
    ?.href.split('/')
    .pop();
  return captureId === undefined ? undefined : paymentOfCapture(api, captureId, signal);
}

async function paymentOfCapture(
  { payments }: PaypalApi,
  captureId: string,
  signal: AbortSignal,
): Promise<PaymentId | undefined> {
  const { result } = await payments
    .getCapturedPayment({ captureId }, { abortSignal: signal })
    .catch(failLooking);
  return namedIn(result.customId).payment;
}

function failedRefund({ id, custom_id, update_time, create_time }: Resource): ProviderNotice[] {
  const { payment } = namedIn(custom_id);
  if (payment === undefined || id === undefined) return [];
  const at = update_time ?? create_time;
  return [
    { about: 'decision', payment },
    {
      about: 'failed-refund',
      payment,
      reference: id,
      code: 'refund-failed',
      occurredAt: at === undefined ? new Date() : new Date(at),
    },
  ];
}

interface WireDispute {
  readonly dispute_id: string;
  readonly status: string;
  readonly reason: string;
  readonly dispute_life_cycle_stage?: string;
  readonly dispute_amount: WireMoney;
  readonly dispute_outcome?: { readonly outcome_code?: string };
  readonly disputed_transactions: readonly { readonly seller_transaction_id?: string }[];
  readonly seller_response_due_date?: string;
  readonly create_time?: string;
}

async function disputed(
  api: PaypalApi,
  id: string,
  signal: AbortSignal,
): Promise<ProviderNotice[]> {
  const path = `/v1/customer/disputes/${encodeURIComponent(id)}`;
  const dispute = (await api.get(path, signal)) as WireDispute;
  const captureId = dispute.disputed_transactions[0]?.seller_transaction_id;
  const payment =
    captureId === undefined ? undefined : await paymentOfCapture(api, captureId, signal);
  if (payment === undefined) return [];
  const { seller_response_due_date: dueBy } = dispute;
  return [
    {
      about: 'dispute',
      payment,
      reference: dispute.dispute_id,
      status: statusOf(dispute),
      amountMinor: minorOf(dispute.dispute_amount),
      reason: dispute.reason.toLowerCase(),
      respondBy: dueBy === undefined ? null : new Date(dueBy),
      occurredAt: new Date(dispute.create_time ?? Date.now()),
    },
  ];
}

/** PayPal keeps the money aside from the chargeback on; an inquiry moves none. */
function statusOf({
  status,
  dispute_life_cycle_stage: stage,
  dispute_outcome: outcome,
}: WireDispute): DisputeStatus {
  const isInquiry = stage === 'INQUIRY';
  if (status !== 'RESOLVED') return isInquiry ? 'inquiry' : 'withdrawn';
  switch (outcome?.outcome_code) {
    case 'RESOLVED_BUYER_FAVOUR':
    case 'ACCEPTED':
      return 'lost';
    default:
      return isInquiry ? 'dropped' : 'won';
  }
}

function minorOf({ currency_code, value }: WireMoney): bigint {
  return fromPaypal({ currencyCode: currency_code, value });
}
