// doorstep returns list: what comes back, the newest first.

import { listReturns } from '@doorstep/contract/returns.ts';
import type { Command } from 'commander';
import { answerList } from '../answer.ts';
import { type ListOptions, listVerb } from '../options.ts';
import { colors, moment, money, sayTable, status } from '../print.ts';

interface Options extends ListOptions {
  readonly status?: string;
  readonly order?: string;
  readonly location?: string;
}

export function listReturnsCommand(returns: Command): void {
  listVerb(returns, 'list returns, newest first')
    .option('--status <status>', 'requested, partially-received, received or canceled')
    .option('--order <order>', 'of this order')
    .option('--location <code>', 'at this location')
    .action(async ({ json, limit, ...query }: Options) =>
      answerList(listReturns, { query }, { limit, json }, 'No returns.', (items) =>
        sayTable(
          ['number', 'asked', 'status', 'asked for', 'received', 'granted', 'id'],
          items.map((one) => [
            one.number,
            moment(one.createdAt),
            status(one.status),
            one.requested,
            one.received,
            one.currency === null ? null : money(one.grantedMinor, one.currency),
            colors.dim(one.id),
          ]),
        ),
      ),
    );
}
