// doorstep exceptions show: what is wrong, and what would mend it.

import { getException } from '@doorstep/contract/exceptions.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { type JsonOption, verb } from '../options.ts';
import { sayException } from './say-exception.ts';

export function showExceptionCommand(exceptions: Command): void {
  verb(exceptions, 'show <exception>', 'what is wrong, and what would mend it').action(
    async (exception: string, { json }: JsonOption) =>
      answer(getException, { params: { exception } }, { json }, sayException),
  );
}
