// doorstep stock low: SKUs that run low somewhere, the scarcest first.

import { listStockGrid } from '@doorstep/contract/stock-grid.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { type ListOptions, positiveNumber, verb, wholeNumber } from '../options.ts';
import { say } from '../print.ts';
import { sayLevels } from './say-levels.ts';

interface Options extends ListOptions {
  readonly at: number;
}

export function showLowStockCommand(stock: Command): void {
  verb(stock, 'low', 'SKUs that run low at a location, the scarcest first')
    .option('--at <units>', 'as many available, or fewer', wholeNumber, 0)
    .option('--limit <number>', 'how many SKUs', positiveNumber, 20)
    .action(async ({ at, limit, json }: Options) =>
      answer(listStockGrid, { query: { lowAt: at, limit } }, { json }, ({ items }) => {
        const low = items.flatMap(({ levels }) =>
          levels.filter(({ available }) => available <= at),
        );
        if (items.length === 0) say(`Nothing is down to ${at} available.`);
        else sayLevels(low);
      }),
    );
}
