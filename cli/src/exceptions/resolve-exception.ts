// doorstep exceptions resolve: it is done, or it does not matter.

import { resolveException } from '@doorstep/contract/exceptions.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { given, type JsonOption, verb } from '../options.ts';
import { say } from '../print.ts';

interface Options extends JsonOption {
  readonly dismiss?: boolean;
  readonly note?: string;
}

export function resolveExceptionCommand(exceptions: Command): void {
  verb(exceptions, 'resolve <exception>', 'say that it is done')
    .option('--dismiss', 'that it does not matter: it is raised anew when it is seen again')
    .option('--note <text>', 'what came of it')
    .action(async (exception: string, { json, dismiss, note }: Options) => {
      const resolution = dismiss === true ? ('dismissed' as const) : ('resolved' as const);
      const body = { resolution, ...given({ note }) };
      await answer(resolveException, { params: { exception }, body }, { json }, (closed) =>
        say(`${resolution === 'resolved' ? 'Done' : 'Dismissed'}: ${closed.title}`),
      );
    });
}
