// The rows and the event of one captured order.

import { actorText } from '@doorstep/core/access/actor.ts';
import { unitsOf } from '@doorstep/core/drops/drop-book.ts';
import { quantityOf } from '@doorstep/core/drops/drop-hold.ts';
import type { DropSale } from '@doorstep/core/drops/drop-sale.ts';
import {
  type CustomerId,
  type DropId,
  type Id,
  type OrderLineId,
  type ReservationId,
  uuidOf,
} from '@doorstep/core/ids.ts';
import type { CapturedLine } from '@doorstep/core/orders/capture.ts';
import { type Priced, payable } from '@doorstep/core/orders/order-total.ts';
import { type PromisedDates, promisedAtCapture } from '@doorstep/core/orders/promised-date.ts';
import type { PaymentProviders } from '@doorstep/core/payments/provider.ts';
import { shownNumber, writeNumber } from '@doorstep/core/settings/number-format.ts';
import type { NewEvent } from '../db/append-events.ts';
import { newId, newUuid } from '../db/ids.ts';
import { moneyChangeOfEvent } from '../payments/money-change.ts';
import type { CaptureJob, DecidedOrder } from './capture-job.ts';
import { destinationOf } from './capture-request.ts';
import type { CapturedData } from './captured-answer.ts';
import { type CapturedPayments, capturedPayments } from './captured-payments.ts';
import { storedDecision } from './stored-decision.ts';

export interface CapturedRows {
  readonly job: CaptureJob;
  readonly data: CapturedData;
  readonly event: NewEvent;
  readonly noteEvent: NewEvent | null;
  readonly order: object;
  readonly contact: object | null;
  readonly lines: readonly object[];
  readonly charges: readonly object[];
  readonly adjustments: readonly object[];
  readonly reservations: readonly object[];
  readonly movements: readonly object[];
  readonly decision: object | null;
  readonly tags: readonly object[];
  readonly notes: readonly object[];
  readonly account: object | null;
  readonly payments: readonly object[];
  readonly intents: readonly object[];
  readonly ledger: readonly object[];
  readonly terms: readonly object[];
  readonly signals: readonly object[];
}

export interface RowContext {
  readonly number: bigint;
  readonly customer: CustomerId | null;
  readonly codeOf: (locationNumber: number) => string;
  readonly cutOffOf: (locationNumber: number) => Date | null;
  readonly now: Date;
  readonly providers: PaymentProviders;
}

export function rowsOf(decided: DecidedOrder, context: RowContext): CapturedRows {
  const { job, order } = decided;
  const lineIds = order.lines.map(() => newId('orderLine'));
  const reservationIds = order.reservations.map(() => newId('reservation'));
  const paid = capturedPayments(decided, context);
  const promised = promisedOf(decided, context);
  const data = dataOf(decided, context, { lineIds, reservationIds, paid, promised });
  const noteIds = job.request.note === undefined ? [] : [newId('note')];
  const orderUuid = uuidOf(job.order);
  return {
    job,
    data,
    event: {
      type: 'order.captured.v1',
      subject: job.order,
      version: 1,
      actor: job.actor,
      occurredAt: new Date(data.placedAt),
      data,
    },
    noteEvent: noteEventOf(job, noteIds),
    order: orderRow(decided, context, promised),
    contact: contactRow(job),
    lines: order.lines.map((line, index) => lineRow(line, index, decided, lineIds)),
    charges: order.shipping.map((charge, index) => ({
      order: orderUuid,
      number: index + 1,
      kind: charge.kind,
      title: charge.title,
      amount: String(charge.amountMinor),
      payable: String(payable(charge, job.request.pricesIncludeTax ?? false)),
    })),
    adjustments: adjustmentRows(decided),
    reservations: order.reservations.map((one, index) => ({
      id: uuidOf(reservationIds[index] ?? newId('reservation')),
      sku: uuidOf(one.sku),
      location: uuidOf(one.location.id),
      quantity: one.quantity,
      kind: 'order',
      owner: orderUuid,
      line: one.line + 1,
    })),
    movements: order.reservations.map((one) => ({
      id: newUuid(),
      sku: uuidOf(one.sku),
      location: uuidOf(one.location.id),
      type: 'reserved',
      reserved: one.quantity,
      kind: 'order',
      cause: orderUuid,
      actor: actorText(job.actor),
    })),
    decision: decisionRow(decided),
    tags: (job.request.tags ?? []).map((tag) => ({ order: orderUuid, tag })),
    notes: noteIds.map((id) => ({
      order: orderUuid,
      id: uuidOf(id),
      body: job.request.note,
      author: actorText(job.actor),
    })),
    account: paid?.account ?? null,
    payments: paid?.rows.payments ?? [],
    intents: paid?.rows.intents ?? [],
    ledger: paid?.rows.ledger ?? [],
    terms: paid?.rows.terms ?? [],
    signals: signalRows(job),
  };
}

