import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { LocationId, SkuId } from '../ids.ts';
import { AMOUNT_MINOR_MAX } from '../money.ts';
import { isRefusal } from '../refusal.ts';
import type { RankedLocation } from '../routing/location-ranking.ts';
import {
  type CapturedOrder,
  type CaptureRefusal,
  type CaptureRequest,
  type CaptureWorld,
  type CatalogSku,
  decideCapture,
  ORDER_LINES_MAX,
  type RequestedLine,
} from './capture.ts';

type Units = Readonly<Record<string, number>>;

/** Location → SKU → available units; per SKU the backorder room; kit → component → units. */
interface Given {
  readonly stock?: Readonly<Record<string, Units>>;
  readonly room?: Units;
  readonly kits?: Readonly<Record<string, Units>>;
  readonly inactive?: readonly string[];
}

const idOf = (code: string) => `sku_${code}` as SkuId;

function given({ stock = {}, room = {}, kits = {}, inactive = [] }: Given): CaptureWorld {
  const codes = new Set([
    ...Object.values(stock).flatMap((units) => Object.keys(units)),
    ...Object.entries(kits).flatMap(([kit, parts]) => [kit, ...Object.keys(parts)]),
    ...inactive,
  ]);
  const skus = new Map(
    [...codes].map((code): [string, CatalogSku] => [
      code,
      {
        id: idOf(code),
        code,
        title: `Title of ${code}`,
        active: !inactive.includes(code),
        priceMinor: null,
        components: Object.entries(kits[code] ?? {}).map(([part, quantityPerKit]) => ({
          sku: idOf(part),
          quantityPerKit,
          priceMinor: null,
        })),
      },
    ]),
  );
  const places = Object.keys(stock);
  return {
    findSku: (code) => skus.get(code),
    skuById: (id) => skus.get(id.slice(4)),
    ranking: {
      ranked: places.map(
        (place, index): RankedLocation => ({
          id: `loc_${place}` as LocationId,
          number: index,
          costMinor: 0,
          distanceKm: null,
          safetyStock: 0,
          bufferUnits: 0,
          priority: 1,
        }),
      ),
      excluded: [],
    },
    availableAt: (sku, location) => stock[places[location.number] ?? '']?.[sku.slice(4)] ?? 0,
    backorderRoom: (sku) => room[sku.slice(4)] ?? 0,
  };
}

function lineOf(skuCode: string, quantity: number, more: Partial<RequestedLine> = {}) {
  const price = { unitPriceMinor: 1000n };
  const none = { externalId: null, title: null, taxes: [], discounts: [] };
  return { skuCode, quantity, price, ...none, ...more };
}

function when(
  world: CaptureWorld,
  lines: readonly RequestedLine[],
  more: Partial<CaptureRequest> = {},
): CapturedOrder | CaptureRefusal {
  const request: CaptureRequest = {
    currency: 'EUR',
    pricesIncludeTax: true,
    lines,
    shipping: [],
    stockPolicy: 'all-or-nothing',
    splitPolicy: 'allow',
    statedTotalMinor: null,
    ...more,
  };
  return decideCapture(request, world);
}

function thenCaptured(outcome: CapturedOrder | CaptureRefusal): CapturedOrder {
  assert.ok(!isRefusal(outcome), isRefusal(outcome) ? outcome.detail : '');
  return outcome;
}

function thenRefused(outcome: CapturedOrder | CaptureRefusal): CaptureRefusal {
  assert.ok(isRefusal(outcome));
  return outcome;
}

const promises = (order: CapturedOrder) =>
  order.lines.map((line) => [line.skuCode, line.reserved, line.backordered, line.unpromised]);
const places = (order: CapturedOrder) =>
  order.reservations.map(({ line, location, quantity }) => [line, location.id, quantity]);
const partial = { stockPolicy: 'partial-with-backorder' } as const;

