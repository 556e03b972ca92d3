// doorstep exceptions summary: how many are open.

import { summarizeExceptions } from '@doorstep/contract/exceptions.ts';
import type { AnswerOf } from '@doorstep/contract/operation.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { type JsonOption, verb } from '../options.ts';
import { say, sayTable, status } from '../print.ts';

export function summarizeExceptionsCommand(exceptions: Command): void {
  verb(exceptions, 'summary', 'how many are open, by type').action(async ({ json }: JsonOption) =>
    answer(summarizeExceptions, {}, { json }, saySummary),
  );
}

function saySummary(summary: AnswerOf<typeof summarizeExceptions>): void {
  const count = (units: number) => (units >= summary.countMax ? `${units}+` : String(units));
  say(
    `${count(summary.open)} open, ${count(summary.overdue)} overdue, ` +
      `${count(summary.snoozed)} put aside`,
  );
  if (summary.byType.length === 0) return;
  say();
  sayTable(
    ['severity', 'what', 'type', 'open'],
    summary.byType.map((one) => [status(one.severity), one.title, one.type, count(one.open)]),
  );
}
