// How to get every refusal of imports: see provoked.ts.

import type { ErrorCode } from '@doorstep/contract/errors.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import pg from 'pg';
import { sendBytes } from '../importing.ts';
import type { Answer, Shop } from '../shop.ts';

type Provoke = (shop: Shop) => Promise<Answer>;

const OCTETS = { 'content-type': 'application/octet-stream' };

const begin = (shop: Shop, more: object = {}) =>
  shop.call('POST', '/v1/imports', { profile: 'online-retail', fileName: 'orders.csv', ...more });

const begun = async (shop: Shop) => (await begin(shop)).body.id;

const send = (shop: Shop, id: string, offset: number) =>
  shop.call('PUT', `/v1/imports/${id}/content?offset=${offset}`, Buffer.from('x'), OCTETS);

export const aboutImports = {
  'profile-unknown': (shop) => begin(shop, { profile: 'nobody' }),
  'profile-invalid': (shop) => begin(shop, { kind: 'stock' }),
  'import-not-receiving': async (shop) => {
    const id = await begun(shop);
    await sendBytes(shop, id, Buffer.from('InvoiceNo\n'));
    return send(shop, id, 10);
  },
  'import-offset-differs': async (shop) => send(shop, await begun(shop), 7),
  'import-too-large': async (shop) => {
    const id = await begun(shop);
    await pretendReceived(shop, id, 5 * 1024 ** 3);
    return send(shop, id, 5 * 1024 ** 3);
  },
  'import-not-received': async (shop) =>
    shop.call('GET', `/v1/imports/${await begun(shop)}/preview`),
  'import-not-undoable': async (shop) =>
    shop.call('POST', `/v1/imports/${await begun(shop)}/reversal`),
  'import-not-ready': async (shop) =>
    shop.call('POST', `/v1/imports/${await begun(shop)}/application`),
  'import-ended': async (shop) => {
    const at = `/v1/imports/${await begun(shop)}/cancellation`;
    await shop.call('POST', at);
    return shop.call('POST', at);
  },
} satisfies Partial<Record<ErrorCode, Provoke>>;

/** Nobody sends five gigabytes in a test. */
async function pretendReceived({ url }: Shop, id: string, bytes: number): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query('update imports set received_bytes = $1 where id = $2', [
    bytes,
    uuidOf(id as never),
  ]);
  await owner.end();
}
