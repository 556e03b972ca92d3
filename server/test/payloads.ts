// Files of the platforms, read by other code than that which imports them.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importBytes, SHARED } from './importing.ts';
import type { Shop } from './shop.ts';

const PAYLOADS = join(SHARED, 'data/order-payloads');
// biome-ignore lint/suspicious/noExplicitAny: these are documents of others, read as they come
export type Json = any;

export const textOf = (file: string) => readFile(join(PAYLOADS, file), 'utf8');
export const jsonOf = async (file: string): Promise<Json> => JSON.parse(await textOf(file));

/** The samples have no quotes. */
export async function tableOf(file: string, delimiter: string) {
  const [head = '', ...rows] = (await textOf(file)).trimEnd().split(/\r?\n/);
  const columns = head.split(delimiter);
  return rows.map((row) =>
    Object.fromEntries(row.split(delimiter).map((cell, index) => [columns[index] ?? '', cell])),
  );
}

function filled(value: Json, at = ''): string[] {
  if (value === null || value === '') return [];
  if (typeof value !== 'object') return [at];
  return Object.entries(value).flatMap(([key, inner]) =>
    filled(inner, Array.isArray(value) ? `${at}[]` : at === '' ? key : `${at}.${key}`),
  );
}

const withoutBlanks = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''));

/** Imports it twice: the report names every field, every raw row is kept, the second changes nothing. */
export async function take(
  shop: Shop,
  text: string,
  records: readonly object[],
  options: { profile: string; fileName: string } & Record<string, unknown>,
) {
  const done = await importBytes(shop, text, options);
  assert.equal(done.state, 'done', JSON.stringify(done.error));
  assert.equal(done.rows.read, records.length);
  const told = new Map<string, Json>(done.fields.map((one: Json) => [one.field, one]));
  const paths = new Set(records.flatMap((record) => filled(record)));
  assert.deepEqual([...told.keys()].toSorted(), [...paths].toSorted());
  const { body } = await shop.call('GET', `/v1/imports/${done.id}/rows?all=true&limit=200`);
  assert.deepEqual(
    body.items.map((row: Json) => withoutBlanks(JSON.parse(row.raw))),
    records.map(withoutBlanks),
    'what has no target is in the raw row',
  );
  const again = await importBytes(shop, text, options);
  assert.deepEqual([again.documents.create, again.documents.change], [{}, {}]);
  assert.deepEqual(again.documents.refuse, done.documents.refuse);
  const targets = [...told.values()].filter(({ target }) => target !== null);
  assert.ok(records.length === 0 || targets.length >= 3);
  return { done, targetOf: (field: string) => told.get(field)?.target };
}

export async function takeJson(
  shop: Shop,
  profile: string,
  whole: Json,
  records: Json[],
  more: object = {},
) {
  return take(shop, JSON.stringify(whole), records, { profile, fileName: 'payload.json', ...more });
}

export async function ordersOf(shop: Shop, channel: string): Promise<Map<string, Json>> {
  // A channel of which nothing came is none.
  const { items = [] } = (await shop.call('GET', `/v1/orders?channel=${channel}&limit=200`)).body;
  const orders = await Promise.all(
    items.map(async ({ id }: Json) => (await shop.call('GET', `/v1/orders/${id}`)).body),
  );
  return new Map(orders.map((order) => [order.externalId, order]));
}

export const cents = (text: string | number) =>
  Math.round(Number(String(text).replace('$', '')) * 100);
export const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
export const unitsOf = (order: Json, place: string) =>
  sum(order.lines.map((line: Json) => line[place]));