/** What the channel says of its risk. */
function signalRows({ request: { risk }, order }: CaptureJob): object[] {
  if (risk === undefined) return [];
  const { source, level, score, detail } = risk;
  return [
    {
      order: uuidOf(order),
      id: newUuid(),
      payment: null,
      source,
      level,
      score: score ?? null,
      detail: detail ?? null,
      reference: 'captured',
    },
  ];
}

function promisedOf({ job, order }: DecidedOrder, context: RowContext): PromisedDates {
  const places = new Set(order.reservations.map(({ location }) => location.number));
  return promisedAtCapture(
    job.request,
    [...places].map(context.cutOffOf),
    order.lines.some((line) => line.backordered + line.unpromised > 0),
  );
}

interface Made {
  readonly lineIds: readonly OrderLineId[];
  readonly reservationIds: readonly ReservationId[];
  readonly paid: CapturedPayments | null;
  readonly promised: PromisedDates;
}

function dataOf(
  { job, channel, order }: DecidedOrder,
  context: RowContext,
  { lineIds, reservationIds, paid, promised }: Made,
): CapturedData {
  const { request } = job;
  const { total } = order;
  return {
    number: shownNumber(context.number, channel.numberFormat),
    channel: channel.id,
    channelCode: channel.code,
    externalId: request.externalId ?? null,
    customer: context.customer,
    placedAt: request.placedAt ?? context.now.toISOString(),
    ...toldPromise(promised),
    totals: {
      currency: request.currency,
      pricesIncludeTax: request.pricesIncludeTax ?? false,
      itemsMinor: Number(total.itemsMinor),
      shippingMinor: Number(total.shippingMinor),
      discountMinor: Number(total.discountMinor),
      taxMinor: Number(total.taxMinor),
      totalMinor: Number(total.totalMinor),
    },
    lines: order.lines.map((line, index) => ({
      line: index + 1,
      id: lineIds[index] ?? newId('orderLine'),
      kind: line.kind,
      kitLine: line.kitLine === null ? null : line.kitLine + 1,
      sku: line.sku,
      skuCode: line.skuCode,
      ordered: line.quantity,
      reserved: line.reserved,
      backordered: line.backordered,
      unpromised: line.unpromised,
      amountMinor: Number(line.amountMinor),
    })),
    stock: order.reservations.map((one, index) => ({
      line: one.line + 1,
      reservation: reservationIds[index] ?? newId('reservation'),
      sku: one.sku,
      location: one.location.id,
      locationCode: context.codeOf(one.location.number),
      reserved: one.quantity,
    })),
    ...(paid === null
      ? {}
      : { payments: paid.rows.told, money: paid.rows.money.map(moneyChangeOfEvent) }),
    ...boughtOfDrop(request.drop?.id, order.sale),
  };
}

function toldPromise({ shipBy, promisedBy, deliverBy }: PromisedDates) {
  return shipBy === null && deliverBy === null
    ? {}
    : {
        promised: {
          shipBy: shipBy?.toISOString() ?? null,
          promisedBy,
          deliverBy: deliverBy?.toISOString() ?? null,
        },
      };
}

function boughtOfDrop(drop: string | undefined, sale: DropSale | null): Pick<CapturedData, 'drop'> {
  if (drop === undefined || sale === null) return {};
  const sold = unitsOf(sale.fromHold) + unitsOf(sale.fromPool);
  return { drop: { drop: drop as DropId, sold, preordered: quantityOf(sale.preorders) } };
}

