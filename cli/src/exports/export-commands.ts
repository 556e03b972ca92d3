// doorstep export: a whole list, filtered like its list, into a file or a pipe.

import { exportJournal } from '@doorstep/contract/accounting.ts';
import { exportAudit } from '@doorstep/contract/audit.ts';
import * as contract from '@doorstep/contract/exports.ts';
import type { Operation } from '@doorstep/contract/operation.ts';
import { type Command, Option } from 'commander';
import { type JsonOption, verb } from '../options.ts';
import { orderFilters, orderSort } from '../orders/order-filters.ts';
import { saveExport } from './save-export.ts';

export function exportCommands(group: Command): void {
  const orders = exportVerb(group, contract.exportOrders, 'orders: in a table a row per line');
  orderSort(orderFilters(orders));
  exportVerb(group, contract.exportCustomers, 'customers').option(
    '--search <words>',
    'name, e-mail, phone or external id, by its beginning',
  );
  exportVerb(group, contract.exportSkus, 'SKUs and kits').option(
    '--search <words>',
    'code, title or barcode, by its beginning',
  );
  exportVerb(group, contract.exportStock, 'stock levels')
    .option('--sku <code>', 'of this SKU')
    .option('--location <code>', 'at this location');
  exportVerb(group, contract.exportLocations, 'stock locations');
  exportVerb(group, contract.exportParcels, 'parcels, newest first')
    .option('--status <status>', 'packed, shipped, delivered, …')
    .option('--order <id>', 'of this order')
    .option('--tracking-number <number>', 'with this tracking number');
  exportVerb(group, contract.exportReturns, 'returns, newest first')
    .option('--status <status>', 'requested, partially-received, received, canceled')
    .option('--order <order>', 'of this order')
    .option('--location <code>', 'expected or received there')
    .option('--search <words>', 'its number, or that of its order or parcel')
    .option('--reason <code>', 'given for one of its lines')
    .option('--created-before <time>', 'announced before')
    .option('--to-decide', 'waits for a yes or a no')
    .option('--to-refund', 'came back, and is still owed');
  exportVerb(group, contract.exportPayments, 'payments with the sums of their ledger')
    .option('--provider <name>', 'of this provider')
    .option('--created-from <time>', 'made then or later')
    .option('--created-to <time>', 'made before');
  exportVerb(group, exportJournal, 'balanced entries of the books, of a period')
    .requiredOption('--from <day>', 'from this day')
    .requiredOption('--through <day>', 'and through this one');
  exportVerb(group, exportAudit, 'who did what, newest first')
    .option('--actor <actor>', 'by this user, key or job')
    .option('--kind <kind>', 'of this kind')
    .option('--subject <id>', 'done to this')
    .option('--since <time>', 'then or later')
    .option('--until <time>', 'before');
}

interface Options extends JsonOption {
  readonly format?: contract.ExportFormat;
  readonly columns?: string;
  readonly gzip?: boolean;
}

function exportVerb(group: Command, operation: Operation, description: string): Command {
  const name = operation.path.split('/').findLast((word) => word !== 'export') ?? '';
  return verb(group, `${name} [file]`, description)
    .addOption(
      new Option('--format <format>', 'what the file’s name says, else ndjson').choices(
        contract.EXPORT_FORMATS,
      ),
    )
    .option('--columns <names>', 'only these, in this order, e.g. number,placedAt,total')
    .option('--gzip', 'compressed; so is a file whose name ends in .gz')
    .addHelpText('after', '\nWithout a file, or with -, it goes to where the output goes.')
    .action((file: string | undefined, { json, format, gzip, ...query }: Options) =>
      saveExport(operation, { file, format, gzip, query, json }),
    );
}
