// The rules of risk as a form has them: every field a text, the rules one text of rows.

import { type RiskRule, TRACE_DAYS, type TraceKind } from '@doorstep/core/risk/risk-rule.ts';
import type { GetRiskPolicyAnswer, SetRiskPolicyInput } from '@doorstep/sdk';
import { minorUnitsOf, typedAmount } from '../orders/amounts.ts';

export type RiskDraft = Readonly<Record<'active' | 'reviewFrom' | 'rules', string>>;

export const RULE_KINDS = [
  'velocity',
  'address-mismatch',
  'first-order-over',
  'provider-level',
] as const satisfies readonly RiskRule['kind'][];

/** A field that its kind does not have is kept as it was typed, and never sent. */
export interface TypedRule {
  readonly kind: RiskRule['kind'];
  readonly by: TraceKind;
  readonly ordersMax: string;
  readonly withinMinutes: string;
  readonly amount: string;
  readonly currency: string;
  readonly level: 'elevated' | 'highest';
  readonly score: string;
}

export const RANGES = {
  ordersMax: [1, 1000],
  withinMinutes: [1, TRACE_DAYS * 1440],
  score: [1, 1000],
  reviewFrom: [1, 10_000],
} as const;

export function newRule(kind: RiskRule['kind'], currency: string): TypedRule {
  return {
    ...{ kind, by: 'email', ordersMax: '3', withinMinutes: '60', level: 'elevated' },
    ...{ amount: '500', currency, score: '40' },
  };
}

type Rule = GetRiskPolicyAnswer['rules'][number];

export function draftOf({ active, reviewFrom, rules }: GetRiskPolicyAnswer): RiskDraft {
  return {
    active: active ? 'yes' : 'no',
    reviewFrom: String(reviewFrom),
    rules: writeRules(rules.map(typedOf)),
  };
}

function typedOf(rule: Rule): TypedRule {
  const usual = { ...newRule(rule.kind, 'EUR'), score: String(rule.score) };
  switch (rule.kind) {
    case 'velocity': {
      const { by, ordersMax, withinMinutes } = rule;
      return { ...usual, by, ordersMax: `${ordersMax}`, withinMinutes: `${withinMinutes}` };
    }
    case 'address-mismatch':
      return usual;
    case 'first-order-over': {
      const { amountMinor, currency } = rule;
      return { ...usual, currency, amount: typedAmount(amountMinor, currency) };
    }
    case 'provider-level':
      return { ...usual, level: rule.level };
  }
}

export function writeRules(rules: readonly TypedRule[]): string {
  return rules.length === 0 ? '' : JSON.stringify(rules);
}

export function readRules(text: string): readonly TypedRule[] {
  return text === '' ? [] : (JSON.parse(text) as TypedRule[]);
}

export function changeOf({ active, reviewFrom, rules }: RiskDraft): SetRiskPolicyInput {
  return {
    active: active === 'yes',
    reviewFrom: Number(reviewFrom),
    rules: readRules(rules).map(ruleOf),
  };
}

function ruleOf(typed: TypedRule): Rule {
  const { kind, by, currency, level } = typed;
  const score = Number(typed.score);
  switch (kind) {
    case 'velocity': {
      const [ordersMax, withinMinutes] = [Number(typed.ordersMax), Number(typed.withinMinutes)];
      return { kind, by, ordersMax, withinMinutes, score };
    }
    case 'address-mismatch':
      return { kind, score };
    case 'first-order-over':
      return { kind, amountMinor: minorUnitsOf(typed.amount, currency) ?? 0, currency, score };
    case 'provider-level':
      return { kind, level, score };
  }
}

export function isInRange(name: keyof typeof RANGES, text: string): boolean {
  const [min, max] = RANGES[name];
  return /^\d{1,6}$/.test(text) && Number(text) >= min && Number(text) <= max;
}

export const isCurrency = (text: string): boolean => /^[A-Z]{3}$/.test(text);

export function isWrong({ reviewFrom, rules }: RiskDraft): boolean {
  return !isInRange('reviewFrom', reviewFrom) || readRules(rules).some(isRuleWrong);
}

function isRuleWrong({ kind, score, ...rule }: TypedRule): boolean {
  if (!isInRange('score', score)) return true;
  switch (kind) {
    case 'velocity':
      return (
        !isInRange('ordersMax', rule.ordersMax) || !isInRange('withinMinutes', rule.withinMinutes)
      );
    case 'first-order-over':
      return !isCurrency(rule.currency) || minorUnitsOf(rule.amount, rule.currency) === undefined;
    case 'address-mismatch':
    case 'provider-level':
      return false;
  }
}
