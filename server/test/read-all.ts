// All that can be read of a shop: every list, every thing in the lists, every export in every format.

import assert from 'node:assert/strict';
import { operations } from '@doorstep/contract/operations.ts';
import { unzipSync } from 'fflate';
import type { Shop } from './shop.ts';

const NOW = new Date().toISOString();
const DAY = NOW.slice(0, 10);
const DAYS = `from=${DAY}&to=${DAY}`;

/** Where a read must be asked for something. */
const ASKED: Readonly<Record<string, string>> = {
  getAvailability: 'sku=MUG',
  listReservations: 'sku=MUG&location=BER',
  listStockMovements: 'sku=MUG&location=BER',
  getStockSums: 'sku=MUG&location=BER',
  reportSales: 'by=month',
  listFlowEntries: `kind=cancellation&${DAYS}`,
  listStageEntries: `stage=released&${DAYS}`,
  reportFlow: `kind=cancellation&by=channel&${DAYS}`,
  reportStages: `by=channel&${DAYS}`,
  reportOrderHours: `from=${NOW}`,
  exportJournal: `from=${DAY}&through=${DAY}`,
};

/** The list that has what a path asks for. */
const LISTS: Readonly<Record<string, string>> = {
  order: '/v1/orders',
  customer: '/v1/customers',
  import: '/v1/imports',
  exception: '/v1/exceptions',
  bulk: '/v1/bulk-actions',
  return: '/v1/returns',
  parcel: '/v1/parcels',
  drop: '/v1/drops',
  difference: '/v1/differences',
};

/** Everything there is to be read. @returns what was answered, by path */
export async function readAll(shop: Shop): Promise<Map<string, string>> {
  const ids = new Map<string, readonly string[]>();
  for (const [name, list] of Object.entries(LISTS)) ids.set(name, await idsOf(shop, list));
  const paths = operations.flatMap((operation) => pathsOf(operation, ids));
  const read = new Map<string, string>();
  for (const path of paths) read.set(path, await readText(shop, path));
  return read;
}

/** What is answered, a workbook unpacked. */
export async function readText(shop: Shop, path: string): Promise<string> {
  const headers = { authorization: `Bearer ${shop.secret}` };
  const answer = await shop.app.inject({ method: 'GET', url: path, headers });
  assert.ok([200, 404, 409].includes(answer.statusCode), `${path} ${answer.body}`);
  return path.includes('xlsx') ? unpacked(answer.rawPayload) : answer.body;
}

async function idsOf(shop: Shop, list: string): Promise<string[]> {
  const { items } = (await shop.call('GET', `${list}?limit=100`)).body;
  return items.map(({ id }: { id: string }) => id);
}

interface Query {
  readonly properties?: Readonly<Record<string, { readonly enum?: readonly string[] }>>;
  readonly required?: readonly string[];
}

function pathsOf(
  { id, method, path, query, answers }: (typeof operations)[number],
  ids: ReadonlyMap<string, readonly string[]>,
): string[] {
  if (method !== 'GET' || answers === 'text/event-stream') return [];
  const [name, ...more] = [...path.matchAll(/\{(\w+)\}/g)].map(([, word]) => word ?? '');
  const paths =
    name === undefined
      ? [path]
      : more.length > 0
        ? []
        : (ids.get(name) ?? []).map((one) => path.replace(`{${name}}`, one));
  const { properties = {}, required = [] } = (query ?? {}) as Query;
  const isAsked = ASKED[id] !== undefined || required.length === 0;
  if (!isAsked) return [];
  const asked = [ASKED[id] ?? '', properties['limit'] !== undefined ? 'limit=100' : ''].filter(
    Boolean,
  );
  const formats = properties['format']?.enum?.map((one) => `format=${one}`) ?? [''];
  return paths.flatMap((one) =>
    formats.map((format) => `${one}?${[...asked, format].filter(Boolean).join('&')}`),
  );
}

function unpacked(file: Uint8Array): string {
  return Object.values(unzipSync(file))
    .map((bytes) => Buffer.from(bytes).toString('utf8'))
    .join('\n');
}
