// Every command, in the order of `doorstep --help`.

import { Command } from 'commander';
import { listEventsCommand } from './events/list-events.ts';
import { tailEventsCommand } from './events/tail-events.ts';
import { createKeyCommand } from './keys/create-key.ts';
import { listKeysCommand } from './keys/list-keys.ts';
import { revokeKeyCommand } from './keys/revoke-key.ts';
import { showKeyCommand } from './keys/show-key.ts';
import { cancelOrderCommand } from './orders/cancel-order.ts';
import { createOrdersCommand } from './orders/create-orders.ts';
import { holdOrderCommand } from './orders/hold-order.ts';
import { listOrdersCommand } from './orders/list-orders.ts';
import { releaseOrderCommand } from './orders/release-order.ts';
import { showOrderCommand } from './orders/show-order.ts';
import { startCommand } from './start.ts';
import { statusCommand } from './status.ts';
import { adjustStockCommand } from './stock/adjust-stock.ts';
import { countStockCommand } from './stock/count-stock.ts';
import { receiveStockCommand } from './stock/receive-stock.ts';
import { showAvailabilityCommand } from './stock/show-availability.ts';
import { showLevelsCommand } from './stock/show-levels.ts';
import { createTenantCommand } from './tenants/create-tenant.ts';
import { verifyCommand } from './verify.ts';

export function program(): Command {
  const doorstep = new Command('doorstep')
    .description('Orders, stock and the log of a Doorstep server')
    .showHelpAfterError('(--help shows how)')
    .addHelpText(
      'after',
      '\nIt speaks to DOORSTEP_URL with DOORSTEP_API_KEY, else to the server of this machine.\n' +
        'Exit codes: 0 done, 1 refused or failed, 2 wrong usage, 3 no server answers.',
    );
  doorstep.exitOverride();
  const group = (name: string, description: string) =>
    doorstep.command(name).description(description);

  startCommand(doorstep);
  statusCommand(doorstep);

  const orders = group('orders', 'List, show, create, cancel and hold orders');
  listOrdersCommand(orders);
  showOrderCommand(orders);
  createOrdersCommand(orders);
  cancelOrderCommand(orders);
  holdOrderCommand(orders);
  releaseOrderCommand(orders);

  const stock = group('stock', 'Levels, availability; receive, adjust and count');
  showLevelsCommand(stock);
  showAvailabilityCommand(stock);
  receiveStockCommand(stock);
  adjustStockCommand(stock);
  countStockCommand(stock);

  const keys = group('keys', 'API keys');
  listKeysCommand(keys);
  createKeyCommand(keys);
  revokeKeyCommand(keys);
  showKeyCommand(keys);

  createTenantCommand(group('tenants', 'Tenants of the database'));

  const events = group('events', 'The log: everything that happened');
  listEventsCommand(events);
  tailEventsCommand(events);

  verifyCommand(doorstep);
  return doorstep;
}
