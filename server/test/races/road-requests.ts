// Which request a command is, in a shop that has come so far.

import type { Caller } from '../shop.ts';
import { orderOf } from '../stock.ts';
import { card } from '../till.ts';
import type { Command, Doing } from './road-commands.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely; each is checked against the contract
export type Body = any;

/** What a shop has been told, to name things by. */
export interface Known extends Caller {
  now(): Date;
  readonly orders: Body[];
  readonly works: Body[];
  readonly parcels: Body[];
  readonly holds: { readonly order: string; readonly id: string }[];
  readonly returns: Body[];
  /** Payments of which we were told what no provider did. */
  readonly toldOf: Set<string>;
}

export interface Request {
  readonly method?: string;
  readonly path: string;
  readonly body?: object;
}

/** Undefined: there is nothing yet that it could be about. */
export async function requestOf(known: Known, command: Command): Promise<Request | undefined> {
  switch (command.does) {
    case 'buy':
      return buy(command);
    case 'receive':
    case 'count':
      return ofStock(command);
    case 'pick':
    case 'pickAll':
    case 'pack':
      return atWork(known, command);
    case 'ship':
    case 'tell':
      return ofParcel(known, command);
    case 'receipt':
    case 'result':
    case 'fact':
    case 'retry':
      return ofPayment(known, command);
    case 'takeBack':
    case 'giveBack':
    case 'callOff':
      return ofReturn(known, command);
    case 'unhold': {
      const hold = pick(known.holds, command);
      return hold && { method: 'PUT', path: `/v1/orders/${hold.order}/holds/${hold.id}/release` };
    }
    case 'forward':
      return forward(known, command);
    case 'providers':
    case 'pass':
      return undefined;
    default:
      return ofOrder(known, command);
  }
}

function buy({ units, channel, ways, shippingMinor, splits }: Doing<'buy'>): Request {
  // The first of two pays a part, the last one the rest.
  const payments = ways.map((way, place) => ({
    ...payBy(way),
    ...(place < ways.length - 1 ? { amountMinor: 700 } : {}),
  }));
  const shipping = [{ title: 'Parcel', amountMinor: shippingMinor }];
  return {
    path: '/v1/orders',
    body: orderOf(units, {
      channel,
      shipping,
      stockPolicy: 'partial-with-backorder',
      splitPolicy: splits ? 'allow' : 'forbid',
      ...(payments.length === 0 ? {} : { payments }),
    }),
  };
}

function payBy(way: string): object {
  if (way === 'manual') return { provider: 'manual' };
  if (way === 'received') return { provider: 'manual', received: { reference: 'at the counter' } };
  return card(`tok_${way}`);
}

function ofStock({ does, sku, units, place: location }: Doing<'receive' | 'count'>): Request {
  return does === 'receive'
    ? { path: '/v1/stock/receipts', body: { location, lines: [{ sku, quantity: units }] } }
    : { path: '/v1/stock/counts', body: { location, lines: [{ sku, counted: units }] } };
}

let labels = 0;

function newLabel(): object {
  labels += 1;
  return { carrier: 'DHL', trackingNumber: `road ${labels}` };
}

function atWork(known: Known, command: Doing<'pick' | 'pickAll' | 'pack'>): Request | undefined {
  const work = pick(known.works, command);
  if (work === undefined) return undefined;
  const place = `/v1/fulfillment-orders/${work.id}`;
  if (command.does === 'pickAll') return { path: `${place}/picks`, body: {} };
  if (command.does === 'pick') {
    const { line, picked, short } = command;
    return { path: `${place}/picks`, body: { lines: [{ line, picked, short }] } };
  }
  return { path: `${place}/parcels`, body: { ...newLabel(), ...linesOf(command) } };
}

function linesOf({ line, units }: { line: number | null; units: number }): object {
  return line === null ? {} : { lines: [{ line, quantity: units }] };
}

function ofParcel(known: Known, command: Doing<'ship' | 'tell'>): Request | undefined {
  const parcel = pick(known.parcels, command);
  if (parcel === undefined) return undefined;
  if (command.does === 'ship') {
    const more = command.place === null ? {} : { location: command.place };
    return { path: `/v1/parcels/${parcel.id}/shipments`, body: more };
  }
  const { carrier, trackingNumber } = parcel;
  const occurredAt = new Date(known.now().getTime() - command.which * 60_000).toISOString();
  const events = [{ carrier, trackingNumber, status: command.status, occurredAt }];
  return { path: '/v1/tracking-events', body: { events } };
}

async function ofPayment(
  known: Known,
  command: Doing<'receipt' | 'result' | 'fact' | 'retry'>,
): Promise<Request | undefined> {
  const order = pick(known.orders, command);
  if (order === undefined) return undefined;
  const { body } = await known.call('GET', `/v1/orders/${order.id}/payments`);
  if (command.does === 'result') {
    const intent = pick(body.intents as Body[], command);
    const done = { outcome: 'succeeded', reference: `by hand ${command.which}` };
    const answer = command.isDone ? done : { outcome: 'declined', code: 'no-money' };
    return intent && { path: `/v1/payment-intents/${intent.id}/results`, body: answer };
  }
  const payment = pick(body.payments as Body[], command);
  if (payment === undefined) return undefined;
  const path = `/v1/payments/${payment.id}`;
  if (command.does === 'retry') return { path: `${path}/retries`, body: {} };
  const amount = command.amountMinor === null ? {} : { amountMinor: command.amountMinor };
  if (command.does === 'receipt')
    return { path: `${path}/receipts`, body: { reference: `bank ${command.which}`, ...amount } };
  const { kind, reference } = command;
  return { path: `${path}/facts`, body: { kind, reference: `told ${reference}`, ...amount } };
}

