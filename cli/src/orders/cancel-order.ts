// doorstep orders cancel: all that has not shipped, or some units of some lines.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import { cancelOrder, getOrder, type OrderAnswer } from '@doorstep/contract/orders.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { type LineOptions, lineOptions, linesAsked, unitsOf } from '../lines.ts';
import { given, type JsonOption, verb } from '../options.ts';
import { money, say } from '../print.ts';
import { sayLines } from './say-order.ts';

type Body = BodyOf<typeof cancelOrder>;

interface Options extends JsonOption, LineOptions {
  readonly reason: Body['reason'];
  readonly note?: string;
}

export function cancelOrderCommand(orders: Command): void {
  const cancel = verb(orders, 'cancel <order>', 'cancel what has not shipped; its stock is free')
    .requiredOption('--reason <reason>', 'customer, inventory, fraud, payment, staff or other')
    .option('--note <text>', 'why, in words');
  lineOptions(cancel, 'only this line, or so many units of it').action(
    async (order: string, { json, reason, note, ...asked }: Options) => {
      const lines = await linesOf(order, asked);
      const body = { reason, ...given({ note, lines }) };
      await answer(cancelOrder, { params: { order }, body }, { json }, sayCanceled);
    },
  );
}

async function linesOf(order: string, asked: LineOptions): Promise<Body['lines']> {
  const isAllKnown = !asked.line?.some((one) => one.quantity === undefined);
  const lines =
    asked.quantity !== undefined || isAllKnown
      ? []
      : (await callApi(await readConnection(), getOrder, { params: { order } })).lines;
  return linesAsked(
    asked,
    unitsOf(lines, (line) => line.ordered - line.canceled - (line.shipped - line.overshipped)),
  );
}

function sayCanceled(order: OrderAnswer): void {
  const last = order.cancellations.at(-1);
  say(`Canceled ${money(last?.amountMinor ?? 0, order.currency)} of order ${order.number}`);
  say();
  sayLines(order);
}