function orderRow(
  { job, channel, order }: DecidedOrder,
  context: RowContext,
  promised: PromisedDates,
): object {
  const { request } = job;
  const destination = destinationOf(request);
  const counted = order.lines.filter((line) => line.kind !== 'kit');
  const sum = (count: (line: CapturedLine) => number) =>
    counted.reduce((units, line) => units + count(line), 0);
  return {
    id: uuidOf(job.order),
    number: String(context.number),
    number_text: writeNumber(context.number, channel.numberFormat),
    channel: uuidOf(channel.id),
    external: request.externalId,
    customer: context.customer === null ? null : uuidOf(context.customer),
    currency: request.currency,
    tax_included: request.pricesIncludeTax ?? false,
    stock_policy: request.stockPolicy ?? channel.stockPolicy,
    split_policy: request.splitPolicy ?? channel.splitPolicy,
    items: String(order.total.itemsMinor),
    shipping: String(order.total.shippingMinor),
    discount: String(order.total.discountMinor),
    tax: String(order.total.taxMinor),
    total: String(order.total.totalMinor),
    country: request.shippingAddress?.country,
    latitude: destination?.latitude,
    longitude: destination?.longitude,
    placed: request.placedAt ?? context.now,
    ship_by: promised.shipBy,
    promised_by: promised.promisedBy,
    deliver_by: promised.deliverBy,
    ordered: sum((line) => line.quantity),
    unpromised: sum((line) => line.unpromised),
    backordered: sum((line) => line.backordered),
    reserved: sum((line) => line.reserved),
    release_at: releaseAt(channel, context.now),
    custom: request.customFields,
    version: request.note === undefined ? 1 : 2, // the note is an event of its own
  };
}

/** Null: at once by the worker, or by hand. */
function releaseAt(channel: DecidedOrder['channel'], now: Date): Date | null {
  const minutes = channel.releaseAfterMinutes ?? 0;
  return minutes === 0 ? null : new Date(now.getTime() + minutes * 60_000);
}

function contactRow({ request, order }: CaptureJob): object | null {
  const { customer, shippingAddress, billingAddress } = request;
  if (customer === undefined && shippingAddress === undefined && billingAddress === undefined)
    return null;
  return {
    order: uuidOf(order),
    email: customer?.email,
    phone: customer?.phone ?? shippingAddress?.phone,
    name: customer?.name ?? shippingAddress?.name,
    shipping: shippingAddress,
    billing: billingAddress,
  };
}

function lineRow(
  line: CapturedLine,
  index: number,
  { job }: DecidedOrder,
  lineIds: readonly OrderLineId[],
): object {
  const pays =
    line.kind === 'component' ? 0n : payable(line, job.request.pricesIncludeTax ?? false);
  return {
    order: uuidOf(job.order),
    number: index + 1,
    id: uuidOf(lineIds[index] ?? newId('orderLine')),
    kind: line.kind,
    kit: line.kitLine === null ? null : line.kitLine + 1,
    external: line.externalId,
    sku: line.sku === null ? null : uuidOf(line.sku),
    code: line.skuCode,
    title: line.title,
    price: line.unitPrice,
    amount: String(line.amountMinor),
    payable: String(pays),
    ordered: line.quantity,
    unpromised: line.unpromised,
    backordered: line.backordered,
    reserved: line.reserved,
  };
}

function adjustmentRows({ job, order }: DecidedOrder): object[] {
  const places = [
    ...order.lines.map((line, index) => ({ priced: line, line: index + 1, charge: null })),
    ...order.shipping.map((charge, index) => ({ priced: charge, line: null, charge: index + 1 })),
  ];
  return places
    .flatMap(({ priced, line, charge }) =>
      adjustmentsOf(priced).map((adjustment) => ({ line, charge, ...adjustment })),
    )
    .map((adjustment, index) => ({ order: uuidOf(job.order), number: index + 1, ...adjustment }));
}

function adjustmentsOf({ taxes, discounts }: Priced) {
  return [
    ...taxes.map(({ name, rate, amountMinor }) => ({
      kind: 'tax',
      name,
      code: null,
      rate,
      amount: String(amountMinor),
    })),
    ...discounts.map(({ name, code, amountMinor }) => ({
      kind: 'discount',
      name,
      code,
      rate: null,
      amount: String(amountMinor),
    })),
  ];
}

function decisionRow({ job, order }: DecidedOrder): object | null {
  return order.demands.length === 0
    ? null
    : {
        order: uuidOf(job.order),
        id: newUuid(),
        decision: storedDecision(order.demands, order.plan),
      };
}

function noteEventOf(job: CaptureJob, notes: readonly Id<'note'>[]): NewEvent | null {
  const [note] = notes;
  return note === undefined
    ? null
    : {
        type: 'order.note_added.v1',
        subject: job.order,
        version: 2,
        actor: job.actor,
        data: { note },
      };
}
