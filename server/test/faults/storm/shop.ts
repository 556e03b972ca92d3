// The shop in which all happens: one SKU that everybody wants, many that there are plenty of, one
// that may be sold before it is there, and one that is sold in a drop.

import type { Asking } from './ask.ts';
import { DROP, planDrop } from './drop.ts';
import { isAcknowledged } from './witness.ts';

export const HOT = 'HOT';
export const LATE = 'LATE';
export const PLENTY: readonly string[] = Array.from({ length: 12 }, (_, at) => `PLENTY-${at + 1}`);
export const PROBE = 'PROBE';
/** Where the roads of ../roads.ts begin. */
export const LOCATION = 'ROAD';
export const CHANNEL = 'web';

const PLENTY_UNITS = 100_000;
const HOT_UNITS = 40;
const DROP_UNITS = 20;
const LATE_UNITS_MAX = 10_000;

/** @returns the id of its drop */
export async function openShop(asking: Asking, accounts: readonly object[]): Promise<string> {
  const must = async (path: string, body: object) => {
    const answer = await asking.send(`open ${path} ${JSON.stringify(body)}`, path, body);
    if (!isAcknowledged(answer)) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  };
  for (const account of accounts) await must('/v1/provider-connections', account);
  await must('/v1/channels', { code: CHANNEL, name: 'Web' });
  await must('/v1/locations', {
    code: LOCATION,
    name: 'Warehouse',
    kind: 'warehouse',
    address: { country: 'DE' },
    timeZone: 'Europe/Berlin',
    channels: [{ channel: CHANNEL }],
  });
  for (const code of [HOT, LATE, PROBE, DROP, ...PLENTY])
    await must('/v1/skus', { code, title: `A thing called ${code}` });
  await asking.done('PUT', `/v1/skus/${LATE}/backorder-limit`, { cap: LATE_UNITS_MAX });
  await receive(asking, 'at first', [
    { sku: HOT, quantity: HOT_UNITS },
    { sku: DROP, quantity: DROP_UNITS },
    ...PLENTY.map((sku) => ({ sku, quantity: PLENTY_UNITS })),
  ]);
  return planDrop(asking);
}

export async function receive(
  asking: Asking,
  name: string,
  lines: readonly { readonly sku: string; readonly quantity: number }[],
): Promise<void> {
  const body = { location: LOCATION, lines };
  const answer = await asking.send(`receive ${name}`, '/v1/stock/receipts', body);
  if (!isAcknowledged(answer)) throw new Error(`receipt: ${JSON.stringify(answer.body)}`);
}
