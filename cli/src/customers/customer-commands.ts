// doorstep customers: who buys, two who are one person, what they may owe, and are owed.

import { listCustomers } from '@doorstep/contract/customers.ts';
import type { Command } from 'commander';
import { answerList } from '../answer.ts';
import { given, type ListOptions, listVerb } from '../options.ts';
import { colors, moment, sayTable } from '../print.ts';
import { creditCommands } from './credit-commands.ts';
import { mergeCustomersCommand } from './merge-customers.ts';
import { storeCreditCommands } from './store-credit-commands.ts';

interface Options extends ListOptions {
  readonly search?: string;
}

export function customerCommands(customers: Command): void {
  listVerb(customers, 'list customers, newest first, or search')
    .option('--search <words>', 'beginnings of name, e-mail, phone or external id')
    .action(async ({ search, ...options }: Options) =>
      answerList(listCustomers, { query: given({ search }) }, options, 'No customers.', (items) =>
        sayTable(
          ['name', 'e-mail', 'since', 'state', 'id'],
          items.map((one) => [
            one.name,
            one.email,
            moment(one.createdAt),
            one.erasedAt !== null ? 'erased' : one.mergedInto !== null ? 'merged' : '',
            colors.dim(one.id),
          ]),
        ),
      ),
    );
  mergeCustomersCommand(customers);
  creditCommands(customers);
  storeCreditCommands(customers);
}
