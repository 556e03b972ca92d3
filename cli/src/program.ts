// Every command, in the order of `doorstep --help`: it reads like a table of contents.

import { Command } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { channelCommands } from './channels/channel-commands.ts';
import { customerCommands } from './customers/customer-commands.ts';
import { dropCommands } from './drops/drop-commands.ts';
import { listEventsCommand } from './events/list-events.ts';
import { tailEventsCommand } from './events/tail-events.ts';
import { exceptionCommands } from './exceptions/exception-commands.ts';
import { exportCommands } from './exports/export-commands.ts';
import { fulfillmentCommands } from './fulfillment/fulfillment-commands.ts';
import { giftCardCommands } from './gift-cards/gift-card-commands.ts';
import { importsCommands } from './imports/import-commands.ts';
import { importCommands } from './imports/import-file.ts';
import { keyCommands } from './keys/key-commands.ts';
import { locationCommands } from './locations/location-commands.ts';
import { orderCommands } from './orders/order-commands.ts';
import { listParcelsCommand } from './parcels/list-parcels.ts';
import { showParcelCommand } from './parcels/show-parcel.ts';
import { trackParcelCommand } from './parcels/track-parcel.ts';
import { paymentCommands } from './payments/payment-commands.ts';
import { providerCommands } from './providers/provider-commands.ts';
import { reconciliationCommands } from './reconciliation/reconciliation-commands.ts';
import { replayCommand } from './replay/replay-orders.ts';
import { reportCommands } from './reports/report-commands.ts';
import { requestCommands } from './requests/request-commands.ts';
import { returnCommands } from './returns/return-commands.ts';
import { riskCommands } from './risk/risk-commands.ts';
import { roleCommands } from './roles/role-commands.ts';
import { skuCommands } from './skus/sku-commands.ts';
import { startCommand } from './start.ts';
import { statusCommand } from './status.ts';
import { stockCommands } from './stock/stock-commands.ts';
import { createTenantCommand } from './tenants/create-tenant.ts';
import { trackingCommands } from './tracking/record-tracking.ts';
import { transferCommands } from './transfers/transfer-commands.ts';
import { userCommands } from './users/user-commands.ts';
import { verifyCommand } from './verify.ts';
import { deliveryCommands } from './webhooks/delivery-commands.ts';
import { endpointCommands } from './webhooks/endpoint-commands.ts';
import { replayCommands } from './webhooks/replay-commands.ts';

type Chapter = (
  doorstep: Command,
  group: (name: string, description: string, ...commands: ((group: Command) => void)[]) => void,
) => void;

const dayToDay: Chapter = (_doorstep, group) => {
  group('orders', 'create, look at, hold, release and cancel orders', orderCommands);
  group('customers', 'who buys, and what they may owe', customerCommands);
  group('drops', 'launches: units set apart, held, waited for', dropCommands);
  group('payments', 'what is due, money that came, refunds', paymentCommands);
  group('gift-cards', 'what the shop owes whoever has a code', giftCardCommands);
  group('risk', 'orders that may be fraud, and the rules that say so', riskCommands);
  group('providers', 'accounts at payment providers', providerCommands);
  group(
    'reconciliation',
    'what providers booked, and where the ledger says otherwise',
    reconciliationCommands,
  );
  group('fulfillment', 'pick, pack and ship at locations', fulfillmentCommands);
  group('parcels', 'boxes on their way', listParcelsCommand, showParcelCommand, trackParcelCommand);
  group('tracking', 'what carriers say', trackingCommands);
  group('returns', 'what comes back, and its refund', returnCommands);
  group('exceptions', 'what a person must look at, and what would mend it', exceptionCommands);
};

const goods: Chapter = (_doorstep, group) => {
  group('stock', 'levels, availability; receive, adjust and count', stockCommands);
  group('transfers', 'stock between locations', transferCommands);
  group('skus', 'what is sold', skuCommands);
};

const past: Chapter = (doorstep, group) => {
  group(
    'import',
    'bring in what was: orders, products, customers, stock, locations',
    importCommands,
  );
  group('imports', 'what was imported, and what its files had to say', importsCommands);
  group('export', 'any list as a file: NDJSON, CSV or XLSX', exportCommands);
  replayCommand(doorstep);
};

const setUp: Chapter = (_doorstep, group) => {
  group('channels', 'where orders come from', channelCommands);
  group('locations', 'warehouses, stores, 3PLs', locationCommands);
  group(
    'webhooks',
    'events sent to your systems',
    endpointCommands,
    deliveryCommands,
    replayCommands,
  );
  group('users', 'who may sign in', userCommands);
  group('roles', 'what they may do', roleCommands);
  group('keys', 'API keys', keyCommands);
  group('requests', 'what was asked of the API', requestCommands);
  group('tenants', 'tenants of the database', createTenantCommand);
};

const server: Chapter = (doorstep, group) => {
  startCommand(doorstep);
  statusCommand(doorstep);
  group('events', 'the log: everything that happened', listEventsCommand, tailEventsCommand);
  group('reports', 'what was sold, added up from the log', reportCommands);
  verifyCommand(doorstep);
};

const CHAPTERS: readonly (readonly [string, Chapter])[] = [
  ['From order to doorstep, and back:', dayToDay],
  ['Goods:', goods],
  ['What was:', past],
  ['Set up:', setUp],
  ['The server:', server],
];

export function program(): Command {
  const doorstep = new Command('doorstep')
    .description('From order to doorstep: the command of a Doorstep server')
    .version(manifest.version, '--version', 'show the version of this command')
    .showHelpAfterError('(--help shows how)')
    .addHelpText(
      'after',
      '\ndoorstep <command> --help shows its verbs; every verb takes --json.\n' +
        'It speaks to DOORSTEP_URL with DOORSTEP_API_KEY, else to the server of this machine.\n' +
        'Exit codes: 0 done, 1 refused or failed, 2 wrong usage, 3 no server answers.',
    );
  doorstep.exitOverride();
  for (const [title, chapter] of CHAPTERS) {
    doorstep.commandsGroup(title);
    chapter(doorstep, (name, description, ...commands) => {
      const group = doorstep.command(name).description(description);
      for (const add of commands) add(group);
    });
  }
  doorstep.helpCommand('help [command]', 'the help of a command');
  return doorstep;
}
