// doorstep customers credit and set-credit: what a customer may owe, and owes.

import {
  type CustomerCreditAnswer,
  getCustomerCredit,
  setCustomerCredit,
} from '@doorstep/contract/payment-terms.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { CommandError } from '../command-error.ts';
import { readConnection } from '../config.ts';
import { currencyCode, given, type JsonOption, verb, wholeNumber } from '../options.ts';
import { colors, minorUnits, money, say, sayTable, status } from '../print.ts';
import { findCustomer } from './find-customer.ts';

interface Options extends JsonOption {
  readonly currency: string;
  readonly netDays?: number;
}

export function creditCommands(customers: Command): void {
  verb(customers, 'credit <customer>', 'what a customer may owe, and owes').action(
    async (named: string, { json }: JsonOption) => {
      const { id } = await findCustomer(await readConnection(), named);
      await answer(getCustomerCredit, { params: { customer: id } }, { json }, sayCredit);
    },
  );
  verb(customers, 'set-credit <customer> <amount>', 'how much a customer may owe; 0: nothing')
    .requiredOption('--currency <code>', 'e.g. EUR', currencyCode)
    .option('--net-days <days>', 'from the invoice to the payment', wholeNumber)
    .action(async (named: string, amount: string, { currency, netDays, json }: Options) => {
      const limitMinor = minorUnits(amount, currency);
      if (limitMinor === undefined)
        throw new CommandError({
          what: `${amount} is no amount of ${currency}.`,
          remedy: 'Write it like 2500 or 2500.00.',
          exitCode: 2,
        });
      const { id } = await findCustomer(await readConnection(), named);
      const params = { customer: id, currency };
      const body = { limitMinor, ...given({ netDays }) };
      await answer(setCustomerCredit, { params, body }, { json }, sayCredit);
    });
}

function sayCredit({ credits, open }: CustomerCreditAnswer): void {
  if (credits.length === 0) say('No credit: each order on an invoice waits for approval.');
  for (const { currency, limitMinor, owedMinor, netDays } of credits)
    say(
      `${money(owedMinor, currency)} of ${money(limitMinor, currency)} used, net ${netDays} days`,
    );
  if (open.length === 0) return;
  sayTable(
    ['order', 'invoice', 'state', 'due', 'owed'],
    open.map((one) => [
      one.number,
      one.invoiceNumber,
      one.overdue ? colors.red('overdue') : status(one.state),
      one.dueAt === null ? null : one.dueAt.slice(0, 10),
      money(one.owedMinor, one.currency),
    ]),
    { numbersFrom: 4 },
  );
}
