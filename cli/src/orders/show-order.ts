// doorstep orders show: one order, where its stock is reserved, and why there.

import { getMe } from '@doorstep/contract/account.ts';
import type { AnswerOf } from '@doorstep/contract/operation.ts';
import { explainRouting, getOrder } from '@doorstep/contract/orders.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { type JsonOption, verb } from '../options.ts';
import { colors, hint, moment, money, say, sayJson, sayTable } from '../print.ts';
import { sayHead, sayHolds, sayLines, sayNextStep } from './say-order.ts';

type Decision = AnswerOf<typeof explainRouting>['decisions'][number];

export function showOrderCommand(orders: Command): void {
  verb(orders, 'show <order>', 'one order, by number or id: lines, where reserved, and why').action(
    async (reference: string, { json }: JsonOption) => {
      const connection = await readConnection();
      const params = { order: reference };
      const [order, { tenant }, { decisions }] = await Promise.all([
        callApi(connection, getOrder, { params }),
        callApi(connection, getMe),
        callApi(connection, explainRouting, { params }),
      ]);
      if (json) return sayJson({ order, decisions });
      sayHead(order);
      sayLines(order);
      sayHolds(order);
      for (const decision of decisions) sayDecision(decision, tenant.currency);
      sayNextStep(order);
    },
  );
}

/** @param currency the tenant's: handling costs are in it, whatever the order is in */
function sayDecision(decision: Decision, currency: string): void {
  say(colors.bold(`Why there (${decision.kind}, ${moment(decision.decidedAt)} UTC)`));
  say(decision.rule);
  sayTable(
    ['location', 'outcome', 'because', 'distance', 'handling'],
    decision.candidates.map((one) => [
      one.location,
      one.outcome === 'chosen' ? colors.green(one.outcome) : one.outcome,
      one.reason,
      one.distanceKm === null ? null : `${one.distanceKm} km`,
      one.handlingCostMinor === null ? null : money(one.handlingCostMinor, currency),
    ]),
  );
  if (decision.othersCount > 0) hint(`and ${decision.othersCount} more after these`);
  say();
}
