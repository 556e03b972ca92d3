// Tags all orders that match, while one more comes that matches as well: exactly those of the moment
// have the tag in the end.

import { setTimeout as sleep } from 'node:timers/promises';
import { type TenantId, uuidOf } from '@doorstep/core/ids.ts';
import type pg from 'pg';
import { CHANNEL, HOT_SKU } from '../capture/scenarios.ts';
import { askOnce } from '../rig/ask-once.ts';

const COUNTRY = 'IS';
const TAG = 'of-that-moment';

export interface Tagged {
  readonly orders: number;
  readonly seconds: number;
}

/** @throws Error when another set than that of the moment has the tag */
export async function tagAllMatching(
  server: { readonly port: number; readonly secret: string },
  books: pg.Client,
  tenant: TenantId,
): Promise<Tagged> {
  const wanted = await idsOf(
    books,
    'select order_id as id from order_list where tenant_id = $1 and country = $2',
    [uuidOf(tenant), COUNTRY],
  );
  const ask = <Answer>(method: 'GET' | 'POST', path: string, body?: object) =>
    askOnce<Answer>(server, { method, path, ...(body === undefined ? {} : { body }) });
  const bulk = await ask<{ id: string; orders: number }>('POST', '/v1/bulk-actions', {
    action: { kind: 'tag', tag: TAG },
    filters: { country: COUNTRY },
  });
  await ask('POST', '/v1/orders', {
    channel: CHANNEL,
    externalId: 'one more',
    currency: 'EUR',
    lines: [{ sku: HOT_SKU, quantity: 1, unitPriceMinor: 100 }],
    shippingAddress: { country: COUNTRY, postalCode: '101' },
  });
  const startedAt = performance.now();
  await start(server, bulk.id);
  for (;;) {
    const { state } = await ask<{ state: string }>('GET', `/v1/bulk-actions/${bulk.id}`);
    if (state === 'done') break;
    await sleep(100);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const tagged = await idsOf(
    books,
    'select order_id as id from order_tags where tenant_id = $1 and tag = $2',
    [uuidOf(tenant), TAG],
  );
  if (tagged.join() !== wanted.join())
    throw new Error(`${tagged.length} orders have the tag, of ${wanted.length} that matched`);
  return { orders: tagged.length, seconds };
}

async function start(server: { port: number; secret: string }, bulk: string): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${server.port}/v1/bulk-actions/${bulk}/start`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${server.secret}` },
  });
  if (!answer.ok) throw new Error(`the bulk action did not start: ${await answer.text()}`);
}

async function idsOf(books: pg.Client, sql: string, values: unknown[]): Promise<string[]> {
  const { rows } = await books.query<{ id: string }>(`${sql} order by 1`, values);
  return rows.map(({ id }) => id);
}
