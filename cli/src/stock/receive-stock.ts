// doorstep stock receive: units that came.

import { receiveStock } from '@doorstep/contract/stock-documents.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { type JsonOption, positiveNumber, verb } from '../options.ts';
import { sayJson } from '../print.ts';
import { sayLevels } from './say-levels.ts';

interface Options extends JsonOption {
  readonly location: string;
  readonly sku: string;
  readonly quantity: number;
  readonly reference?: string;
}

export function receiveStockCommand(stock: Command): void {
  verb(stock, 'receive', 'receive units of a SKU at a location')
    .requiredOption('--location <code>', 'where they came')
    .requiredOption('--sku <code>', 'of what')
    .requiredOption('--quantity <units>', 'how many', positiveNumber)
    .option('--reference <text>', 'your own number for it')
    .action(async ({ location, sku, quantity, reference, json }: Options) => {
      const lines = [{ sku, quantity }];
      const body = { location, lines, ...(reference === undefined ? {} : { reference }) };
      const document = await callApi(await readConnection(), receiveStock, { body });
      if (json) return sayJson(document);
      sayLevels(document.levels);
    });
}
