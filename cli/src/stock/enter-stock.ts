// doorstep stock enter and undo: what is on hand of many levels, set in one, and taken back.

import {
  enterStock,
  reverseStockEntry,
  type StockEntryAnswer,
} from '@doorstep/contract/stock-entries.ts';
import { type Command, InvalidArgumentError } from 'commander';
import { answer } from '../answer.ts';
import { type JsonOption, verb, wholeNumber } from '../options.ts';
import { counted, hint, say } from '../print.ts';
import { sayLevels } from './say-levels.ts';

interface Options extends JsonOption {
  readonly reason: string;
}

interface Level {
  readonly sku: string;
  readonly location: string;
  readonly onHand: number;
}

export function enterStockCommands(stock: Command): void {
  verb(stock, 'enter', 'set what is on hand of several SKUs and locations, all or nothing')
    .argument('<levels...>', 'SKU@location=units, e.g. MUG@BER=12', level)
    .requiredOption('--reason <text>', 'why')
    .action(async (levels: Level[], { reason, json }: Options) =>
      answer(enterStock, { body: { reason, levels } }, { json }, sayEntry),
    );
  verb(stock, 'undo <entry>', 'take an entry back, unless its levels changed since').action(
    async (entry: string, { json }: JsonOption) =>
      answer(reverseStockEntry, { params: { entry } }, { json }, sayEntry),
  );
}

function sayEntry({ id, changes, levels }: StockEntryAnswer): void {
  say(`${id}: ${counted(changes.length, 'level')}`);
  sayLevels(levels);
  hint(`Take it back: doorstep stock undo ${id}`);
}

function level(typed: string, before: Level[] = []): Level[] {
  const [, sku, location, units] = /^(.+)@([^@]+)=(\d+)$/.exec(typed) ?? [];
  if (sku === undefined || location === undefined || units === undefined)
    throw new InvalidArgumentError('It must be like MUG@BER=12.');
  return [...before, { sku, location, onHand: wholeNumber(units) }];
}
