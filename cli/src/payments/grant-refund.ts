// doorstep payments refund: gives the buyer money back.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import { getOrder } from '@doorstep/contract/orders.ts';
import { grantRefund } from '@doorstep/contract/payments.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { given, type JsonOption, verb } from '../options.ts';
import { amountOf } from './amount.ts';
import { sayPayments } from './say-payments.ts';

interface Options extends JsonOption {
  readonly amount: string;
  readonly reason: BodyOf<typeof grantRefund>['reason'];
  readonly note?: string;
}

export function grantRefundCommand(payments: Command): void {
  verb(payments, 'refund <order>', 'grant the buyer money back')
    .requiredOption('--amount <amount>', 'e.g. 12.50')
    .requiredOption('--reason <reason>', 'goodwill, lost or other')
    .option('--note <text>', 'why, in words')
    .action(async (order: string, { json, amount, reason, note }: Options) => {
      const connection = await readConnection();
      const { currency } = await callApi(connection, getOrder, { params: { order } });
      const amountMinor = amountOf(amount, currency) ?? 0;
      const body = { amountMinor, reason, ...given({ note }) };
      await answer(grantRefund, { params: { order }, body }, { json }, (told) =>
        sayPayments(order, told),
      );
    });
}
