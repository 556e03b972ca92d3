// What orders are chosen by: the same to list them and to export them.

import type { Command } from 'commander';

export function orderFilters(command: Command): Command {
  return command
    .option('--search <words>', 'number, external id, SKU, name, e-mail or phone, by its beginning')
    .option('--status <status>', 'open, on-hold, completed or canceled')
    .option('--fulfillment-status <status>', 'unfulfilled, in-progress, fulfilled, delivered …')
    .option('--stock-status <status>', 'none, promised, backordered or unpromised')
    .option('--payment-status <status>', 'none, pending, authorized, paid, refunded …')
    .option('--channel <code>', 'of this channel')
    .option('--customer <id>', 'of this customer')
    .option('--tag <tag>', 'with this tag');
}