function ofReturn(
  known: Known,
  command: Doing<'takeBack' | 'giveBack' | 'callOff'>,
): Request | undefined {
  const found = pick(known.returns, command);
  if (found === undefined) return undefined;
  const path = `/v1/returns/${found.id}`;
  if (command.does === 'callOff') return { path: `${path}/cancellation`, body: {} };
  if (command.does === 'takeBack') return { path: `${path}/receipts`, body: itemsOf(command) };
  const more = command.withShipping ? { includeShipping: true } : {};
  return { path: `${path}/refunds`, body: more };
}

function itemsOf(command: Doing<'takeBack' | 'arrive'>): object {
  const { as, units: quantity, disposition, isRefunded: refund } = command;
  const condition = disposition === 'restock' ? 'sellable' : 'damaged';
  return { location: 'L1', refund, items: [{ ...as, quantity, condition, disposition }] };
}

type OfOrder =
  | 'pay'
  | 'grant'
  | 'release'
  | 'record'
  | 'cancel'
  | 'hold'
  | 'source'
  | 'askBack'
  | 'arrive';

function ofOrder(known: Known, command: Doing<OfOrder>): Request | undefined {
  const order = pick(known.orders, command);
  if (order === undefined) return undefined;
  const path = `/v1/orders/${order.id}`;
  switch (command.does) {
    case 'pay':
      return { path: `${path}/payments`, body: payBy(command.way) };
    case 'grant': {
      const { amountMinor } = command;
      return { path: `${path}/refunds`, body: { amountMinor, reason: 'goodwill' } };
    }
    case 'release':
      return { path: `${path}/releases`, body: {} };
    case 'source':
      return { path: `${path}/sourcings`, body: {} };
    case 'record': {
      const where = { location: command.place, ...newLabel() };
      return { path: `${path}/shipments`, body: { ...where, ...linesOf(command) } };
    }
    case 'cancel':
      return { path: `${path}/cancellations`, body: { reason: 'other', ...linesOf(command) } };
    case 'hold': {
      const until = command.lapses ? { expiresAt: new Date(known.now().getTime() + 60_000) } : {};
      return {
        path: `${path}/holds`,
        body: { reason: 'other', blocks: [command.blocks], ...until },
      };
    }
    case 'askBack': {
      const lines = [{ line: command.line, quantity: command.units, reason: 'changed-mind' }];
      return { path: `${path}/returns`, body: { lines } };
    }
    case 'arrive':
      return { path: '/v1/return-receipts', body: { order: order.id, ...itemsOf(command) } };
  }
}

/** What comes next for an order that nothing befalls. */
async function forward(known: Known, command: Doing<'forward'>): Promise<Request | undefined> {
  const order = pick(known.orders, command);
  if (order === undefined) return undefined;
  const { body } = await known.call('GET', `/v1/orders/${order.id}`);
  const path = `/v1/orders/${order.id}`;
  const units = (place: string) =>
    (body.lines as Body[]).reduce((sum, line) => sum + line[place], 0);
  const work = known.works.filter((one) => one.order === order.id);
  const asked = pick(work, command);
  const parcel = pick(
    known.parcels.filter((one) => one.order === order.id),
    command,
  );
  if (units('packed') > 0 && parcel !== undefined)
    return { path: `/v1/parcels/${parcel.id}/shipments`, body: {} };
  if (units('picked') > 0 && asked !== undefined)
    return { path: `/v1/fulfillment-orders/${asked.id}/parcels`, body: newLabel() };
  if (units('allocated') > 0 && asked !== undefined)
    return { path: `/v1/fulfillment-orders/${asked.id}/picks`, body: {} };
  if (units('reserved') > 0) return { path: `${path}/releases`, body: {} };
  if (units('shipped') > units('delivered') && parcel !== undefined)
    return ofParcel(
      { ...known, parcels: [parcel] },
      { ...command, does: 'tell', status: 'delivered' },
    );
  const line = (body.lines as Body[]).find((one) => one.delivered > one.returned);
  if (line === undefined) return undefined;
  const lines = [{ line: line.number, quantity: 1, reason: 'changed-mind' }];
  const back = known.returns.find((one) => one.order === order.id && one.status === 'requested');
  if (back === undefined) return { path: `${path}/returns`, body: { lines } };
  const item = { line: line.number, quantity: 1, condition: 'sellable', disposition: 'restock' };
  const receipt = { location: 'L1', refund: true, items: [item] };
  return { path: `/v1/returns/${back.id}/receipts`, body: receipt };
}

function pick<One>(from: readonly One[], command: { readonly which: number }): One | undefined {
  return from.length === 0 ? undefined : from[command.which % from.length];
}
