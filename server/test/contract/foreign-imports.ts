// What a tenant may try with the imports of another: see foreign-calls.ts.

import assert from 'node:assert/strict';
import { runImports } from '../../src/history/run-imports.ts';
import type { Runtime } from '../../src/runtime.ts';
import { sendBytes } from '../importing.ts';
import type { Caller } from '../shop.ts';
import type { Attempt, Foreign } from './foreign.ts';

const HEAD = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';

/** An import of an order and a credit of the other tenant, with the words of people in it. */
export async function importOfForeign(
  shop: Caller,
  runtime: Runtime,
  mark: string,
): Promise<Pick<Foreign, 'import' | 'pastOrder'>> {
  const row = (invoice: string, quantity: number) =>
    `${invoice},A_OLD,${mark},${quantity},2011-05-01 10:00:00,1.50,${mark},France`;
  const file = [HEAD, row('1', 2), row('C2', -1), `3,A_OLD,${mark},x,,,,`].join('\n');
  const begun = await shop.call('POST', '/v1/imports', {
    profile: 'online-retail',
    fileName: mark,
    channel: 'a-web',
    apply: true,
  });
  await sendBytes(shop, begun.body.id, Buffer.from(file));
  while ((await runImports(runtime)) > 0);
  const { items } = (await shop.call('GET', `/v1/imports/${begun.body.id}/documents`)).body;
  assert.equal(items[1].kind, 'credit');
  return { import: begun.body.id, pastOrder: items[0].entity };
}

export function importAttempts(a: Foreign): Record<string, Attempt[]> {
  const params = { import: a.import };
  const theirs: Attempt[] = [{ params, told: 'not-found' }];
  const body = { profile: 'online-retail', fileName: 'b.csv' };
  return {
    createImport: [{ body: { ...body, channel: 'a-web' }, told: 'own' }],
    sendImportContent: [
      { params, query: { offset: '0' }, bytes: 'b', told: 'not-found' },
      { params, query: { offset: '0', last: 'true' }, bytes: '', told: 'not-found' },
    ],
    previewImport: theirs,
    mapImport: [{ params, body: { profile: 'online-retail' }, told: 'not-found' }],
    watchImport: theirs,
    undoImport: theirs,
    applyImport: theirs,
    cancelImport: theirs,
    getImport: theirs,
    listImports: [{ told: 'own' }],
    listImportRows: [...theirs, { params, query: { all: 'true' }, told: 'not-found' }],
    listImportDocuments: theirs,
    getImportReport: theirs,
    listImportProfiles: [{ told: 'own' }],
    getSourceRows: [{ params: { order: a.pastOrder }, told: 'not-found' }],
    matchSku: [
      { body: { code: 'A_OLD', sku: a.sku }, told: 'sku-unknown' },
      { body: { code: 'A_OLD', sku: 'MUG' }, told: 'own' },
    ],
    listPastDocuments: [{ told: 'own' }, { query: { order: a.pastOrder }, told: 'not-found' }],
  };
}
