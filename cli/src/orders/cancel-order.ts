// doorstep orders cancel: all that has not shipped, or some units of some lines.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import { cancelOrder, getOrder } from '@doorstep/contract/orders.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { CommandError } from '../command-error.ts';
import { type Connection, readConnection } from '../config.ts';
import { collect, type JsonOption, positiveNumber, verb } from '../options.ts';
import { money, say, sayJson } from '../print.ts';
import { sayLines } from './show-order.ts';

type Body = BodyOf<typeof cancelOrder>;

interface Options extends JsonOption {
  readonly reason: Body['reason'];
  readonly note?: string;
  readonly line?: readonly string[];
  readonly quantity?: readonly number[];
}

export function cancelOrderCommand(orders: Command): void {
  verb(orders, 'cancel <order>', 'cancel what has not shipped; its stock is free again')
    .requiredOption('--reason <reason>', 'customer, inventory, fraud, payment, staff or other')
    .option('--line <line>', 'only this line, by number or id; may be repeated', collect(String))
    .option('--quantity <units>', 'how many of it, for each --line', collect(positiveNumber))
    .option('--note <text>', 'why, in words')
    .action(async (reference: string, options: Options) => {
      const connection = await readConnection();
      const lines = await linesOf(connection, reference, options);
      const order = await callApi(connection, cancelOrder, {
        params: { order: reference },
        body: {
          reason: options.reason,
          ...(options.note === undefined ? {} : { note: options.note }),
          ...(lines === undefined ? {} : { lines }),
        },
      });
      if (options.json) return sayJson(order);
      const last = order.cancellations.at(-1);
      say(`Canceled ${money(last?.amountMinor ?? 0, order.currency)} of order ${order.number}`);
      say();
      sayLines(order);
    });
}

async function linesOf(
  connection: Connection,
  order: string,
  { line: lines = [], quantity: quantities = [] }: Options,
): Promise<Body['lines']> {
  if (lines.length !== quantities.length)
    throw new CommandError({
      what: `${lines.length} --line and ${quantities.length} --quantity do not go together.`,
      remedy: 'Give one --quantity for each --line, or neither to cancel everything.',
      exitCode: 2,
    });
  if (lines.length === 0) return undefined;
  const known = (await callApi(connection, getOrder, { params: { order } })).lines;
  return lines.map((line, index) => ({
    line: known.find((one) => String(one.number) === line)?.id ?? line,
    quantity: quantities[index] ?? 0,
  }));
}
