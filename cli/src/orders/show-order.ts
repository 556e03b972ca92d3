// doorstep orders show: one order, where its stock is reserved, and why there.

import { getMe } from '@doorstep/contract/access.ts';
import type { AnswerOf } from '@doorstep/contract/operation.ts';
import { explainRouting, getOrder, type OrderAnswer } from '@doorstep/contract/orders.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { type JsonOption, verb } from '../options.ts';
import { colors, moment, money, say, sayJson, sayTable, status } from '../print.ts';

type Decision = AnswerOf<typeof explainRouting>['decisions'][number];

export function showOrderCommand(orders: Command): void {
  verb(orders, 'show <order>', 'one order, by number or id: lines, where reserved, and why').action(
    async (reference: string, { json }: JsonOption) => {
      const connection = await readConnection();
      const params = { order: reference };
      const order = await callApi(connection, getOrder, { params });
      const { tenant } = await callApi(connection, getMe);
      const { decisions } = await callApi(connection, explainRouting, { params });
      if (json) return sayJson({ order, decisions });
      sayHead(order);
      sayLines(order);
      for (const hold of order.holds.filter((one) => one.releasedAt === null))
        say(
          `On hold: ${hold.reason}, ${hold.handle}${hold.note === null ? '' : ` – ${hold.note}`}`,
        );
      for (const decision of decisions) sayDecision(decision, tenant.currency);
    },
  );
}

export function sayHead(order: OrderAnswer): void {
  const { currency } = order;
  say(`${colors.bold(`Order ${order.number}`)}  ${status(order.status)}  ${colors.dim(order.id)}`);
  const external = order.externalId === null ? '' : ` as ${order.externalId}`;
  say(`From ${order.channel}${external}, captured ${moment(order.capturedAt)} UTC`);
  const canceled =
    order.canceledMinor === 0 ? '' : `, ${money(order.canceledMinor, currency)} canceled`;
  say(`Total ${money(order.totalMinor, currency)}${canceled}; stock ${status(order.stockStatus)}`);
  say();
}

export function sayLines(order: OrderAnswer): void {
  sayTable(
    ['line', 'SKU', 'title', 'ordered', 'canceled', 'backordered', 'reserved at'],
    order.lines.map((line) => [
      line.number,
      line.sku,
      line.kind === 'component' ? `└ ${line.title}` : line.title,
      line.ordered,
      line.canceled,
      line.backordered,
      line.reservations.map((one) => `${one.quantity} at ${one.location}`).join(', ') || null,
    ]),
  );
  say();
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
  if (decision.othersCount > 0) say(colors.dim(`and ${decision.othersCount} more after these`));
  say();
}