describe('stock of one SKU asked for twice', () => {
  const world = given({ stock: { ber: { cup: 5 } } });

  test('given 5, when two lines want 3 and 2, then each line has its own reservation', () => {
    const order = thenCaptured(when(world, [lineOf('cup', 3), lineOf('cup', 2)]));
    assert.deepEqual(places(order), [
      [0, 'loc_ber', 3],
      [1, 'loc_ber', 2],
    ]);
    assert.deepEqual(order.demands, [{ sku: idOf('cup'), quantity: 5 }]);
  });

  test('given 5, when two lines want 3 each, then the order is refused for the sum', () => {
    const refusal = thenRefused(when(world, [lineOf('cup', 3), lineOf('cup', 3)]));
    assert.equal(refusal.refused, 'insufficient-stock');
    assert.deepEqual(refusal.data?.['skus'], [
      { sku: 'cup', requested: 6, available: 5, backorderRoom: 0 },
    ]);
  });

  test('when stock lies at two locations, then a line may have several reservations', () => {
    const two = given({ stock: { ber: { cup: 4 }, ham: { cup: 3 } } });
    const order = thenCaptured(when(two, [lineOf('cup', 2), lineOf('cup', 5)]));
    assert.deepEqual(places(order), [
      [0, 'loc_ber', 2],
      [1, 'loc_ber', 2],
      [1, 'loc_ham', 3],
    ]);
  });
});

describe('a kit', () => {
  const kits = { set: { cup: 2, pot: 1 } };

  test('is reserved by its components, which share its price', () => {
    const world = given({ kits, stock: { ber: { cup: 9, pot: 9 } } });
    const order = thenCaptured(when(world, [lineOf('set', 2)]));
    assert.deepEqual(
      order.lines.map((line) => [line.kind, line.kitLine, line.quantity, line.amountMinor]),
      [
        ['kit', null, 2, 2000n],
        ['component', 0, 4, 1333n],
        ['component', 0, 2, 667n],
      ],
    );
    assert.deepEqual(promises(order), [
      ['set', 0, 0, 0],
      ['cup', 4, 0, 0],
      ['pot', 2, 0, 0],
    ]);
    assert.equal(order.total.totalMinor, 2000n);
  });

  test('beside its own component is counted with it', () => {
    const world = given({ kits, stock: { ber: { cup: 5, pot: 9 } } });
    const beside = (cups: number) => when(world, [lineOf('set', 2), lineOf('cup', cups)]);
    assert.equal(thenCaptured(beside(1)).demands[0]?.quantity, 5);
    assert.equal(thenRefused(beside(2)).refused, 'insufficient-stock');
  });
});

describe('a SKU nobody knows', () => {
  test('becomes an unmatched line: taken as it is, promised by nobody, no stock asked for', () => {
    const order = thenCaptured(when(given({}), [lineOf('mystery', 3, { title: 'As sold' })]));
    assert.deepEqual(promises(order), [['mystery', 0, 0, 3]]);
    assert.deepEqual(
      [order.lines[0]?.sku, order.lines[0]?.title, order.demands, order.backorders],
      [null, 'As sold', [], []],
    );
  });

  test('does not stop the lines beside it', () => {
    const world = given({ stock: { ber: { cup: 1 } } });
    const order = thenCaptured(when(world, [lineOf('mystery', 1), lineOf('cup', 1)]));
    assert.deepEqual(places(order), [[1, 'loc_ber', 1]]);
  });
});

