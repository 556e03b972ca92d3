// doorstep fulfillment, in the order of its help.

import type { Command } from 'commander';
import { listWorkCommand } from './list-work.ts';
import { packParcelCommand } from './pack-parcel.ts';
import { recordPicksCommand } from './record-picks.ts';
import { shipCommand } from './ship.ts';
import { showBoardCommand } from './show-board.ts';
import { showWorkCommand } from './show-work.ts';

export function fulfillmentCommands(fulfillment: Command): void {
  listWorkCommand(fulfillment);
  showWorkCommand(fulfillment);
  showBoardCommand(fulfillment);
  recordPicksCommand(fulfillment);
  packParcelCommand(fulfillment);
  shipCommand(fulfillment);
}
