// doorstep risk: orders that may be fraud, and the rules that say so.

import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import { decideReview, getOrderRisk, listReviews } from '@doorstep/contract/risk.ts';
import type { Command } from 'commander';
import { answer, answerList } from '../answer.ts';
import { given, type JsonOption, type ListOptions, listVerb, verb } from '../options.ts';
import { colors, counted, moment, money, say, sayTable } from '../print.ts';
import { ruleCommands } from './rule-commands.ts';

interface Options extends ListOptions {
  readonly state?: QueryOf<typeof listReviews>['state'];
}

export function riskCommands(risk: Command): void {
  listVerb(risk, 'list orders that wait for a decision, the oldest first')
    .option('--state <state>', 'review, waiting, clear, approved or declined')
    .action(async ({ state, ...options }: Options) =>
      answerList(listReviews, { query: given({ state }) }, options, 'Nothing to review.', (items) =>
        sayTable(
          ['order', 'points', 'why', 'placed', 'total'],
          items.map((one) => [
            one.number,
            one.score,
            one.reasons.map(({ kind }) => kind).join(', ') || null,
            moment(one.placedAt),
            money(one.totalMinor, one.currency),
          ]),
          { numbersFrom: 4 },
        ),
      ),
    );
  verb(risk, 'show <order>', 'how risky an order is, and why').action(
    async (order: string, { json }: JsonOption) =>
      answer(getOrderRisk, { params: { order } }, { json }, sayRisk),
  );
  for (const [decision, description] of [
    ['approve', 'let an order go on'],
    ['decline', 'cancel an order and give its money back'],
  ] as const)
    verb(risk, `${decision} <order>`, description)
      .requiredOption('--note <text>', 'why')
      .action(async (order: string, { note, json }: JsonOption & { note: string }) =>
        answer(decideReview, { params: { order }, body: { decision, note } }, { json }, sayRisk),
      );
  ruleCommands(risk);
}

function sayRisk(risk: AnswerOf<typeof getOrderRisk>): void {
  const { state, score, reasons, signals, decidedBy, note, names } = risk;
  say(`${colors.bold(state ?? 'no rules applied')}  ${counted(score, 'point')}`);
  for (const reason of reasons) {
    const facts = Object.entries(reason.facts).map(([name, value]) => `${name} ${value}`);
    say(`  ${reason.score}  ${reason.kind}  ${colors.dim(facts.join(', '))}`);
  }
  for (const { source, level, score: said, detail } of signals)
    say(
      `${source}: ${level}${said === null ? '' : `, ${said} of 100`}${detail ? `, ${detail}` : ''}`,
    );
  if (decidedBy !== null) say(`By ${names[decidedBy] ?? decidedBy}: ${note}`);
}
