// The load: buyers who fight for the hot SKU, buy this and that, think better of it; others who fight
// for a drop; orders that are carried to the buyer and back; a keeper who receives stock; and somebody
// who asks everything again.

import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '../../../src/demo/seeded-random.ts';
import type { Doubles } from '../doubles.ts';
import { paidAs, providerRoads, type Road, roads, type Walk } from '../roads.ts';
import { type Asking, asking } from './ask.ts';
import { addToPool, buyInDrop, DROP } from './drop.ts';
import { type Chance, chanceOf } from './fault.ts';
import { CHANNEL, HOT, LATE, PLENTY, receive } from './shop.ts';
import type { System } from './system.ts';
import { tooEarly } from './too-early.ts';
import { type Answer, type Body, isAcknowledged, type Witness } from './witness.ts';

export interface Load {
  /** Nothing new is begun. */
  end(): void;
  /** Resolves when everything that was begun is at its end. */
  readonly ended: Promise<unknown>;
}

const BUYERS = 6;
const FANS = 4;
const WALKERS = 4;
const REST_MS = 120;
const RECEIVE_EVERY_MS = 2500;
const REPEAT_EVERY_MS = 150;
/** Of those who walk a road that is paid at Stripe or PayPal. */
const PAYERS = 3;
const ROADS = roads.filter(({ provider }) => provider === undefined);
const TOKENS = ['tok_ok', 'tok_ok', 'tok_lost', 'tok_fail_1', 'tok_delay_40', 'tok_decline'];

export function startLoad(system: System, witness: Witness, seed: number, drop: string): Load {
  let isOver = false;
  let hands = 0;
  const hand = async (name: string, restMs: number, work: (hand: Hand) => Promise<void>) => {
    hands += 1;
    const chance = chanceOf(seededRandom(seed * 1000 + hands));
    const ask = asking(system, witness, chance);
    for (let count = 0; !isOver; count += 1) {
      await work({ name: `${name} ${count}`, chance, ask, witness }).catch((error: unknown) =>
        witness.wrongs.push(`${name} ${count}: ${String(error)}`),
      );
      await sleep(restMs);
    }
  };
  const all = [
    ...Array.from({ length: BUYERS }, (_, at) => hand(`buyer ${at}`, REST_MS, buy)),
    ...Array.from({ length: FANS }, (_, at) =>
      hand(`fan ${at}`, REST_MS, (fan) => buyInDrop(drop, fan)),
    ),
    ...Array.from({ length: WALKERS }, (_, at) =>
      hand(`walker ${at}`, REST_MS, (walker) => walk(ROADS, system.doubles, walker)),
    ),
    ...Array.from({ length: PAYERS }, (_, at) =>
      hand(`payer ${at}`, REST_MS, (payer) => walk(providerRoads, system.doubles, payer)),
    ),
    hand('keeper', RECEIVE_EVERY_MS, (keeper) => keep(drop, keeper)),
    hand('again', REPEAT_EVERY_MS, repeat),
  ];
  return {
    end() {
      isOver = true;
    },
    ended: Promise.all(all),
  };
}

interface Hand {
  readonly name: string;
  readonly chance: Chance;
  readonly ask: Asking;
  readonly witness: Witness;
}

async function buy({ name, chance, ask }: Hand): Promise<void> {
  const order = await capture(ask, name, { ...basket(chance), ...payment(chance) });
  if (!isAcknowledged(order) || chance.between(1, 4) > 1) return;
  await sleep(chance.between(0, 500));
  await ask.send(`cancel ${name}`, `/v1/orders/${String(order.body['id'])}/cancellations`, {
    reason: 'customer',
  });
}

function basket(chance: Chance): object {
  const line = (sku: string, quantity: number) => ({ sku, quantity, unitPriceMinor: 1000 });
  const hot = line(HOT, chance.between(1, 3));
  const plenty = () => line(chance.pick(PLENTY), chance.between(1, 4));
  const baskets = [
    { lines: [hot] },
    { lines: [hot, plenty()] },
    { lines: [plenty()] },
    { lines: [plenty(), plenty(), plenty()] },
    { lines: [line(LATE, 1), plenty()], stockPolicy: 'partial-with-backorder' },
  ];
  return chance.pick(baskets);
}

function payment(chance: Chance): object {
  const token = chance.pick(TOKENS);
  return chance.pick([true, false]) ? { payments: [{ provider: 'sandbox', token }] } : {};
}

function capture(ask: Asking, name: string, more: object): Promise<Answer> {
  return ask.send(`capture ${name}`, '/v1/orders', {
    channel: CHANNEL,
    externalId: name,
    currency: 'EUR',
    shippingAddress: { country: 'DE', postalCode: '04109' },
    ...more,
  });
}

/** From the capture to the end of the road, each step once however often it is sent. */
async function walk(
  from: readonly Road[],
  doubles: Doubles,
  { name, chance, ask }: Hand,
): Promise<void> {
  const road = chance.pick(from);
  const known = new Map<string, Body>();
  let step = '';
  const walk: Walk = {
    name,
    sku: chance.pick(PLENTY),
    payments: [paymentOn(road, doubles)],
    known,
    look: ask.look,
    async send(path, body) {
      const answer = await ask.send(`${step} ${name}`, path, body);
      if (!isAcknowledged(answer)) throw new Error(`${step}: ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
  };
  for (const next of road.steps) {
    step = next.name;
    await tooEarly({ name, step, known, ask, chance });
    const answer = await next.run(walk);
    if (answer !== undefined) known.set(step, answer);
  }
  const order = await paidAs(walk, road.end['paymentStatus'] ?? '');
  for (const [status, expected] of Object.entries(road.end))
    if (order[status] !== expected)
      throw new Error(`${status} is ${String(order[status])} at the end of "${road.name}"`);
}

function paymentOn({ provider }: Road, doubles: Doubles): object {
  return provider === 'stripe' || provider === 'paypal'
    ? doubles.payment(provider)
    : { provider: 'sandbox', token: 'tok_ok+delay_40' };
}

async function keep(drop: string, { name, chance, ask }: Hand): Promise<void> {
  const dropped = chance.between(1, 4);
  await receive(ask, name, [
    { sku: HOT, quantity: chance.between(1, 12) },
    { sku: LATE, quantity: chance.between(1, 6) },
    { sku: DROP, quantity: dropped },
  ]);
  await addToPool(drop, { name, ask }, dropped);
}

/** Whatever was answered before, just now or long ago. */
async function repeat({ chance, ask, witness }: Hand): Promise<void> {
  const answered = [...witness.asked.values()].filter((one) => one.first !== undefined);
  await ask.repeat(chance.pick(answered));
}
