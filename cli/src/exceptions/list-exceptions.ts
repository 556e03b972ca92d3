// doorstep exceptions list: what a person must look at, the most urgent first.

import { type ExceptionAnswer, listExceptions } from '@doorstep/contract/exceptions.ts';
import type { Command } from 'commander';
import { answerList } from '../answer.ts';
import { type ListOptions, listVerb } from '../options.ts';
import { colors, moment, sayTable, status } from '../print.ts';

interface Options extends ListOptions {
  readonly status?: string;
  readonly type?: string;
  readonly severity?: string;
  readonly owner?: string;
  readonly order?: string;
  readonly location?: string;
  readonly overdue?: boolean;
  readonly sort?: string;
}

export function listExceptionsCommand(exceptions: Command): void {
  listVerb(exceptions, 'list open exceptions, the most urgent first')
    .option('--status <status>', 'open, snoozed or closed')
    .option('--type <type>', 'e.g. stock-below-promised')
    .option('--severity <severity>', 'critical, high, medium or low')
    .option('--owner <user>', 'me, none, or the id of a user')
    .option('--order <order>', 'of this order, closed ones too')
    .option('--location <code>', 'at this location')
    .option('--overdue', 'past their deadline')
    .option('--sort <order>', 'urgency, deadline or newest')
    .action(async ({ json, limit, ...query }: Options) =>
      answerList(listExceptions, { query }, { limit, json }, 'Nothing needs a person.', (items) =>
        sayTable(
          ['severity', 'due', 'what', 'about', 'owner', 'id'],
          items.map((one) => [
            status(one.severity),
            due(one),
            one.title,
            one.subject === '' ? null : one.subject,
            one.owner?.name ?? null,
            colors.dim(one.id),
          ]),
        ),
      ),
    );
}

function due(one: ExceptionAnswer): string {
  if (one.status !== 'open') return status(one.status);
  return one.overdue ? colors.red(moment(one.deadline)) : moment(one.deadline);
}
