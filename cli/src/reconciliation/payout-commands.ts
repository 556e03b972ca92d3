// doorstep reconciliation payouts and payout: what providers paid to the bank, and what it is made of.

import { listPayoutLines, listPayouts } from '@doorstep/contract/reconciliation.ts';
import type { Command } from 'commander';
import { answerList } from '../answer.ts';
import { given, type ListOptions, positiveNumber, verb } from '../options.ts';
import { colors, moment, money, sayTable, status } from '../print.ts';

interface Options extends ListOptions {
  readonly connection?: string;
}

const LIMIT = 20;

export function payoutCommands(reconciliation: Command): void {
  verb(reconciliation, 'payouts', 'list what providers paid to the bank, newest first')
    .option('--connection <connection>', 'of this account at a provider')
    .option('--limit <number>', 'how many', positiveNumber, LIMIT)
    .action(async ({ connection, ...options }: Options) =>
      answerList(listPayouts, { query: given({ connection }) }, options, 'No payouts.', (items) =>
        sayTable(
          ['reference', 'status', 'arrives', 'matched', 'id', 'amount'],
          items.map((one) => [
            one.reference,
            status(one.status),
            one.arrivesAt === null ? null : moment(one.arrivesAt),
            one.lines === null ? null : `${one.lines.matched} of ${one.lines.expected}`,
            colors.dim(one.id),
            money(one.amountMinor, one.currency),
          ]),
          { numbersFrom: 5 },
        ),
      ),
    );
  verb(reconciliation, 'payout <payout>', 'list what a payout is made of')
    .option('--limit <number>', 'how many', positiveNumber, LIMIT)
    .action(async (payout: string, options: ListOptions) =>
      answerList(
        listPayoutLines,
        { params: { payout } },
        options,
        'The provider does not tell what it is made of.',
        (items) =>
          sayTable(
            ['reference', 'kind', 'when', 'in the ledger', 'amount', 'fee'],
            items.map((one) => [
              one.reference,
              one.kind,
              moment(one.occurredAt),
              one.ledgerEntry === null ? null : 'yes',
              money(one.amountMinor, one.currency),
              one.feeMinor === null ? null : money(one.feeMinor, one.currency),
            ]),
            { numbersFrom: 4 },
          ),
      ),
    );
}
