// doorstep parcels list: boxes, packed and on their way.

import { listParcels } from '@doorstep/contract/fulfillment.ts';
import { getOrder } from '@doorstep/contract/orders.ts';
import type { Command } from 'commander';
import { answerList } from '../answer.ts';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { given, type ListOptions, listVerb } from '../options.ts';
import { sayParcels } from './say-parcels.ts';

interface Options extends ListOptions {
  readonly status?: string;
  readonly order?: string;
  readonly tracking?: string;
}

export function listParcelsCommand(parcels: Command): void {
  listVerb(parcels, 'list parcels, newest first')
    .option('--status <status>', 'packed, shipped, delivered, lost, returning …')
    .option('--order <order>', 'of this order')
    .option('--tracking <number>', 'with this tracking number')
    .action(async ({ json, limit, status, order, tracking }: Options) => {
      const orderId =
        order === undefined
          ? undefined
          : (await callApi(await readConnection(), getOrder, { params: { order } })).id;
      const query = given({ status, order: orderId, trackingNumber: tracking });
      const options = { limit, json };
      await answerList(listParcels, { query }, options, 'No parcels.', sayParcels);
    });
}
