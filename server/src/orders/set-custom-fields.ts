// Sets custom fields of an order. Values may be personal, so the log names only the fields.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { setCustomFields as operation } from '@doorstep/contract/order-notes.ts';
import type { OrderAnswer } from '@doorstep/contract/orders.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { lockOrder } from './lock-order.ts';
import { selectCustomFields, updateCustomFields } from './notes.sql.ts';
import { readOrderById } from './read-order.ts';

const FIELDS_MAX = 50;

export async function setCustomFields(
  tx: CommandTx,
  reference: string,
  input: BodyOf<typeof operation>,
): Promise<OrderAnswer | Refusal> {
  const order = await lockOrder(tx, reference, input.version);
  if (isRefusal(order)) return order;

  const before = (await tx.row(selectCustomFields, [uuidOf(order)]))?.custom_fields ?? {};
  const merged = Object.entries({ ...before, ...input.customFields });
  const fields = Object.fromEntries(merged.filter(([, value]) => value !== null));
  if (Object.keys(fields).length > FIELDS_MAX)
    return refuse('validation-failed', `An order has at most ${FIELDS_MAX} custom fields.`);
  const changed = await tx.row(updateCustomFields, [uuidOf(order), JSON.stringify(fields)]);
  tx.emit({
    type: 'order.custom_fields_set.v1',
    subject: order,
    version: changed?.version ?? 0,
    data: { fields: Object.keys(input.customFields ?? {}) },
  });
  return readOrderById(tx, order);
}
