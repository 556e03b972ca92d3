// Sets from which payments money goes back, and who has to agree.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type {
  setRefundPolicy as operation,
  RefundPolicyAnswer,
} from '@doorstep/contract/refunds.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import { refuseStale } from '../db/refuse-stale.ts';
import { type CommandTx, LostRace } from '../db/run-command.ts';
import { type RefundPolicy, refundPolicyOf } from './read-refund-policy.ts';
import { insertRefundPolicy, selectRefundPolicy, updateRefundPolicy } from './refund-policy.sql.ts';

export async function setRefundPolicy(
  tx: CommandTx,
  { allocation, limits, version }: BodyOf<typeof operation>,
): Promise<RefundPolicyAnswer | Refusal> {
  const known = await tx.row(selectRefundPolicy);
  const stale = refuseStale(version, known?.version ?? 0);
  if (stale !== undefined) return stale;
  const stored = limits.map(({ mostMinor = null, ...limit }) => ({ ...limit, mostMinor }));
  const values = [allocation, JSON.stringify(stored), tx.now, actorText(tx.actor)];
  const row =
    known === undefined
      ? await tx.row(insertRefundPolicy, [uuidOf(newId('refundPolicy')), ...values])
      : await tx.row(updateRefundPolicy, [known.id, ...values]);
  // Somebody else set it for the first time in this moment: look again.
  if (row === undefined) throw new LostRace();
  tx.emit({
    type: 'refund-policy.set.v1',
    subject: idFromUuid('refundPolicy', row.id),
    version: row.version,
    data: { allocation, limits: limits.length },
  });
  return presentRefundPolicy(refundPolicyOf(row));
}

export function presentRefundPolicy(policy: RefundPolicy): RefundPolicyAnswer {
  return {
    allocation: policy.allocation,
    limits: policy.limits.map(({ role, currency, aloneMinor, mostMinor }) => ({
      role,
      currency,
      aloneMinor: Number(aloneMinor),
      mostMinor: mostMinor === null ? null : Number(mostMinor),
    })),
    version: policy.version,
  };
}
