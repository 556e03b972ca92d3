// doorstep orders hold: a named stop on an order or a line.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import { placeHold } from '@doorstep/contract/order-notes.ts';
import { HOLD_REASONS } from '@doorstep/core/settings/reason.ts';
import { type Command, Option } from 'commander';
import { answer } from '../answer.ts';
import { given, type JsonOption, laterTime, verb } from '../options.ts';
import { hint, say } from '../print.ts';

type Body = BodyOf<typeof placeHold>;

interface Options extends JsonOption, Pick<Body, 'reason' | 'handle' | 'line' | 'note'> {
  readonly until?: string;
}

export function holdOrderCommand(orders: Command): void {
  verb(orders, 'hold <order>', 'put an order on hold')
    .addOption(
      new Option(
        '--reason <reason>',
        `why: ${HOLD_REASONS.join(', ')}, or your own`,
      ).makeOptionMandatory(),
    )
    .option('--handle <name>', 'your name for this hold')
    .option('--line <id>', 'only this line')
    .option('--until <time>', 'it ends by itself, e.g. in 2h or 3d', laterTime)
    .option('--note <text>', 'why, in words')
    .action(async (order: string, { json, until, ...rest }: Options) => {
      const body = { ...rest, ...given({ expiresAt: until }) };
      await answer(placeHold, { params: { order }, body }, { json }, (hold) => {
        say(`On hold: ${hold.reason}, it blocks ${hold.blocks.join(', ')}`);
        hint(`Take it off: doorstep orders unhold ${order} ${hold.handle}`);
      });
    });
}
