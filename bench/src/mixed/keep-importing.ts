// One file of past orders after the other, through the API.

import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportAnswer } from '@doorstep/contract/imports.ts';
import { CHANNEL, skuCode } from '../capture/scenarios.ts';
import { askOnce } from '../rig/ask-once.ts';

type Server = { readonly port: number; readonly secret: string };

const LOOK_EACH_MS = 50;
let files = 0;

/** @returns documents that were decided by then; it goes on until the first one is */
export async function keepImporting(
  server: Server,
  orders: number,
  stopAt: number,
): Promise<number> {
  let handled = 0;
  while (performance.now() < stopAt) {
    const { id } = await sendFile(server, orders);
    for (;;) {
      const found = await askOnce<ImportAnswer>(server, {
        method: 'GET',
        path: `/v1/imports/${id}`,
      });
      if (found.state === 'failed' || found.rows.refused > 0)
        throw new Error(`an import failed: ${await whyOf(server, found)}`);
      const isOver = performance.now() >= stopAt && handled + found.documents.handled > 0;
      if (found.state === 'done' || isOver) {
        handled += found.documents.handled;
        refuseUnless(found);
        break;
      }
      await sleep(LOOK_EACH_MS);
    }
  }
  return handled;
}

async function whyOf(server: Server, { id, error }: ImportAnswer): Promise<string> {
  const path = `/v1/imports/${id}/rows?limit=1`;
  return JSON.stringify(error ?? (await askOnce(server, { method: 'GET', path })));
}

/** Nothing that is refused or known already makes a figure. */
function refuseUnless({ documents }: ImportAnswer): void {
  if (Object.keys(documents.refuse).length > 0 || Object.keys(documents.skip).length > 0)
    throw new Error(`documents were not imported: ${JSON.stringify(documents)}`);
}

async function sendFile(server: Server, orders: number): Promise<{ id: string }> {
  const file = ++files;
  const body = { profile: 'doorstep', fileName: `bench-${file}.ndjson`, apply: true };
  const begun = await askOnce<{ id: string }>(server, {
    method: 'POST',
    path: '/v1/imports',
    body,
  });
  const text = Array.from({ length: orders }, (_, number) => pastOrder(file, number)).join('\n');
  const answer = await fetch(
    `http://127.0.0.1:${server.port}/v1/imports/${begun.id}/content?offset=0&last=true`,
    {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${server.secret}`,
        'content-type': 'application/octet-stream',
      },
      body: text,
    },
  );
  if (answer.status !== 200) throw new Error(`a file was answered ${await answer.text()}`);
  return begun;
}

function pastOrder(file: number, number: number): string {
  const line = (place: number) => ({
    kind: 'item',
    sku: skuCode((number + place * 7) % 100),
    title: 'A past thing',
    quantity: 1,
    shipped: 1,
    unitPrice: '12.50',
    amountMinor: 1250,
  });
  return JSON.stringify({
    id: `past-${file}-${number}`,
    externalId: `PAST-${file}-${number}`,
    channel: CHANNEL,
    placedAt: new Date(Date.UTC(2025, 0, 1) + number * 60_000).toISOString(),
    currency: 'EUR',
    pricesIncludeTax: true,
    customer: { email: `past${number % 500}@example.com`, name: `Past ${number % 500}` },
    lines: [line(0), line(1)],
    totalMinor: 2500,
    statedFulfillmentStatus: 'fulfilled',
  });
}
