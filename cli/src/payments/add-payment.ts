// doorstep payments add: lets the buyer pay, or pay another way.

import { getOrder } from '@doorstep/contract/orders.ts';
import { addPayment } from '@doorstep/contract/payments.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { given, type JsonOption, verb } from '../options.ts';
import { amountOf } from './amount.ts';
import { sayPayments } from './say-payments.ts';

interface Options extends JsonOption {
  readonly provider: string;
  readonly amount?: string;
  readonly token?: string;
}

export function addPaymentCommand(payments: Command): void {
  verb(payments, 'add <order>', 'let the buyer pay, or pay another way')
    .option('--provider <name>', 'who moves the money', 'manual')
    .option('--amount <amount>', 'e.g. 12.50; without it, all that is missing')
    .option('--token <token>', "the provider's name for the buyer's means of payment")
    .action(async (order: string, { json, provider, amount, token }: Options) => {
      const amountMinor =
        amount === undefined
          ? undefined
          : amountOf(
              amount,
              (await callApi(await readConnection(), getOrder, { params: { order } })).currency,
            );
      const body = { provider, ...given({ amountMinor, token }) };
      await answer(addPayment, { params: { order }, body }, { json }, (told) =>
        sayPayments(order, told),
      );
    });
}
