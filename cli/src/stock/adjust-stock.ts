// doorstep stock adjust: more or fewer units, with a reason.

import { adjustStock } from '@doorstep/contract/stock-documents.ts';
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
  readonly reason: string;
}

export function adjustStockCommand(stock: Command): void {
  verb(stock, 'adjust', 'add units of a SKU, or take some away')
    .requiredOption('--location <code>', 'where')
    .requiredOption('--sku <code>', 'of what')
    .requiredOption('--quantity <units>', 'how many; -1 takes one away', wholeNumber)
    .requiredOption('--reason <text>', 'why')
    .action(async ({ location, sku, quantity, reason, json }: Options) => {
      const body = { location, reason, lines: [{ sku, quantity }] };
      const document = await callApi(await readConnection(), adjustStock, { body });
      if (json) return sayJson(document);
      sayLevels(document.levels);
    });
}
