// doorstep stock backorder and safety: how much may be sold without stock, how much is kept back.

import { setBackorderLimit, setSafetyStock } from '@doorstep/contract/inventory.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { type JsonOption, verb, wholeNumber } from '../options.ts';
import { counted, say } from '../print.ts';
import { sayLevels } from './say-levels.ts';

interface Place extends JsonOption {
  readonly location: string;
}

export function limitStockCommands(stock: Command): void {
  verb(stock, 'backorder <sku>', 'how many units of a SKU may be sold without stock')
    .argument('<units>', '0: none', wholeNumber)
    .action(async (sku: string, cap: number, { json }: JsonOption) =>
      answer(setBackorderLimit, { params: { sku }, body: { cap } }, { json }, (limit) =>
        say(`${limit.sku}: up to ${counted(limit.cap, 'unit')}, ${limit.backordered} in use`),
      ),
    );
  verb(stock, 'safety <sku>', 'keep back units of a SKU at a location')
    .argument('<units>', 'how many; none: as the location says', (typed: string) =>
      typed === 'none' ? null : wholeNumber(typed),
    )
    .requiredOption('--location <code>', 'where')
    .action(async (sku: string, safetyStock: number | null, { json, location }: Place) =>
      answer(setSafetyStock, { body: { sku, location, safetyStock } }, { json }, (level) =>
        sayLevels([level]),
      ),
    );
}
