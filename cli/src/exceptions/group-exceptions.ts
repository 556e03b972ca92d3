// doorstep exceptions groups and threshold: how many of each type, how old, and how bad that is.

import {
  type ExceptionGroup,
  groupExceptions,
  setExceptionThreshold,
} from '@doorstep/contract/exception-groups.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { type JsonOption, positiveNumber, verb } from '../options.ts';
import { colors, moment, say, sayTable } from '../print.ts';

const COLORS = { green: colors.green, orange: colors.yellow, red: colors.red } as const;

export function groupExceptionsCommand(exceptions: Command): void {
  verb(exceptions, 'groups', 'by type: how many are open, how old, how bad')
    .option('--all', 'types without an open one, too')
    .action(async ({ json, all }: JsonOption & { readonly all?: boolean }) =>
      answer(
        groupExceptions,
        { query: all === true ? { all } : {} },
        { json },
        ({ groups, countMax }) => sayGroups(groups, countMax),
      ),
    );
  verb(exceptions, 'threshold <type>', 'say from how many open ones on it is bad')
    .argument('<orange>', 'orange from so many on', positiveNumber)
    .argument('<red>', 'red from so many on', positiveNumber)
    .action(async (type: string, orange: number, red: number, { json }: JsonOption) =>
      answer(setExceptionThreshold, { params: { type }, body: { orange, red } }, { json }, () =>
        say(`${type} is orange from ${orange} on, red from ${red} on`),
      ),
    );
}

function sayGroups(groups: readonly ExceptionGroup[], countMax: number): void {
  if (groups.length === 0) {
    say('Nothing needs a person.');
    return;
  }
  const count = (units: number) => (units >= countMax ? `${units}+` : String(units));
  sayTable(
    ['open', 'overdue', 'put aside', 'oldest', 'what', 'type'],
    groups.map((one) => [
      COLORS[one.level](count(one.open)),
      count(one.overdue),
      count(one.snoozed),
      one.oldestAt === null ? null : moment(one.oldestAt),
      one.title,
      one.type,
    ]),
  );
}
