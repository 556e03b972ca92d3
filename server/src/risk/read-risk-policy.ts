// The rules of the tenant: what it set, or none.

import type { RiskPolicyAnswer } from '@doorstep/contract/risk.ts';
import type { RiskPolicy, RiskRule } from '@doorstep/core/risk/risk-rule.ts';
import type { Tx } from '../db/transaction.ts';
import { type RiskPolicyRow, selectRiskPolicy } from './sql.ts';

const NO_POLICY = { active: false, reviewFrom: 100, rules: [] } as const;

export async function readRiskPolicy(tx: Tx): Promise<RiskPolicy> {
  const row = await tx.row(selectRiskPolicy);
  if (row === undefined) return NO_POLICY;
  return { active: row.active, reviewFrom: row.review_from, rules: row.rules.map(ruleOf) };
}

/** Stored as the wire has it; only amounts are another kind of number here. */
function ruleOf(stored: Readonly<Record<string, unknown>>): RiskRule {
  const { amountMinor } = stored;
  const rule =
    amountMinor === undefined ? stored : { ...stored, amountMinor: BigInt(Number(amountMinor)) };
  return rule as unknown as RiskRule;
}

export function presentRiskPolicy(row: RiskPolicyRow | undefined): RiskPolicyAnswer {
  return {
    active: row?.active ?? NO_POLICY.active,
    reviewFrom: row?.review_from ?? NO_POLICY.reviewFrom,
    rules: [...((row?.rules ?? []) as RiskPolicyAnswer['rules'])],
    version: row?.version ?? 0,
  };
}
