// What a drop promises, as a storm of buyers tries it: exactly what there is is sold, no buyer has
// more than the limit, and whoever asks again under the same key gets the first answer. The whole of
// it, with 1,000 units and 50,000 attempts, is `npm run bench -- drop`.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { seededRandom } from '../../src/demo/seeded-random.ts';
import { type DropRoom, roomOf } from '../drop-room.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { stockUp } from '../stock.ts';

const SEED = Number(process.env['PROVE_SEED'] ?? 20_261_128);
const UNITS = 100;
const BUYERS = 200;
const ATTEMPTS = 5_000 * Number(process.env['PROVE_RUNS'] ?? 1);
const LIMIT = 2;
const LANES = 64;
const HOUR_MS = 3_600_000;

let shop: Shop;
let drop: DropRoom;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { SHOE: UNITS } });
  const { body } = await shop.call('POST', '/v1/drops', {
    name: 'Launch',
    startsAt: new Date(Date.now() - HOUR_MS).toISOString(),
    endsAt: new Date(Date.now() + HOUR_MS).toISOString(),
    limitPerBuyer: LIMIT,
    items: [{ sku: 'SHOE', pool: [{ location: 'BER', units: UNITS }] }],
  });
  drop = roomOf(shop, body.id);
});
after(() => shop.close());

interface Attempt {
  readonly key: string;
  readonly buyer: string;
  readonly quantity: number;
}

/** A third of them ask again what was asked before, under the same key. */
function attempts(): Attempt[] {
  const random = seededRandom(SEED);
  const all: Attempt[] = [];
  for (let number = 0; number < ATTEMPTS; number += 1) {
    const again = random() < 1 / 3 ? all[Math.floor(random() * all.length)] : undefined;
    const buyer = `buyer ${Math.floor(random() * BUYERS)}`;
    const quantity = random() < 0.7 ? 1 : 2;
    all.push(again ?? { key: `attempt ${number}`, buyer, quantity });
  }
  return all;
}

test('a drop of 100 units with 5,000 attempts sells exactly 100, to no buyer more than 2', async () => {
  const answers = new Map<string, Answer[]>();
  const bought = new Map<string, number>();
  const waiting = attempts();
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { key, buyer, quantity } = next;
      const answer = await drop.buy(buyer, { SHOE: quantity }, { key });
      const known = answers.get(key);
      if (known !== undefined) {
        known.push(answer);
        continue;
      }
      answers.set(key, [answer]);
      if (answer.status === 201) bought.set(buyer, (bought.get(buyer) ?? 0) + quantity);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));

  const sold = [...bought.values()].reduce((sum, units) => sum + units, 0);
  assert.equal(sold, UNITS);
  assert.deepEqual(await drop.counts(), [0, 0, UNITS, 0, 0]);
  assert.ok([...bought.values()].every((units) => units <= LIMIT));
  for (const [key, told] of answers) {
    const first = new Set(told.map(({ body: { requestId: _, ...body } }) => JSON.stringify(body)));
    assert.equal(first.size, 1, `${key} was answered in ${first.size} ways`);
  }
  const codes = new Set([...answers.values()].flat().flatMap(({ body }) => body.code ?? []));
  assert.deepEqual([...codes].sort(), ['drop-limit-reached', 'drop-sold-out']);
});
