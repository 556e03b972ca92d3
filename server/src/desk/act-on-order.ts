// Does to one order what a bulk action says.

import type { BulkAction } from '@doorstep/contract/bulk-actions.ts';
import { idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { releaseOrder } from '../fulfillment/release-order.ts';
import { cancelOrder } from '../orders/cancel-order.ts';
import { selectHolds } from '../orders/notes.sql.ts';
import { placeHold } from '../orders/place-hold.ts';
import { releaseHold } from '../orders/release-hold.ts';
import { changeTag } from '../orders/tag-order.ts';

export function actOnOrder(tx: CommandTx, order: OrderId, action: BulkAction): Promise<unknown> {
  switch (action.kind) {
    case 'tag':
      return changeTag(tx, order, action.tag, { how: 'add' });
    case 'untag':
      return changeTag(tx, order, action.tag, { how: 'remove' });
    case 'hold':
      return placeHold(tx, order, { reason: action.reason, ...noteOf(action) });
    case 'release-hold':
      return releaseHolds(tx, order, action.reason);
    case 'cancel':
      return cancelOrder(tx, order, { reason: action.reason, ...noteOf(action) });
    case 'release':
      return releaseOrder(tx, order);
  }
}

function noteOf({ note }: { readonly note?: string }): { note?: string } {
  return note === undefined ? {} : { note };
}

async function releaseHolds(
  tx: CommandTx,
  order: OrderId,
  reason: string | undefined,
): Promise<Refusal | undefined> {
  for (const hold of await tx.rows(selectHolds, [uuidOf(order)])) {
    if (hold.released_at !== null || (reason !== undefined && hold.reason !== reason)) continue;
    const released = await releaseHold(tx, order, idFromUuid('hold', hold.id));
    if (isRefusal(released)) return released;
  }
  return undefined;
}
