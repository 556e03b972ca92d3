// doorstep orders bulk: one action on all orders that match, seen before it is done.

import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BulkAction,
  type BulkActionAnswer,
  createBulkAction,
  getBulkAction,
  startBulkAction,
} from '@doorstep/contract/bulk-actions.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import { Argument, type Command, Option } from 'commander';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { given, type JsonOption, verb } from '../options.ts';
import { hint, say, sayJson, sayTable } from '../print.ts';
import { orderFilters } from './order-filters.ts';

const KINDS = ['tag', 'untag', 'hold', 'release-hold', 'cancel', 'release'] as const;
const ASK_EVERY_MS = 300;

type Body = BodyOf<typeof createBulkAction>;

interface Options extends JsonOption {
  readonly set?: string;
  readonly reason?: string;
  readonly note?: string;
  readonly yes?: boolean;
}

export function bulkOrdersCommand(orders: Command): void {
  const command = verb(orders, 'bulk', 'do something to all orders that match')
    .addArgument(new Argument('<action>', 'what to do').choices(KINDS))
    .addHelpText('after', '\nNothing is changed without --yes.')
    .option('--set <tag>', 'the tag to put on, or to take off')
    .addOption(new Option('--reason <reason>', 'of a hold or a cancellation'))
    .option('--note <text>', 'why, in words')
    .option('--yes', 'do it, and wait until it is done');
  orderFilters(command).action(
    async (kind: string, { json, set, reason, note, yes, ...filters }: Options) => {
      const action = given({ kind, tag: set, reason, note }) as BulkAction;
      const connection = await readConnection();
      const body: Body = { action, filters: given(filters) };
      const { skips, ...made } = await callApi(connection, createBulkAction, { body });
      if (yes !== true) {
        if (json) return sayJson({ ...made, skips });
        say(`${made.orders} orders match, ${made.eligible} of them would change.`);
        if (skips.length > 0)
          sayTable(
            ['left alone', 'orders'],
            skips.map((skip) => [skip.reason, skip.orders]),
          );
        return hint('Do it: the same with --yes');
      }
      const params = { bulk: made.id };
      let told: BulkActionAnswer = await callApi(connection, startBulkAction, { params });
      while (told.state === 'running') {
        await sleep(ASK_EVERY_MS);
        told = await callApi(connection, getBulkAction, { params });
      }
      if (told.failed > 0) process.exitCode = 1;
      if (json) return sayJson(told);
      say(`${told.done} done, ${told.skipped} left alone, ${told.failed} failed.`);
    },
  );
}
