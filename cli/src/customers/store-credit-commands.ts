// doorstep customers store-credit, give-credit and take-credit: what the shop owes a customer.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import {
  adjustStoreCredit,
  getStoreCredit,
  type StoreCreditAnswer,
} from '@doorstep/contract/store-credit.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { readConnection } from '../config.ts';
import { currencyCode, given, type JsonOption, laterTime, verb } from '../options.ts';
import { amountOf } from '../payments/amount.ts';
import { moment, money, say, sayTable } from '../print.ts';
import { findCustomer } from './find-customer.ts';

interface Options extends JsonOption {
  readonly currency: string;
  readonly reason: string;
  readonly note?: string;
  readonly expires?: string;
}

export function storeCreditCommands(customers: Command): void {
  verb(customers, 'store-credit <customer>', 'what the shop owes a customer').action(
    async (named: string, { json }: JsonOption) => {
      const { id } = await findCustomer(await readConnection(), named);
      await answer(getStoreCredit, { params: { customer: id } }, { json }, sayStoreCredit);
    },
  );
  adjusting(customers, 'give-credit', 'give a customer store credit', 1).option(
    '--expires <time>',
    'until when it may be spent, e.g. 365d',
    laterTime,
  );
  adjusting(customers, 'take-credit', 'take store credit back that no order was promised', -1);
}

function adjusting(customers: Command, name: string, does: string, sign: 1 | -1): Command {
  return verb(customers, `${name} <customer> <amount>`, does)
    .requiredOption('--currency <code>', 'e.g. EUR', currencyCode)
    .requiredOption('--reason <reason>', 'one of the reasons for refunds, e.g. goodwill')
    .option('--note <text>', 'why, in words')
    .action(async (named: string, text: string, options: Options) => {
      const { currency, reason, note, expires, json } = options;
      const amountMinor = sign * (amountOf(text, currency) ?? 0);
      const { id } = await findCustomer(await readConnection(), named);
      const more = given({ note, expiresAt: expires });
      const body: BodyOf<typeof adjustStoreCredit> = { currency, amountMinor, reason, ...more };
      await answer(adjustStoreCredit, { params: { customer: id }, body }, { json }, sayStoreCredit);
    });
}

function sayStoreCredit({ accounts }: StoreCreditAnswer): void {
  if (accounts.length === 0) {
    say('No store credit.');
    return;
  }
  sayTable(
    ['balance', 'promised', 'available', 'next expiry'],
    accounts.map(({ currency, balanceMinor, heldMinor, availableMinor, nextExpiryAt }) => [
      ...[balanceMinor, heldMinor, availableMinor].map((minor) => money(minor, currency)),
      nextExpiryAt === null ? null : moment(nextExpiryAt),
    ]),
  );
}
