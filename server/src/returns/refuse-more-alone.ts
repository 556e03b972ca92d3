// What came back is paid for; what somebody gives on top is theirs to give only up to their limit.

import type { Actor } from '@doorstep/core/access/actor.ts';
import type { OrderId } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { sayOfRefund } from '../orders/say-of-refund.ts';

export async function refuseMoreAlone(
  tx: Tx,
  actor: Actor,
  order: OrderId,
  { amountMinor, worthMinor }: { readonly amountMinor: bigint; readonly worthMinor: bigint },
): Promise<Refusal | undefined> {
  if (amountMinor <= worthMinor) return undefined;
  const say = await sayOfRefund(tx, actor, order, amountMinor - worthMinor);
  if (isRefusal(say)) return say;
  return say === 'alone'
    ? undefined
    : refuse(
        'refund-needs-approval',
        `What came back is worth ${worthMinor} minor units; somebody else has to agree to more.`,
        { worthMinor: Number(worthMinor) },
      );
}
