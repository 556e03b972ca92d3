// doorstep reconciliation: where providers and the ledger say different things, and what was paid out.

import type { BodyOf, QueryOf } from '@doorstep/contract/operation.ts';
import * as contract from '@doorstep/contract/reconciliation.ts';
import type { Command } from 'commander';
import { answer, answerList } from '../answer.ts';
import { given, type JsonOption, type ListOptions, listVerb, verb } from '../options.ts';
import { colors, moment, sayTable } from '../print.ts';
import { payoutCommands } from './payout-commands.ts';
import { amountIn, sayDifference } from './say-difference.ts';
import { sendReport } from './send-report.ts';

interface Options extends ListOptions {
  readonly status?: QueryOf<typeof contract.listDifferences>['status'];
  readonly cause?: QueryOf<typeof contract.listDifferences>['cause'];
  readonly connection?: string;
}

interface ResolveOptions extends JsonOption {
  readonly how: BodyOf<typeof contract.resolveDifference>['how'];
  readonly note?: string;
  readonly payment?: string;
}

export function reconciliationCommands(reconciliation: Command): void {
  listVerb(reconciliation, 'list differences between providers and the ledger, newest first')
    .option('--status <status>', 'open or resolved')
    .option('--cause <cause>', 'e.g. missing-in-ledger, amount-differs')
    .option('--connection <connection>', 'of this account at a provider')
    .action(async ({ limit, json, ...query }: Options) =>
      answerList(
        contract.listDifferences,
        { query },
        { limit, json },
        'Nothing differs.',
        (items) =>
          sayTable(
            ['cause', 'kind', 'order', 'when', 'id', 'ledger', 'provider'],
            items.map((one) => [
              one.cause,
              one.kind,
              one.orderNumber,
              moment(one.occurredAt),
              colors.dim(one.id),
              amountIn(one.ledger),
              amountIn(one.providerSays),
            ]),
            { numbersFrom: 5 },
          ),
      ),
    );
  verb(reconciliation, 'show <difference>', 'one difference, and what can be done').action(
    async (difference: string, { json }: JsonOption) =>
      answer(contract.getDifference, { params: { difference } }, { json }, sayDifference),
  );
  verb(reconciliation, 'resolve <difference>', 'do something about a difference')
    .requiredOption('--how <how>', 'record-fact, fetch-again, explain or raise-exception')
    .option('--note <text>', 'why it is right so')
    .option('--payment <payment>', 'that the fact is of, where the provider does not say')
    .action(async (difference: string, { how, note, payment, json }: ResolveOptions) => {
      const body = { how, ...given({ note, payment }) };
      const input = { params: { difference }, body };
      await answer(contract.resolveDifference, input, { json }, sayDifference);
    });
  verb(reconciliation, 'send <connection> <file>', 'match a report file of a provider (CSV)')
    .option('--from <moment>', 'the file is complete from here on')
    .option('--to <moment>', 'and up to here')
    .addHelpText('after', '\nThe same file again changes nothing.')
    .action(sendReport);
  payoutCommands(reconciliation);
}
