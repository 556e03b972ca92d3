// HTTP of SKUs and channels.

import * as skus from '@doorstep/contract/catalog.ts';
import * as channels from '@doorstep/contract/channels.ts';
import { bindCommand, bindRead, type HttpContext } from '../http/bind.ts';
import { pageById } from '../http/list-page.ts';
import { changeChannel } from './change-channel.ts';
import { changeSku } from './change-sku.ts';
import { selectChannels } from './channel.sql.ts';
import { createChannel } from './create-channel.ts';
import { createSku } from './create-sku.ts';
import { listSkus } from './list-skus.ts';
import { presentChannel } from './present-channel.ts';
import { readChannel } from './read-channel.ts';
import { readSku } from './read-sku.ts';
import { upsertSkus } from './upsert-skus.ts';

export function catalogRoutes(http: HttpContext): void {
  bindRead(http, skus.listSkus, (tx, { query }) => listSkus(tx, query));
  bindRead(http, skus.getSku, (tx, { params }) => readSku(tx, params.sku));
  bindCommand(http, skus.createSku, (tx, { body }) => createSku(tx, body));
  bindCommand(http, skus.changeSku, (tx, { params, body }) => changeSku(tx, params.sku, body));
  bindCommand(http, skus.upsertSkus, (tx, { body }) => upsertSkus(tx, body.items));

  bindRead(http, channels.listChannels, (tx, { query }) =>
    pageById(query, (before, limit) => tx.rows(selectChannels, [before, limit]), presentChannel),
  );
  bindRead(http, channels.getChannel, (tx, { params }) => readChannel(tx, params.channel));
  bindCommand(http, channels.createChannel, (tx, { body }) => createChannel(tx, body));
  bindCommand(http, channels.changeChannel, (tx, { params, body }) =>
    changeChannel(tx, params.channel, body),
  );
}
