// doorstep fulfillment board: how much stands where at a location.

import { getFulfillmentBoard } from '@doorstep/contract/fulfillment-board.ts';
import type { AnswerOf } from '@doorstep/contract/operation.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { earlierTime, type JsonOption, verb } from '../options.ts';
import { colors, hint, moment, say, sayTable } from '../print.ts';

interface Options extends JsonOption {
  readonly carrier?: string;
  readonly service?: string;
  readonly sku?: string;
  readonly releasedBefore?: string;
}

export function showBoardCommand(fulfillment: Command): void {
  verb(fulfillment, 'board <location>', 'how much stands in each column of a location')
    .option('--carrier <carrier>', 'with a parcel for this carrier')
    .option('--service <name>', 'that travels so')
    .option('--sku <code>', 'with this SKU in it')
    .option('--released-before <time>', 'e.g. 2h, for two hours ago, or a time', earlierTime)
    .action(async (location: string, { json, ...query }: Options) =>
      answer(getFulfillmentBoard, { params: { location }, query }, { json }, sayBoard),
    );
}

function sayBoard(board: AnswerOf<typeof getFulfillmentBoard>): void {
  const { location, name, cutOffAt, columns, isExact, countMax, lookedAtMax } = board;
  const next = cutOffAt === null ? '' : `  next cut-off ${moment(cutOffAt)} UTC`;
  say(`${colors.bold(location)}  ${name}${next}`);
  sayTable(
    ['column', 'works', 'waits since', 'due'],
    columns.map(({ column, count, oldestAt, nextDueAt }) => [
      column === 'late' && count > 0 ? colors.red(column) : column,
      count >= countMax ? `${count}+` : count,
      oldestAt === null ? null : moment(oldestAt),
      nextDueAt === null ? null : moment(nextDueAt),
    ]),
  );
  if (!isExact) hint(`At least so many: ${lookedAtMax} of each column were looked at.`);
}
