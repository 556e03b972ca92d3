// doorstep orders hold: a named stop on an order or a line.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import { placeHold } from '@doorstep/contract/order-notes.ts';
import { HOLD_REASONS } from '@doorstep/core/orders/hold.ts';
import { type Command, Option } from 'commander';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { type JsonOption, verb } from '../options.ts';
import { say, sayJson } from '../print.ts';

type Options = JsonOption & Pick<BodyOf<typeof placeHold>, 'reason' | 'handle' | 'line' | 'note'>;

export function holdOrderCommand(orders: Command): void {
  verb(orders, 'hold <order>', 'put an order on hold')
    .addOption(new Option('--reason <reason>', 'why').choices(HOLD_REASONS).makeOptionMandatory())
    .option('--handle <name>', 'your name for this hold')
    .option('--line <id>', 'only this line')
    .option('--note <text>', 'why, in words')
    .action(async (order: string, { json, ...body }: Options) => {
      const hold = await callApi(await readConnection(), placeHold, { params: { order }, body });
      if (json) return sayJson(hold);
      say(`On hold: ${hold.reason}, it blocks ${hold.blocks.join(', ')}`);
      say(`Release it with: doorstep orders release ${order} ${hold.handle}`);
    });
}
