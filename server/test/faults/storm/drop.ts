// A drop in the storm: buyers who fight for its units, with a cart that holds some and without one,
// more often than their limit allows; and somebody who adds to its pool.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Asking } from './ask.ts';
import type { Chance } from './fault.ts';
import { type Asked, type Body, isAcknowledged } from './witness.ts';

export const DROP = 'DROP';
export const DROP_LOCATION = 'ROAD';
const POOL_AT_FIRST = 20;
const LIMIT_PER_BUYER = 2;
/** Few enough that they come again, and at once. */
const FANS = 60;
const HOLD_SECONDS_MAX = 4;

/** @returns its id */
export async function planDrop(asking: Asking): Promise<string> {
  const answer = await asking.send('plan the drop', '/v1/drops', {
    name: 'Storm',
    // It began before any clock of the storm, and ends after all of them.
    startsAt: '2026-01-01T00:00:00Z',
    endsAt: '2999-01-01T00:00:00Z',
    limitPerBuyer: LIMIT_PER_BUYER,
    items: [{ sku: DROP, pool: [{ location: DROP_LOCATION, units: POOL_AT_FIRST }] }],
  });
  if (!isAcknowledged(answer)) throw new Error(`drop: ${JSON.stringify(answer.body)}`);
  return String(answer.body['id']);
}

interface Fan {
  readonly name: string;
  readonly chance: Chance;
  readonly ask: Asking;
}

/** Half of them let a cart hold what they want, and some of those come back too late or never. */
export async function buyInDrop(drop: string, { name, chance, ask }: Fan): Promise<void> {
  const buyer = `fan ${chance.between(1, FANS)}`;
  const quantity = chance.between(1, LIMIT_PER_BUYER);
  let hold: string | undefined;
  if (chance.pick([true, false])) {
    const held = await ask.send(`hold ${name}`, `/v1/drops/${drop}/holds`, {
      buyer,
      lines: [{ sku: DROP, quantity }],
      seconds: chance.between(1, HOLD_SECONDS_MAX),
    });
    if (!isAcknowledged(held)) return;
    if (chance.between(1, 4) === 1) return;
    await sleep(chance.between(0, 1500));
    hold = String(held.body['id']);
  }
  const order = await ask.send(`capture ${name}`, '/v1/orders', {
    channel: 'web',
    externalId: name,
    currency: 'EUR',
    shippingAddress: { country: 'DE', postalCode: '04109' },
    lines: [{ sku: DROP, quantity, unitPriceMinor: 1000 }],
    drop: { id: drop, buyer, ...(hold === undefined ? {} : { hold }) },
  });
  if (!isAcknowledged(order) || chance.between(1, 5) > 1) return;
  await ask.send(`cancel ${name}`, `/v1/orders/${String(order.body['id'])}/cancellations`, {
    reason: 'customer',
  });
}

/** As many as came for it. */
export async function addToPool(
  drop: string,
  { name, ask }: Pick<Fan, 'name' | 'ask'>,
  units: number,
): Promise<void> {
  await ask.send(`pool ${name}`, `/v1/drops/${drop}/pool-changes`, {
    sku: DROP,
    pool: [{ location: DROP_LOCATION, units }],
  });
}

export interface Bought {
  readonly asked: Asked;
  /** The order as it is now. */
  readonly order: Body;
}

/**
 * Every unit that was set apart is in the pool or sold, none is held once all holds are over, and no
 * buyer has more than the limit.
 */
export async function compareDrop(
  ask: Asking,
  asked: readonly Asked[],
  bought: readonly Bought[],
): Promise<{ readonly oversold: string[]; readonly differs: string[] }> {
  const given = asked.flatMap(({ path, body, first }) =>
    path.endsWith('/pool-changes') && isAcknowledged(first) ? unitsOf(body) : [],
  );
  const setApart = given.reduce((sum, units) => sum + units, POOL_AT_FIRST);
  const byBuyer = new Map<string, number>();
  for (const { asked: one, order } of bought) {
    const buyer = (one.body as { drop?: { buyer: string } }).drop?.buyer;
    if (buyer === undefined) continue;
    const units = (order['lines'] as Record<string, number>[]).map(
      (line) => Number(line['ordered']) - Number(line['canceled']),
    );
    byBuyer.set(
      buyer,
      units.reduce((sum, one) => sum + one, byBuyer.get(buyer) ?? 0),
    );
  }
  const sold = [...byBuyer.values()].reduce((sum, units) => sum + units, 0);
  const oversold = [...byBuyer].flatMap(([buyer, units]) =>
    units > LIMIT_PER_BUYER ? [`${buyer} bought ${units} in the drop`] : [],
  );
  if (sold > setApart) oversold.push(`drop: ${setApart} were set apart, ${sold} are sold`);
  const { items } = (await ask.look('/v1/drops')) as { items: { items: Body[] }[] };
  const [item = {}] = items.flatMap((drop) => drop.items);
  const told = { setApart, held: 0, sold, pooled: setApart - sold };
  const differs = Object.entries(told).flatMap(([field, units]) =>
    item[field] === units ? [] : [`drop: ${field} should be ${units}: ${JSON.stringify(item)}`],
  );
  return { oversold, differs };
}

function unitsOf(body: object): number[] {
  return (body as { pool: { units: number }[] }).pool.map(({ units }) => units);
}