describe('too little stock', () => {
  const stock = { ber: { cup: 2, pot: 9 } };

  test('all or nothing: one short SKU refuses the order, backorder room or not', () => {
    const world = given({ stock, room: { cup: 100 } });
    const lines = [lineOf('cup', 3), lineOf('pot', 1)];
    assert.equal(thenRefused(when(world, lines)).refused, 'insufficient-stock');
  });

  test('partial: what there is gets reserved, the rest waits, up to the room', () => {
    const world = given({ stock, room: { cup: 3 } });
    const lines = [lineOf('cup', 1), lineOf('cup', 4), lineOf('pot', 1)];
    const order = thenCaptured(when(world, lines, partial));
    assert.deepEqual(promises(order), [
      ['cup', 1, 0, 0],
      ['cup', 1, 3, 0],
      ['pot', 1, 0, 0],
    ]);
    assert.deepEqual(order.backorders, [{ sku: idOf('cup'), quantity: 3 }]);
  });

  test('partial: one unit beyond the room refuses the order, and says how much room there is', () => {
    const world = given({ stock, room: { cup: 3 } });
    const refusal = thenRefused(when(world, [lineOf('cup', 6)], partial));
    assert.deepEqual(refusal.data?.['skus'], [
      { sku: 'cup', requested: 6, available: 2, backorderRoom: 3 },
    ]);
  });

  test('a forbidden split counts only the one location that gives most', () => {
    const world = given({ stock: { ber: { cup: 2 }, ham: { cup: 3 } }, room: { cup: 2 } });
    const forbid = { splitPolicy: 'forbid' } as const;
    const five = [lineOf('cup', 5)];
    assert.equal(thenRefused(when(world, five, forbid)).refused, 'insufficient-stock');
    assert.deepEqual(places(thenCaptured(when(world, five, { ...forbid, ...partial }))), [
      [0, 'loc_ham', 3],
    ]);
    assert.equal(thenCaptured(when(world, five)).reservations.length, 2);
  });
});

describe('what is refused before any stock is looked at', () => {
  const world = given({
    stock: { ber: { cup: 9 } },
    inactive: ['old'],
    kits: { box: Object.fromEntries(Array.from({ length: 999 }, (_, part) => [`part${part}`, 1])) },
  });

  test('a SKU that is not for sale', () => {
    const refusal = thenRefused(when(world, [lineOf('cup', 1), lineOf('old', 1)]));
    assert.deepEqual([refusal.refused, refusal.data], ['sku-inactive', { sku: 'old' }]);
  });

  test('more lines than an order may have, counted after kits are exploded', () => {
    const two = [lineOf('box', 1), lineOf('box', 1)];
    const fits = when(world, two);
    assert.equal(thenRefused(fits).refused, 'insufficient-stock');
    const refusal = thenRefused(when(world, [...two, lineOf('cup', 1)]));
    assert.equal(refusal.refused, 'order-has-too-many-lines');
    assert.deepEqual(refusal.data, { lines: ORDER_LINES_MAX + 1, linesMax: ORDER_LINES_MAX });
  });

  test('a stated total that the lines, shipping, discounts and taxes do not sum to', () => {
    const tax = { name: 'VAT', rate: '0.19', amountMinor: 190n };
    const lines = [lineOf('cup', 1, { taxes: [tax] })];
    const shipping = [
      { kind: 'shipping' as const, title: 'Post', amountMinor: 490n, taxes: [], discounts: [] },
    ];
    const stating = (statedTotalMinor: bigint, pricesIncludeTax: boolean) =>
      when(world, lines, { shipping, statedTotalMinor, pricesIncludeTax });
    assert.equal(thenCaptured(stating(1490n, true)).total.totalMinor, 1490n);
    assert.equal(thenCaptured(stating(1680n, false)).total.totalMinor, 1680n);
    const refusal = thenRefused(stating(1489n, true));
    assert.equal(refusal.refused, 'order-total-mismatch');
    assert.deepEqual(refusal.data, { statedTotalMinor: 1489, totalMinor: 1490 });
  });

  test('an amount, or a sum of amounts, that a JSON number cannot hold exactly', () => {
    const costing = (...amounts: bigint[]) =>
      when(
        world,
        amounts.map((unitPriceMinor) => lineOf('mystery', 1, { price: { unitPriceMinor } })),
      );
    assert.equal(thenCaptured(costing(AMOUNT_MINOR_MAX)).total.totalMinor, AMOUNT_MINOR_MAX);
    for (const amounts of [[AMOUNT_MINOR_MAX, 1n], [-AMOUNT_MINOR_MAX - 1n], [10n ** 20n, 1n]])
      assert.equal(thenRefused(costing(...amounts)).refused, 'validation-failed');
  });
});
