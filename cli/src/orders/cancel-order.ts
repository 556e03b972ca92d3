// doorstep orders cancel: all that has not shipped, or some units of some lines.

import type { AnswerOf, BodyOf } from '@doorstep/contract/operation.ts';
import { cancelOrder, getOrder, type OrderAnswer } from '@doorstep/contract/orders.ts';
import { previewCancellation } from '@doorstep/contract/previews.ts';
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
  readonly preview?: boolean;
}

export function cancelOrderCommand(orders: Command): void {
  const cancel = verb(orders, 'cancel <order>', 'cancel what has not shipped; its stock is free')
    .requiredOption('--reason <reason>', 'customer, inventory, fraud, payment, staff or other')
    .option('--note <text>', 'why, in words')
    .option('--preview', 'only say what it would do');
  lineOptions(cancel, 'only this line, or so many units of it').action(
    async (order: string, { json, reason, note, preview, ...asked }: Options) => {
      const lines = await linesOf(order, asked);
      if (preview === true) {
        const input = { params: { order }, body: given({ lines }) };
        return answer(previewCancellation, input, { json }, sayPreview);
      }
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

function sayPreview(preview: AnswerOf<typeof previewCancellation>): void {
  const { amountMinor, currency, freed, putBack, money: asked } = preview;
  say(`It would cancel ${money(amountMinor, currency)}`);
  for (const one of asked)
    say(`  ${one.kind} ${money(one.amountMinor, one.currency)} by ${one.provider}`);
  for (const one of freed) say(`  ${one.units} × ${one.sku} free again at ${one.location}`);
  for (const one of putBack) say(`  ${one.units} × ${one.sku} to be put back at ${one.location}`);
}
