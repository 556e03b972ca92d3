// doorstep risk rules and set-rules: what adds points to an order, and from how many on it is held.

import { getRiskPolicy, type RiskPolicyAnswer, setRiskPolicy } from '@doorstep/contract/risk.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { fieldOptions, fieldsOf } from '../fields.ts';
import { type JsonOption, verb } from '../options.ts';
import { counted, money, say, sayTable } from '../print.ts';

export function ruleCommands(risk: Command): void {
  verb(risk, 'rules', 'the rules that orders are assessed by').action(
    async ({ json }: JsonOption) => answer(getRiskPolicy, {}, { json }, sayRules),
  );
  const set = verb(risk, 'set-rules', 'set the rules, by --file; what is not said stays');
  fieldOptions(set, setRiskPolicy).action(async (options: JsonOption) => {
    const { version, ...before } = await callApi(await readConnection(), getRiskPolicy);
    const body = await fieldsOf(setRiskPolicy, options, { version }, before);
    await answer(setRiskPolicy, { body }, options, sayRules);
  });
}

function sayRules({ active, reviewFrom, rules }: RiskPolicyAnswer): void {
  say(active ? `Held from ${counted(reviewFrom, 'point')} on` : 'Switched off: nothing is held');
  if (rules.length === 0) say('No rules.');
  else
    sayTable(
      ['rule', 'when', 'points'],
      rules.map((rule) => [rule.kind, whenOf(rule), rule.score]),
    );
}

function whenOf(rule: RiskPolicyAnswer['rules'][number]): string | null {
  switch (rule.kind) {
    case 'velocity':
      return `more than ${rule.ordersMax} by ${rule.by} in ${rule.withinMinutes} min`;
    case 'address-mismatch':
      return null;
    case 'first-order-over':
      return `more than ${money(rule.amountMinor, rule.currency)}`;
    case 'provider-level':
      return `${rule.level} or worse`;
  }
}
