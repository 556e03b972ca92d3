// doorstep payments retry: asks the provider again for what it refused or does not answer.

import { retryPayment } from '@doorstep/contract/payments.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { readConnection } from '../config.ts';
import { type JsonOption, verb } from '../options.ts';
import { hint } from '../print.ts';
import { findPayment } from './find-payment.ts';
import { sayPayment } from './say-payments.ts';

interface Options extends JsonOption {
  readonly payment?: string;
}

export function retryPaymentCommand(payments: Command): void {
  verb(payments, 'retry <order>', 'ask the provider again: what it refused, or does not answer')
    .option('--payment <number>', 'which payment of the order, where it has several')
    .action(async (order: string, { json, payment: named }: Options) => {
      const payment = await findPayment(
        await readConnection(),
        order,
        named,
        (one) => one.blocked.length > 0,
      );
      await answer(retryPayment, { params: { payment: payment.id } }, { json }, (told) => {
        sayPayment(told);
        hint(`See what came of it: doorstep payments show ${order}`);
      });
    });
}
