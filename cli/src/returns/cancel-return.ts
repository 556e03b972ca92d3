// doorstep returns cancel: it will not come.

import { cancelReturn } from '@doorstep/contract/returns.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { given, type JsonOption, verb } from '../options.ts';
import { say } from '../print.ts';

interface Options extends JsonOption {
  readonly reason?: string;
}

export function cancelReturnCommand(returns: Command): void {
  verb(returns, 'cancel <return>', 'call a return off, as long as nothing came')
    .option('--reason <text>', 'why, in words')
    .action(async (id: string, { json, reason }: Options) =>
      answer(
        cancelReturn,
        { params: { return: id }, body: given({ reason }) },
        { json },
        ({ number }) => say(`Return ${number} is called off`),
      ),
    );
}
