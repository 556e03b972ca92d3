// The fulfillment order that is meant: by its id, or by an order that has one open.

import {
  type FulfillmentOrderAnswer,
  getFulfillmentOrder,
  listFulfillmentOrders,
} from '@doorstep/contract/fulfillment.ts';
import { getOrder } from '@doorstep/contract/orders.ts';
import { callApi } from '../api.ts';
import { CommandError } from '../command-error.ts';
import type { Connection } from '../config.ts';

const DONE = new Set<string>(['shipped', 'canceled']);

export async function findWork(
  connection: Connection,
  reference: string,
): Promise<FulfillmentOrderAnswer> {
  const fulfillmentOrder = reference.startsWith('ful_')
    ? reference
    : await onlyWorkOf(connection, reference);
  return callApi(connection, getFulfillmentOrder, { params: { fulfillmentOrder } });
}

async function onlyWorkOf(connection: Connection, order: string): Promise<string> {
  const { id, number } = await callApi(connection, getOrder, { params: { order } });
  const { items } = await callApi(connection, listFulfillmentOrders, { query: { order: id } });
  const open = items.filter((one) => !DONE.has(one.status));
  const [only] = open;
  if (only !== undefined && open.length === 1) return only.id;
  throw new CommandError({
    what: `Order ${number} has ${open.length} open fulfillment orders.`,
    remedy:
      open.length === 0
        ? `Release it first: doorstep orders release ${number}.`
        : `Name one: ${open.map((one) => `${one.id} (${one.location})`).join(', ')}.`,
    exitCode: 1,
  });
}
