// doorstep returns show: one return.

import { getReturn } from '@doorstep/contract/returns.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { type JsonOption, verb } from '../options.ts';
import { sayReturn } from './say-return.ts';

export function showReturnCommand(returns: Command): void {
  verb(returns, 'show <return>', 'one return: what was asked for, what came').action(
    async (id: string, { json }: JsonOption) =>
      answer(getReturn, { params: { return: id } }, { json }, sayReturn),
  );
}
