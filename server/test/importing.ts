// Imports a file through the API, and does what the worker would do.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { TestContext } from 'node:test';
import { runImports } from '../src/history/run-imports.ts';
import type { Caller, Shop } from './shop.ts';

export const EXCERPT = join(import.meta.dirname, 'data/online-retail-excerpt.csv');

/** Beside the repository: real data that it does not ship. */
export const SHARED = join(import.meta.dirname, '../../../shared');

/** Skips the test, and says so, where the data is not there. */
export function needsShared(context: TestContext): boolean {
  if (existsSync(SHARED)) return true;
  context.skip('../shared is not there');
  return false;
}

type Worked = Pick<Shop, 'runtime'> & Caller;

/** Sends the bytes and reads them; applies them unless it is to be a dry run. */
export async function importBytes(
  shop: Worked,
  bytes: Buffer | string,
  body: { profile: unknown; fileName?: string; apply?: boolean } & Record<string, unknown>,
) {
  const begun = await shop.call('POST', '/v1/imports', {
    fileName: 'orders.csv',
    apply: true,
    ...body,
  });
  assert.equal(begun.status, 201, JSON.stringify(begun.body));
  await sendBytes(shop, begun.body.id, Buffer.from(bytes));
  await workOff(shop);
  return (await shop.call('GET', `/v1/imports/${begun.body.id}`)).body;
}

export async function importFile(
  shop: Worked,
  file: string,
  profile: unknown,
  more: Record<string, unknown> = {},
) {
  return importBytes(shop, await readFile(file), { profile, fileName: basename(file), ...more });
}

const PIECE = 3 * 1024 * 1024;

export async function sendBytes(shop: Caller, id: string, bytes: Buffer): Promise<void> {
  for (let offset = 0; ; offset += PIECE) {
    const last = offset + PIECE >= bytes.length;
    const path = `/v1/imports/${id}/content?offset=${offset}&last=${last}`;
    const sent = await shop.call('PUT', path, bytes.subarray(offset, offset + PIECE), {
      'content-type': 'application/octet-stream',
    });
    assert.equal(sent.status, 200, JSON.stringify(sent.body));
    if (last) return;
  }
}

export async function workOff({ runtime }: Pick<Shop, 'runtime'>): Promise<void> {
  while ((await runImports(runtime)) > 0);
}

export async function rowsOf(shop: Caller, { id }: { id: string }) {
  return (await shop.call('GET', `/v1/imports/${id}/rows?limit=200`)).body.items;
}
export async function orderOf(shop: Caller, search: string) {
  const { body } = await shop.call('GET', `/v1/orders/${search}`);
  return body;
}
