// doorstep stock levels: what is where.

import { listStockLevels } from '@doorstep/contract/inventory.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { type JsonOption, positiveNumber, verb } from '../options.ts';
import { readPages } from '../pages.ts';
import { colors, say, sayJson } from '../print.ts';
import { sayLevels } from './say-levels.ts';

interface Options extends JsonOption {
  readonly sku?: string;
  readonly location?: string;
  readonly limit: number;
}

export function showLevelsCommand(stock: Command): void {
  verb(stock, 'levels', 'stock levels, by SKU or location')
    .option('--sku <code>', 'of this SKU')
    .option('--location <code>', 'at this location')
    .option('--limit <number>', 'how many', positiveNumber, 50)
    .action(async ({ json, limit, ...filters }: Options) => {
      const connection = await readConnection();
      const found = await readPages(limit, (size, cursor) =>
        callApi(connection, listStockLevels, {
          query: { ...filters, limit: size, ...(cursor === undefined ? {} : { cursor }) },
        }),
      );
      if (json) return sayJson(found);
      sayLevels(found.items);
      if (found.nextCursor !== null) say(colors.dim(`There are more: --limit ${limit * 2}`));
    });
}
