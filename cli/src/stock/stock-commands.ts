// doorstep stock, in the order of its help.

import type { Command } from 'commander';
import { adjustStockCommand } from './adjust-stock.ts';
import { countStockCommand } from './count-stock.ts';
import { enterStockCommands } from './enter-stock.ts';
import { limitStockCommands } from './limit-stock.ts';
import { receiveStockCommand } from './receive-stock.ts';
import { showAvailabilityCommand } from './show-availability.ts';
import { showLevelsCommand } from './show-levels.ts';
import { showLowStockCommand } from './show-low-stock.ts';

export function stockCommands(stock: Command): void {
  showLevelsCommand(stock);
  showAvailabilityCommand(stock);
  receiveStockCommand(stock);
  adjustStockCommand(stock);
  countStockCommand(stock);
  enterStockCommands(stock);
  showLowStockCommand(stock);
  limitStockCommands(stock);
}
