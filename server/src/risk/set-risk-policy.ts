// Sets the rules that orders are assessed by.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { setRiskPolicy as operation, RiskPolicyAnswer } from '@doorstep/contract/risk.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import { refuseStale } from '../db/refuse-stale.ts';
import { type CommandTx, LostRace } from '../db/run-command.ts';
import { presentRiskPolicy } from './read-risk-policy.ts';
import { insertRiskPolicy, selectRiskPolicy, updateRiskPolicy } from './sql.ts';

export async function setRiskPolicy(
  tx: CommandTx,
  { active, reviewFrom, rules, version }: BodyOf<typeof operation>,
): Promise<RiskPolicyAnswer | Refusal> {
  const known = await tx.row(selectRiskPolicy);
  const stale = refuseStale(version, known?.version ?? 0);
  if (stale !== undefined) return stale;
  const values = [active, reviewFrom, JSON.stringify(rules), tx.now, actorText(tx.actor)];
  const row =
    known === undefined
      ? await tx.row(insertRiskPolicy, [uuidOf(newId('riskPolicy')), ...values])
      : await tx.row(updateRiskPolicy, [known.id, ...values, known.version]);
  // Somebody else set it in this moment: look again.
  if (row === undefined) throw new LostRace();
  const policy = presentRiskPolicy(row);
  tx.emit({
    type: 'risk-policy.set.v1',
    subject: idFromUuid('riskPolicy', row.id),
    version: row.version,
    data: { active, rules: rules.length },
    change: { before: toldOf(presentRiskPolicy(known)), after: toldOf(policy) },
  });
  return policy;
}

function toldOf({ active, reviewFrom, rules }: RiskPolicyAnswer): object {
  return { active, reviewFrom, rules };
}
