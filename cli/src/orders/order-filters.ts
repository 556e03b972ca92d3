// What orders are chosen by: the same to list them and to export them.

import { ORDER_SORTS } from '@doorstep/contract/order-filters.ts';
import { type Command, Option } from 'commander';
import { wholeNumber } from '../options.ts';

export function orderFilters(command: Command): Command {
  return command
    .option('--search <words>', 'number, external id, SKU, tracking, name, e-mail or phone')
    .option('--status <status>', 'open, on-hold, completed or canceled; several with commas')
    .option('--fulfillment-status <status>', 'unfulfilled, in-progress, fulfilled, delivered …')
    .option('--stock-status <status>', 'none, promised, backordered or unpromised')
    .option('--payment-status <status>', 'none, pending, authorized, paid, refunded …')
    .option('--return-status <status>', 'none, partially-returned or returned')
    .option('--channel <code>', 'of this channel')
    .option('--customer <id>', 'of this customer')
    .option('--tag <tag>', 'with this tag')
    .option('--any-tag <tags>', 'with one of these tags, with commas between')
    .option('--all-tags <tags>', 'with all of these tags')
    .option('--promise-risk <risk>', 'late, at-risk or on-time')
    .option('--ship-by-from <time>', 'promised to ship by this time or later')
    .option('--ship-by-to <time>', 'promised to ship before this time')
    .option('--country <code>', 'that go to this country')
    .option('--currency <code>', 'in this currency')
    .option('--sku <code>', 'with a line of this SKU')
    .option('--location <code>', 'promised or worked on at this location')
    .option('--hold-reason <reason>', 'on hold for this reason')
    .option('--has-exception', 'with an open exception')
    .option('--exception-type <type>', 'with an open exception of this type')
    .addOption(
      new Option('--origin <origin>', 'captured here, or imported').choices([
        'captured',
        'imported',
      ]),
    )
    .option('--placed-from <time>', 'placed at this time or later, e.g. 2026-01-01T00:00:00Z')
    .option('--placed-to <time>', 'placed before this time')
    .option('--updated-from <time>', 'something happened to it since')
    .option('--total-from <minor>', 'of this total or more, in minor units', wholeNumber)
    .option('--total-to <minor>', 'of this total or less, in minor units', wholeNumber);
}

export function orderSort(command: Command): Command {
  return command.addOption(
    new Option('--sort <sort>', 'what comes first, - for the largest').choices(ORDER_SORTS),
  );
}
