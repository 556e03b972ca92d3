// doorstep exceptions snooze and wake: out of the way for a while.

import { snoozeException } from '@doorstep/contract/exceptions.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { type JsonOption, laterTime, verb } from '../options.ts';
import { sayException } from './say-exception.ts';

export function snoozeExceptionCommands(exceptions: Command): void {
  verb(exceptions, 'snooze <exception>', 'put it aside for a while')
    .argument('<until>', '30m, 2h, 3d, or a time', laterTime)
    .action(async (exception: string, until: string, { json }: JsonOption) =>
      answer(snoozeException, { params: { exception }, body: { until } }, { json }, sayException),
    );
  verb(exceptions, 'wake <exception>', 'take it up again now').action(
    async (exception: string, { json }: JsonOption) =>
      answer(
        snoozeException,
        { params: { exception }, body: { until: null } },
        { json },
        sayException,
      ),
  );
}
