// doorstep payments receipt: money came, by bank transfer, in cash, or elsewhere.

import { recordReceipt } from '@doorstep/contract/payments.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { readConnection } from '../config.ts';
import { given, type JsonOption, verb } from '../options.ts';
import { hint } from '../print.ts';
import { amountOf } from './amount.ts';
import { findPayment } from './find-payment.ts';
import { isMissing, sayPayment } from './say-payments.ts';

interface Options extends JsonOption {
  readonly reference: string;
  readonly amount?: string;
  readonly payment?: string;
}

export function recordReceiptCommand(payments: Command): void {
  verb(payments, 'receipt <order>', 'record that money came')
    .requiredOption('--reference <text>', 'what the bank or the provider calls it')
    .option('--amount <amount>', 'e.g. 12.50; without it, all that is missing')
    .option('--payment <number>', 'which payment of the order, where it has several')
    .action(async (order: string, { json, reference, amount, payment: named }: Options) => {
      const payment = await findPayment(await readConnection(), order, named, isMissing);
      const body = {
        reference,
        ...given({ amountMinor: amountOf(amount, payment.currency) }),
      };
      await answer(recordReceipt, { params: { payment: payment.id }, body }, { json }, (told) => {
        sayPayment(told);
        hint(`Release the order: doorstep orders release ${order}`);
      });
    });
}
