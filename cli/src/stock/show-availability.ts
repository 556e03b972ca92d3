// doorstep stock availability: what can be sold, per channel.

import { getAvailability } from '@doorstep/contract/inventory.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { type JsonOption, verb } from '../options.ts';
import { sayJson, sayTable } from '../print.ts';

interface Options extends JsonOption {
  readonly channel?: string;
}

export function showAvailabilityCommand(stock: Command): void {
  verb(stock, 'availability <skus...>', 'what can be sold of these SKUs, per channel')
    .option('--channel <code>', 'only for this channel')
    .action(async (skus: readonly string[], { json, channel }: Options) => {
      const query = { sku: skus.join(','), ...(channel === undefined ? {} : { channel }) };
      const answer = await callApi(await readConnection(), getAvailability, { query });
      if (json) return sayJson(answer);
      sayTable(
        ['SKU', 'channel', 'available to sell', 'more as backorder'],
        answer.items.map((one) => [one.sku, one.channel, one.availableToSell, one.backorderRoom]),
      );
    });
}
