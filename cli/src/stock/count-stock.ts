// doorstep stock count: what was counted is what is there.

import { countStock } from '@doorstep/contract/stock-documents.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { type JsonOption, verb, wholeNumber } from '../options.ts';
import { sayJson } from '../print.ts';
import { sayLevels } from './say-levels.ts';

interface Options extends JsonOption {
  readonly location: string;
  readonly sku: string;
  readonly quantity: number;
}

export function countStockCommand(stock: Command): void {
  verb(stock, 'count', 'record how many units of a SKU were counted')
    .requiredOption('--location <code>', 'where')
    .requiredOption('--sku <code>', 'of what')
    .requiredOption('--quantity <units>', 'how many are there', wholeNumber)
    .action(async ({ location, sku, quantity, json }: Options) => {
      const body = { location, lines: [{ sku, counted: quantity }] };
      const document = await callApi(await readConnection(), countStock, { body });
      if (json) return sayJson(document);
      sayLevels(document.levels);
    });
}
