// Sets from which payments money goes back, and who has to agree.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type {
  setRefundPolicy as operation,
  RefundPolicyAnswer,
} from '@doorstep/contract/refunds.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { readScopes } from '../access/read-scopes.ts';
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
  const bad = await refuseLimits(tx, limits);
  if (bad !== undefined) return bad;
  const stored = limits.map(({ mostMinor = null, ...limit }) => ({ ...limit, mostMinor }));
  const values = [allocation, JSON.stringify(stored), tx.now, actorText(tx.actor)];
  const row =
    known === undefined
      ? await tx.row(insertRefundPolicy, [uuidOf(newId('refundPolicy')), ...values])
      : await tx.row(updateRefundPolicy, [known.id, ...values, known.version]);
  // Somebody else set it in this moment: look again.
  if (row === undefined) throw new LostRace();
  const policy = presentRefundPolicy(refundPolicyOf(row));
  tx.emit({
    type: 'refund-policy.set.v1',
    subject: idFromUuid('refundPolicy', row.id),
    version: row.version,
    data: { allocation, limits: limits.length },
    change: { before: toldOf(presentRefundPolicy(refundPolicyOf(known))), after: toldOf(policy) },
  });
  return policy;
}

function toldOf({ allocation, limits }: RefundPolicyAnswer): object {
  return { allocation, limits };
}

type Limits = BodyOf<typeof operation>['limits'];

/** A limit that binds nobody, or one of two that bind the same, would be taken for one that holds. */
async function refuseLimits(tx: CommandTx, limits: Limits): Promise<Refusal | undefined> {
  const named = limits.map(({ role, currency }) => `${role} ${currency}`);
  const twice = named.find((name, place) => named.indexOf(name) < place);
  if (twice !== undefined) return refuse('validation-failed', `${twice} has two limits.`);
  const wrong = limits.find(({ aloneMinor, mostMinor }) => (mostMinor ?? aloneMinor) < aloneMinor);
  if (wrong !== undefined)
    return refuse('validation-failed', `${wrong.role} may give back more alone than at most.`);
  for (const role of new Set(limits.map((limit) => limit.role))) {
    const scopes = role === 'api-key' ? [] : await readScopes(tx, role);
    if (isRefusal(scopes)) return scopes;
  }
  return undefined;
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
