import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { SplitPolicy } from '../catalog/channel.ts';
import type { LocationId, SkuId } from '../ids.ts';
import type { RankedLocation } from './location-ranking.ts';
import {
  CANDIDATES_NAMED_MAX,
  chooseProvisionalLocations,
  type ProvisionalPlan,
} from './provisional-location.ts';

/** Wanted units per SKU, and per location, best ranked first, what it has of each. */
interface Case {
  readonly wanted: readonly number[];
  readonly stock: readonly (readonly number[])[];
}

const skuOf = (index: number) => `sku_${index}` as SkuId;

function planOf(given: Case, split: SplitPolicy = 'allow'): ProvisionalPlan {
  const ranked = given.stock.map(
    (_, index): RankedLocation => ({
      id: `loc_${index}` as LocationId,
      number: index + 1,
      costMinor: index,
      distanceKm: null,
      safetyStock: 0,
      bufferUnits: 0,
      priority: 1,
    }),
  );
  return chooseProvisionalLocations(
    given.wanted.map((quantity, index) => ({ sku: skuOf(index), quantity })),
    { ranked, excluded: [{ number: 900, reason: 'inactive' }] },
    (sku, location) => given.stock[location.number - 1]?.[Number(sku.slice(4))] ?? 0,
    split,
  );
}

const usedBy = (plan: ProvisionalPlan) => new Set(plan.picks.map((pick) => pick.location.number));

function givenBy(given: Case, places: readonly number[]): number[] {
  return given.wanted.map((wanted, sku) =>
    Math.min(
      wanted,
      places.reduce((sum, place) => sum + Math.max(0, given.stock[place]?.[sku] ?? 0), 0),
    ),
  );
}

const coversAll = (given: Case, places: readonly number[]) =>
  givenBy(given, places).every((units, sku) => units === given.wanted[sku]);

const cases = fc.integer({ min: 1, max: 4 }).chain((skus) =>
  fc.record({
    wanted: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: skus, maxLength: skus }),
    stock: fc.array(
      fc.array(fc.integer({ min: -2, max: 12 }), { minLength: skus, maxLength: skus }),
      { maxLength: 7 },
    ),
  }),
);

describe('every plan', () => {
  const policies = fc.constantFrom<SplitPolicy>('allow', 'forbid');

  test('takes no more than there is, and says exactly what is missing', () => {
    fc.assert(
      fc.property(cases, policies, (given, split) => {
        const plan = planOf(given, split);
        const taken = new Map<string, number>();
        for (const { sku, location, quantity } of plan.picks) {
          assert.ok(quantity > 0);
          const key = `${sku} ${location.number}`;
          taken.set(key, (taken.get(key) ?? 0) + quantity);
          const has = given.stock[location.number - 1]?.[Number(sku.slice(4))] ?? 0;
          assert.ok((taken.get(key) ?? 0) <= has);
        }
        given.wanted.forEach((wanted, index) => {
          const picked = plan.picks.filter((pick) => pick.sku === skuOf(index));
          const units = picked.reduce((sum, pick) => sum + pick.quantity, 0);
          assert.equal(units + (plan.missing[index] ?? 0), wanted);
        });
      }),
    );
  });

  test('with splits allowed misses only what no location has', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const everywhere = given.stock.map((_, place) => place);
        const most = givenBy(given, everywhere);
        assert.deepEqual(
          planOf(given).missing,
          given.wanted.map((wanted, sku) => wanted - (most[sku] ?? 0)),
        );
      }),
    );
  });

  test('uses one location wherever one has everything, and it is the best ranked of those', () => {
    fc.assert(
      fc.property(cases, policies, (given, split) => {
        const whole = given.stock.findIndex((_, place) => coversAll(given, [place]));
        fc.pre(whole >= 0);
        assert.deepEqual(usedBy(planOf(given, split)), new Set([whole + 1]));
      }),
    );
  });

  test('uses two locations wherever one is not enough and two are', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const places = given.stock.map((_, place) => place);
        fc.pre(!places.some((place) => coversAll(given, [place])));
        const pairs = places.flatMap((a) => places.slice(a + 1).map((b) => [a, b]));
        fc.pre(pairs.some((pair) => coversAll(given, pair)));
        assert.equal(usedBy(planOf(given)).size, 2);
      }),
    );
  });

  test('with splits forbidden uses one location, the one that gives most', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const plan = planOf(given, 'forbid');
        assert.ok(usedBy(plan).size <= 1);
        const gives = given.stock.map((_, place) => givenBy(given, [place]));
        const totals = gives.map((units) => units.reduce((sum, one) => sum + one, 0));
        const picked = plan.picks.reduce((sum, pick) => sum + pick.quantity, 0);
        assert.equal(picked, Math.max(0, ...totals));
      }),
    );
  });

  test('names every location once, and says why it was not chosen', () => {
    fc.assert(
      fc.property(cases, policies, (given, split) => {
        const plan = planOf(given, split);
        const named = plan.candidates.map((one) => one.locationNumber);
        assert.deepEqual(named, [...given.stock.map((_, place) => place + 1), 900]);
        assert.equal(plan.othersCount, 0);
        const used = usedBy(plan);
        for (const { locationNumber: number, outcome } of plan.candidates)
          assert.equal(outcome, used.has(number) ? 'chosen' : reasonFor(given, number));
      }),
    );
  });

  test('is the same for the same input', () => {
    fc.assert(
      fc.property(cases, policies, (given, split) => {
        assert.deepEqual(planOf(given, split), planOf(given, split));
      }),
    );
  });
});

function reasonFor(given: Case, number: number): string {
  if (number === 900) return 'inactive';
  const stock = given.stock[number - 1] ?? [];
  if (coversAll(given, [number - 1])) return 'ranked-lower';
  return stock.some((units) => units > 0) ? 'too-little-stock' : 'no-stock';
}

test('two locations are chosen from the best ranked that do together', () => {
  const stock = [[1], [4], [6], [9]];
  assert.deepEqual(
    planOf({ wanted: [10], stock }).picks.map(({ location, quantity }) => [
      location.number,
      quantity,
    ]),
    [
      [2, 4],
      [3, 6],
    ],
  );
});

describe('a chain of a thousand stores', () => {
  const stock = Array.from({ length: 1000 }, (_, place) => [place === 977 ? 5 : 0]);

  test('finds the one store that has it, and names it beside the best ranked', () => {
    const plan = planOf({ wanted: [5], stock });
    assert.deepEqual([...usedBy(plan)], [978]);
    assert.equal(plan.candidates.length, CANDIDATES_NAMED_MAX + 1);
    assert.equal(plan.candidates.at(-1)?.outcome, 'chosen');
    assert.equal(plan.candidates.length + plan.othersCount, 1001);
  });

  test('gathers scattered units from as many stores as it takes', () => {
    const scattered = Array.from({ length: 1000 }, (_, place) => [place % 100 === 99 ? 1 : 0]);
    const plan = planOf({ wanted: [12], stock: scattered });
    assert.equal(usedBy(plan).size, 10);
    assert.deepEqual(plan.missing, [2]);
    const named = plan.candidates.map((one) => one.locationNumber);
    assert.equal(new Set(named).size, named.length);
    assert.equal(plan.candidates.filter((one) => one.outcome === 'chosen').length, 10);
  });
});
