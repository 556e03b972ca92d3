// Tags an order, or takes a tag off it.

import type { OrderAnswer } from '@doorstep/contract/orders.ts';
import { type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { bumpOrderVersion } from '../log/sql.ts';
import { lockOrder } from './lock-order.ts';
import { deleteTag, insertTag } from './notes.sql.ts';
import { readOrderById } from './read-order.ts';

export interface TagChange {
  readonly how: 'add' | 'remove';
  /** The version that the caller saw. */
  readonly version?: number;
}

export async function tagOrder(
  tx: CommandTx,
  reference: string,
  tag: string,
  change: TagChange,
): Promise<OrderAnswer | Refusal> {
  const order = await changeTag(tx, reference, tag, change);
  return isRefusal(order) ? order : readOrderById(tx, order);
}

/** The same without looking at the order afterwards. */
export async function changeTag(
  tx: CommandTx,
  reference: string,
  tag: string,
  change: TagChange,
): Promise<OrderId | Refusal> {
  const order = await lockOrder(tx, reference, change.version);
  if (isRefusal(order)) return order;
  const written = await tx.run(change.how === 'add' ? insertTag : deleteTag, [tag, uuidOf(order)]);
  if (written > 0) {
    const changed = await tx.row(bumpOrderVersion, [uuidOf(order)]);
    tx.emit({
      type: change.how === 'add' ? 'order.tagged.v1' : 'order.untagged.v1',
      subject: order,
      version: changed?.version ?? 0,
      data: { tag },
    });
  }
  return order;
}
