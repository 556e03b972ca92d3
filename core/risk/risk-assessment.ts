// How risky an order is, and why: the rules of the tenant on the facts of the order. Pure: the facts
// are read before.

import { RISK_LEVELS, type RiskLevel } from '../payments/risk-level.ts';
import type { RiskPolicy, RiskRule } from './risk-rule.ts';

export interface RiskFacts {
  readonly totalMinor: bigint;
  readonly currency: string;
  /** Nobody is known to have ordered before under this name. */
  readonly isFirstOrder: boolean;
  /** Null where one of the two is not known. */
  readonly shipping: PlaceFacts | null;
  readonly billing: PlaceFacts | null;
  /** What was told of it, the newest word of each source. */
  readonly signals: readonly RiskSignal[];
  /** Orders with the same trace up to this one, itself counted, within the minutes of the rule. */
  ordersOf(rule: Extract<RiskRule, { kind: 'velocity' }>): number;
}

export interface PlaceFacts {
  readonly country: string | null;
  readonly postalCode: string | null;
}

export interface RiskSignal {
  readonly source: string;
  readonly level: RiskLevel;
  /** The source's own number, of 100; null: it gives none. */
  readonly score: number | null;
}

export interface RiskReason {
  readonly kind: RiskRule['kind'];
  readonly score: number;
  /** Numbers and words of the trade that say why; never personal data. */
  readonly facts: Readonly<Record<string, string | number>>;
}

export interface RiskAssessment {
  readonly score: number;
  readonly needsReview: boolean;
  readonly reasons: readonly RiskReason[];
}

export function assessRisk(policy: RiskPolicy, facts: RiskFacts): RiskAssessment {
  const reasons = policy.rules.flatMap((rule) => {
    const why = whyOf(rule, facts);
    return why === null ? [] : [{ kind: rule.kind, score: rule.score, facts: why }];
  });
  const score = reasons.reduce((sum, reason) => sum + reason.score, 0);
  return { score, needsReview: score >= policy.reviewFrom, reasons };
}

/** Null: the rule has nothing against it. */
function whyOf(rule: RiskRule, facts: RiskFacts): RiskReason['facts'] | null {
  switch (rule.kind) {
    case 'velocity': {
      const orders = facts.ordersOf(rule);
      const { by, ordersMax, withinMinutes } = rule;
      return orders > ordersMax ? { by, orders, ordersMax, withinMinutes } : null;
    }
    case 'address-mismatch':
      return mismatch(facts);
    case 'first-order-over': {
      const { amountMinor, currency } = rule;
      const isOver =
        facts.isFirstOrder && facts.currency === currency && facts.totalMinor > amountMinor;
      return isOver
        ? { totalMinor: Number(facts.totalMinor), amountMinor: Number(amountMinor), currency }
        : null;
    }
    case 'provider-level':
      return worstOf(facts.signals, rule.level);
  }
}

/** A country that differs says more than a postal code. */
function mismatch({ shipping, billing }: RiskFacts): RiskReason['facts'] | null {
  if (shipping === null || billing === null) return null;
  for (const field of ['country', 'postalCode'] as const) {
    const [to, from] = [plain(shipping[field]), plain(billing[field])];
    if (to !== '' && from !== '' && to !== from) return { field };
  }
  return null;
}

function plain(text: string | null): string {
  return (text ?? '').replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}

function worstOf(signals: readonly RiskSignal[], level: RiskLevel): RiskReason['facts'] | null {
  const from = RISK_LEVELS.indexOf(level);
  const [worst] = signals
    .filter((signal) => RISK_LEVELS.indexOf(signal.level) >= from)
    .toSorted((a, b) => RISK_LEVELS.indexOf(b.level) - RISK_LEVELS.indexOf(a.level));
  if (worst === undefined) return null;
  const { source, score } = worst;
  return { source, level: worst.level, ...(score === null ? {} : { score }) };
}
