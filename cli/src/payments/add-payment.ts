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
  readonly currency?: string;
  readonly worth?: string;
  readonly token?: string;
}

export function addPaymentCommand(payments: Command): void {
  verb(payments, 'add <order>', 'let the buyer pay, or pay another way')
    .option('--provider <name>', 'who moves the money', 'manual')
    .option('--amount <amount>', 'e.g. 12.50; without it, all that is missing')
    .option('--currency <currency>', 'of the amount, where it is not that of the order')
    .option('--worth <amount>', 'what it is worth in the currency of the order')
    .option('--token <token>', "the provider's name for the buyer's means of payment")
    .action(async (order: string, { json, provider, token, ...stated }: Options) => {
      const body = { provider, ...(await statedAmounts(order, stated)), ...given({ token }) };
      await answer(addPayment, { params: { order }, body }, { json }, (told) =>
        sayPayments(order, told),
      );
    });
}

type Stated = Pick<Options, 'amount' | 'currency' | 'worth'>;

/** The order is only asked for its currency where an amount is in it. */
async function statedAmounts(order: string, { amount, currency, worth }: Stated) {
  if (amount === undefined && worth === undefined) return given({ currency });
  const connection = await readConnection();
  const orderCurrency = (await callApi(connection, getOrder, { params: { order } })).currency;
  const orderAmountMinor = amountOf(worth, orderCurrency);
  return given({
    amountMinor: amountOf(amount, currency ?? orderCurrency),
    currency,
    conversion: orderAmountMinor === undefined ? undefined : { orderAmountMinor },
  });
}
