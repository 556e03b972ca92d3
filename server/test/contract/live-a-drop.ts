// A drop as a day of a shop has one, with everything that is told of it.

import type { Shop } from '../shop.ts';
import { orderOf } from '../stock.ts';

export async function liveADrop(shop: Shop): Promise<void> {
  const units = 4;
  const pool = [{ location: 'BERLIN', units }];
  await shop.call('POST', '/v1/skus', { code: 'SHOE', title: 'Shoe' });
  const lines = [{ sku: 'SHOE', quantity: 9 }];
  await shop.call('POST', '/v1/stock/receipts', { location: 'BERLIN', lines });
  const plan = async () => {
    const { body } = await shop.call('POST', '/v1/drops', {
      name: 'Launch',
      startsAt: '2026-01-01T00:00:00Z',
      endsAt: '2999-01-01T00:00:00Z',
      limitPerBuyer: 9,
      items: [{ sku: 'SHOE', pool, preorderCap: 2 }],
    });
    return { id: body.id, at: `/v1/drops/${body.id}` };
  };
  const { id, at } = await plan();
  const post = (path: string, body?: object) => shop.call('POST', `${at}/${path}`, body);
  await shop.call('PATCH', at, { name: 'The launch' });
  await post('pool-changes', { sku: 'SHOE', pool: [{ location: 'BERLIN', units: -1 }] });
  await post('pause');
  await post('resumption');
  const drop = { id, buyer: 'ada' };
  const { body: order } = await shop.call('POST', '/v1/orders', orderOf({ SHOE: 4 }, { drop }));
  await shop.call('POST', `/v1/orders/${order.id}/cancellations`, { reason: 'customer' });
  await post('stop', {});
  const other = await plan();
  const held = { buyer: 'ada', lines: [{ sku: 'SHOE', quantity: 1 }] };
  const { body: hold } = await shop.call('POST', `${other.at}/holds`, held);
  await shop.call('POST', `${other.at}/stop`, {});
  await shop.call('DELETE', `${other.at}/holds/${hold.id}`);
}
