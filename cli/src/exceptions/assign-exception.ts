// doorstep exceptions assign: somebody takes it.

import { assignException } from '@doorstep/contract/exceptions.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { type JsonOption, verb } from '../options.ts';
import { sayException } from './say-exception.ts';

export function assignExceptionCommand(exceptions: Command): void {
  verb(
    exceptions,
    'assign <exception> <user>',
    'give it to a user, by e-mail or id; nobody gives it back',
  ).action(async (exception: string, user: string, { json }: JsonOption) => {
    const body = { owner: user === 'nobody' ? null : user };
    await answer(assignException, { params: { exception }, body }, { json }, sayException);
  });
}
