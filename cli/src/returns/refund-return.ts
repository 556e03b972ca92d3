// doorstep returns refund: the price of what came back.

import { getReturn, refundReturn } from '@doorstep/contract/returns.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { type LineOptions, lineOptions, linesAsked, unitsOf } from '../lines.ts';
import { given, type JsonOption, verb } from '../options.ts';
import { amountOf } from '../payments/amount.ts';
import { sayReturn } from './say-return.ts';

interface Options extends JsonOption, LineOptions {
  readonly amount?: string;
  readonly shipping?: boolean;
  readonly note?: string;
}

export function refundReturnCommand(returns: Command): void {
  const refund = verb(returns, 'refund <return>', 'refund what came back; all of it')
    .option('--amount <amount>', 'instead of what was paid for it, e.g. 12.50')
    .option('--shipping', 'shipping too, once nothing is left with the buyer')
    .option('--note <text>', 'why, in words');
  lineOptions(refund, 'only this line, or so many units of it').action(
    async (id: string, { json, amount, shipping, note, ...asked }: Options) => {
      const params = { return: id };
      const known = await callApi(await readConnection(), getReturn, { params });
      const lines = linesAsked(
        asked,
        unitsOf(known.lines, (line) => line.received - line.refunded),
      );
      const amountMinor = amountOf(amount, known.currency ?? 'XXX');
      const body = given({ lines, amountMinor, includeShipping: shipping, note });
      await answer(refundReturn, { params, body }, { json }, sayReturn);
    },
  );
}
