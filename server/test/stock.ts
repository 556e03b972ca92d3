// Setting up stock for tests, through the API like anybody else.

import assert from 'node:assert/strict';
import type { Answer, Caller } from './shop.ts';

/** A channel, locations that serve it (code → SKU → units), and the SKUs. */
export async function stockUp(
  shop: Caller,
  stock: Readonly<Record<string, Readonly<Record<string, number>>>>,
  channel = 'web',
): Promise<void> {
  await shop.call('POST', '/v1/channels', { code: channel, name: channel });
  const skus = new Set(Object.values(stock).flatMap((units) => Object.keys(units)));
  for (const code of skus) {
    const made = await shop.call('POST', '/v1/skus', { code, title: `Title of ${code}` });
    assert.ok(
      made.status === 201 || made.body.code === 'already-exists',
      JSON.stringify(made.body),
    );
  }
  for (const [code, units] of Object.entries(stock)) {
    await createLocation(shop, code, channel);
    const lines = Object.entries(units)
      .filter(([, quantity]) => quantity > 0)
      .map(([sku, quantity]) => ({ sku, quantity }));
    if (lines.length === 0) continue;
    const received = await shop.call('POST', '/v1/stock/receipts', { location: code, lines });
    assert.equal(received.status, 201, JSON.stringify(received.body));
  }
}

export async function createLocation(
  shop: Caller,
  code: string,
  channel = 'web',
  more: object = {},
): Promise<void> {
  const made = await shop.call('POST', '/v1/locations', {
    code,
    name: `Warehouse ${code}`,
    kind: 'warehouse',
    address: { country: 'DE' },
    timeZone: 'Europe/Berlin',
    channels: [{ channel }],
    ...more,
  });
  assert.equal(made.status, 201, JSON.stringify(made.body));
}

/** A plain order of SKU → quantity. */
export function orderOf(
  units: Readonly<Record<string, number>>,
  more: object = {},
): Record<string, unknown> {
  return {
    channel: 'web',
    currency: 'EUR',
    lines: Object.entries(units).map(([sku, quantity]) => ({ sku, quantity, unitPrice: '10.00' })),
    ...more,
  };
}

/** On hand, reserved and available of a SKU at a location. */
export async function levelAt(
  shop: Caller,
  sku: string,
  location: string,
): Promise<{ onHand: number; reserved: number; available: number; shortfall: number }> {
  const { body } = await shop.call('GET', `/v1/stock/levels?sku=${sku}&location=${location}`);
  const { onHand, reserved, available, shortfall } = body.items[0];
  return { onHand, reserved, available, shortfall };
}

/** The refusal of this code, with at least this data. */
export function assertRefused(answer: Answer, code: string, data: object = {}): void {
  assert.equal(answer.body.code, code, JSON.stringify(answer.body));
  for (const [key, value] of Object.entries(data))
    assert.deepEqual(answer.body.data[key], value, JSON.stringify(answer.body));
}
