// doorstep payments done: what was to be done by hand is done, or cannot be done.

import { recordIntentResult } from '@doorstep/contract/payments.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { CommandError } from '../command-error.ts';
import { type JsonOption, verb } from '../options.ts';
import { sayPayment } from './say-payments.ts';

interface Options extends JsonOption {
  readonly reference?: string;
  readonly declined?: string;
}

export function recordResultCommand(payments: Command): void {
  verb(payments, 'done <intent>', 'record what became of what was to be done by hand')
    .option('--reference <text>', 'it was done: what the bank or the provider calls it')
    .option('--declined <code>', 'it cannot be done: why, in a word')
    .action(async (intent: string, { json, reference, declined }: Options) => {
      const body = resultOf(reference, declined);
      await answer(recordIntentResult, { params: { intent }, body }, { json }, sayPayment);
    });
}

function resultOf(reference: string | undefined, declined: string | undefined) {
  if (reference !== undefined && declined === undefined)
    return { outcome: 'succeeded' as const, reference };
  if (declined !== undefined && reference === undefined)
    return { outcome: 'declined' as const, code: declined };
  throw new CommandError({
    what: 'Say either --reference or --declined.',
    remedy: 'With --reference it was done, with --declined it cannot be.',
    exitCode: 2,
  });
}
