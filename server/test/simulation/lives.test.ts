// Random lives of orders over the pure core: capture, payment, release, picking, shipping from
// anywhere, cancellation, delivery, return, refund, in any order, several orders on the same stock.
// Every invariant holds after every step; at its end every buyer has paid exactly what is due.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LocationId, SkuId } from '@doorstep/core/ids.ts';
import { delta } from '@doorstep/core/inventory/movement.ts';
import {
  type CaptureRequest,
  type CatalogSku,
  decideCapture,
} from '@doorstep/core/orders/capture.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { seededRandom } from '../../src/demo/seeded-random.ts';
import { Life } from './life.ts';
import { type Shelf, shelf } from './shelf.ts';

const LIVES = 10_000;
const STEPS_MAX = 24;
/** Orders whose lives go on at the same time, on the same stock. */
const BESIDE = 4;

const CODES = ['A', 'B', 'C'];
const idOf = (code: string) => `sku_${code}` as SkuId;
const PLACES = [1, 2, 3].map((number) => ({
  id: `loc_${number}` as LocationId,
  number,
  costMinor: number * 100,
  distanceKm: null,
  safetyStock: 0,
  bufferUnits: 0,
  priority: 1,
}));

const CATALOG = new Map<string, CatalogSku>([
  ...CODES.map((code): [string, CatalogSku] => [code, skuOf(code, [])]),
  [
    'KIT',
    skuOf('KIT', [
      { sku: idOf('A'), quantityPerKit: 2, priceMinor: 700n },
      { sku: idOf('B'), quantityPerKit: 1, priceMinor: 333n },
    ]),
  ],
]);

function skuOf(code: string, components: CatalogSku['components']): CatalogSku {
  return { id: idOf(code), code, title: code, active: true, priceMinor: null, components };
}

type Random = () => number;
const upTo = (random: Random, most: number) => Math.floor(random() * (most + 1));
const oneOf = <T>(random: Random, from: readonly T[]): T => {
  const one = from[upTo(random, from.length - 1)];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
};

function capture(random: Random, name: string, stock: Shelf): Life | null {
  const request: CaptureRequest = {
    currency: oneOf(random, ['EUR', 'JPY', 'KWD']),
    pricesIncludeTax: true,
    lines: Array.from({ length: 1 + upTo(random, 2) }, () => ({
      externalId: null,
      skuCode: oneOf(random, [...CODES, 'KIT', random() < 0.1 ? 'NOBODY-KNOWS' : 'A']),
      title: null,
      quantity: 1 + upTo(random, 3),
      price: { unitPriceMinor: BigInt(upTo(random, 9_999)) },
      taxes: [],
      discounts: [],
    })),
    shipping: [
      {
        kind: 'shipping',
        title: 'Standard',
        amountMinor: BigInt(upTo(random, 990)),
        taxes: [],
        discounts: [],
      },
    ],
    stockPolicy: 'partial-with-backorder',
    splitPolicy: oneOf(random, ['allow', 'allow', 'forbid']),
    statedTotalMinor: null,
  };
  const order = decideCapture(request, {
    findSku: (code) => CATALOG.get(code),
    skuById: (id) => CATALOG.get(id.slice(4)),
    ranking: { ranked: PLACES, excluded: [] },
    availableAt: (sku, place) => Math.max(0, stock.available(sku, place.id)),
    backorderRoom: () => 5,
  });
  return isRefusal(order) ? null : new Life(name, order, stock);
}

/** What may happen next; what makes no sense now changes nothing. */
const STEPS: readonly ((one: Life, random: Random) => void)[] = [
  (one, random) => one.authorize(upTo(random, 1), 100),
  (one, random) => one.authorize(upTo(random, 1), upTo(random, 60)),
  (one, random) => one.answer(upTo(random, 5), random() < 0.2),
  (one, random) => one.answer(upTo(random, 5), false),
  (one) => one.unblock(),
  (one, random) => one.release(random() < 0.2),
  (one) => one.release(false),
  (one, random) => one.pick(upTo(random, 2), upTo(random, 3), upTo(random, 3), upTo(random, 1)),
  (one, random) => one.pick(upTo(random, 2), upTo(random, 3), 9, 0),
  (one, random) => one.pack(upTo(random, 2)),
  (one, random) => one.leave(upTo(random, 3), null),
  (one, random) => one.leave(upTo(random, 3), oneOf(random, PLACES).id),
  (one, random) =>
    one.shipElsewhere(upTo(random, 3), 1 + upTo(random, 2), oneOf(random, PLACES).id),
  (one) => one.deliver(),
  (one, random) => one.cancel(upTo(random, 3), 1 + upTo(random, 1)),
  (one, random) => {
    if (random() < 0.3) one.cancel(null, 0);
  },
  (one, random) => one.comeBack(upTo(random, 3), 1, random() < 0.7, random() < 0.7),
  (one, random) => one.grant(upTo(random, 30)),
  (one, random) => receive(one.shelf, random),
  (one, random) => countStock(one.shelf, random),
];

function receive(stock: Shelf, random: Random): void {
  const units = 1 + upTo(random, 6);
  stock.fact(idOf(oneOf(random, CODES)), oneOf(random, PLACES).id, delta.adjusted(units));
}

/** A count says what is there, whatever was promised. */
function countStock(stock: Shelf, random: Random): void {
  const sku = idOf(oneOf(random, CODES));
  const place = oneOf(random, PLACES).id;
  const found = upTo(random, 10);
  stock.fact(sku, place, delta.adjusted(found - stock.level(sku, place).onHand));
}

function checkAll(lives: readonly Life[], stock: Shelf): void {
  for (const one of lives) one.check();
  stock.check(lives.flatMap((one) => one.units.reservations));
}

test(`in ${LIVES.toLocaleString('en')} random lives every invariant holds after every step`, () => {
  const seed = Number(process.env['SEED'] ?? 20_261_125);
  const random = seededRandom(seed);
  const stock = shelf();
  const beside: Life[] = [];
  const done = { captured: 0, steps: 0, shipped: 0, returned: 0, refused: 0 };
  try {
    while (done.captured + done.refused < LIVES || beside.length > 0) {
      if (beside.length < BESIDE && done.captured + done.refused < LIVES) {
        const born = capture(random, String(done.captured + done.refused), stock);
        if (born === null) {
          done.refused += 1;
          receive(stock, random);
        } else {
          done.captured += 1;
          beside.push(born);
        }
      }
      const one = beside[upTo(random, Math.max(0, beside.length - 1))];
      if (one === undefined) continue;
      oneOf(random, STEPS)(one, random);
      done.steps += 1;
      checkAll(beside, stock);
      if (random() * STEPS_MAX < 1) {
        one.finish();
        for (const { counts } of one.units.lines) {
          done.shipped += counts.shipped;
          done.returned += counts.returned;
        }
        beside.splice(beside.indexOf(one), 1);
        assert.equal(one.units.reservations.length, 0, 'nothing stays promised');
        checkAll(beside, stock);
      }
    }
  } catch (error) {
    throw new Error(`SEED=${seed}, after ${JSON.stringify(done)}`, { cause: error });
  }
  assert.ok(done.shipped > LIVES && done.returned > LIVES / 10, JSON.stringify(done));
});
