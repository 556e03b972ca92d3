// doorstep orders, in the order of its help.

import type { Command } from 'commander';
import { bulkOrdersCommand } from './bulk-orders.ts';
import { cancelOrderCommand } from './cancel-order.ts';
import { createOrdersCommand } from './create-orders.ts';
import { holdOrderCommand } from './hold-order.ts';
import { listOrdersCommand } from './list-orders.ts';
import { listViewsCommand } from './list-views.ts';
import { noteOrderCommands } from './note-order.ts';
import { releaseOrderCommand } from './release-order.ts';
import { showOrderCommand } from './show-order.ts';
import { showTimelineCommand } from './show-timeline.ts';
import { sourceOrderCommand } from './source-order.ts';
import { unholdOrderCommand } from './unhold-order.ts';

export function orderCommands(orders: Command): void {
  listOrdersCommand(orders);
  showOrderCommand(orders);
  createOrdersCommand(orders);
  releaseOrderCommand(orders);
  sourceOrderCommand(orders);
  cancelOrderCommand(orders);
  holdOrderCommand(orders);
  unholdOrderCommand(orders);
  noteOrderCommands(orders);
  showTimelineCommand(orders);
  bulkOrdersCommand(orders);
  listViewsCommand(orders);
}
