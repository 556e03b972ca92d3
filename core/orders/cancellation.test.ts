import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { isRefusal } from '../refusal.ts';
import { applyChanges } from './apply-changes.ts';
import {
  type CancelableMoney,
  type Cancellation,
  type CancellationScope,
  cancelableUnits,
  decideCancellation,
} from './cancellation.ts';
import { type DraftedKit, type DraftedLine, draftedUnits, lineIdOf } from './drafted-units.ts';
import type { OrderUnits } from './order-units.ts';
import { unsoundUnits } from './sound-units.ts';

const NO_NEW_ROWS = { work: new Map(), parcels: new Map(), leaving: new Set<never>() };
const SHIPPING = 490n;

/** Money of the lines: what is paid for each, and the share of a component. */
function moneyOf(prices: readonly (readonly [bigint, bigint])[]): CancelableMoney {
  return {
    lines: new Map(
      prices.map(([payableMinor, amountMinor], index) => [
        index + 1,
        { payableMinor, amountMinor },
      ]),
    ),
    shippingMinor: SHIPPING,
  };
}

const FREE = moneyOf([]);

const after = (units: OrderUnits, done: Cancellation) =>
  applyChanges(units, done.changes, NO_NEW_ROWS);

function decided(units: OrderUnits, scope: CancellationScope, money = FREE): Cancellation {
  const outcome = decideCancellation(units, scope, money);
  assert.ok(!isRefusal(outcome), isRefusal(outcome) ? outcome.detail : '');
  return outcome;
}

function refused(units: OrderUnits, scope: CancellationScope) {
  const outcome = decideCancellation(units, scope, FREE);
  assert.ok(isRefusal(outcome));
  return outcome;
}

const items = fc
  .record({
    sku: fc.constantFrom('A', 'B', null),
    unpromised: fc.nat(5),
    backordered: fc.nat(5),
    shipped: fc.nat(3),
  })
  .chain((draft) =>
    fc
      .dictionary(fc.constantFrom('X', 'Y', 'Z'), fc.integer({ min: 1, max: 5 }))
      .map((reserved): DraftedLine => (draft.sku === null ? draft : { ...draft, reserved })),
  )
  .filter((draft) => draftedUnits([draft]).lines[0]?.counts.ordered !== 0);
const kits = fc
  .record({
    kits: fc.integer({ min: 1, max: 6 }),
    perKit: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
  })
  .map(
    ({ kits, perKit }): DraftedKit => ({
      kits,
      parts: perKit.map((units) => ({ sku: 'C', perKit: units, reserved: { X: kits * units } })),
    }),
  );
const prices = fc.array(
  fc.tuple(fc.bigInt({ min: 0n, max: 500_000n }), fc.bigInt({ min: 0n, max: 500n })),
  { minLength: 12, maxLength: 12 },
);
const orders = fc
  .tuple(fc.array(items, { maxLength: 4 }), fc.array(kits, { maxLength: 2 }), prices)
  .filter(([lines, packs]) => lines.length + packs.length > 0)
  .map(([lines, packs, given]) => {
    const units = draftedUnits([...lines, ...packs]);
    const paid = given.map(([payable, amount], index): [bigint, bigint] =>
      units.lines[index]?.kind === 'component' ? [0n, amount] : [payable, amount],
    );
    return { units, money: moneyOf(paid) };
  });
const steps = fc.array(fc.record({ line: fc.nat(11), quantity: fc.integer({ min: 1, max: 6 }) }), {
  maxLength: 12,
});

/** Cancels step by step, then all that is left; answers the amount of every line. */
function cancelAll(
  { units, money }: { units: OrderUnits; money: CancelableMoney },
  wanted: readonly { line: number; quantity: number }[],
  check: (units: OrderUnits) => void,
): { units: OrderUnits; amounts: ReadonlyMap<number, bigint>; shipping: bigint } {
  let now = units;
  let shipping = 0n;
  const amounts = new Map<number, bigint>();
  const scopes: CancellationScope[] = wanted.map((one) => [{ ...one, line: one.line + 1 }]);
  for (const scope of [...scopes, 'whole' as const]) {
    const done = decideCancellation(now, scope, money);
    if (isRefusal(done)) continue;
    for (const one of done.lines)
      amounts.set(one.line, (amounts.get(one.line) ?? 0n) + one.amountMinor);
    shipping += done.shippingMinor;
    now = after(now, done);
    check(now);
  }
  return { units: now, amounts, shipping };
}

describe('random cancellations', () => {
  test('conserve units: all that must hold of an order holds after each', () => {
    fc.assert(
      fc.property(orders, steps, (order, wanted) => {
        cancelAll(order, wanted, (units) => assert.deepEqual(unsoundUnits(units), []));
      }),
    );
  });

  test('give back the whole price of a line, to the cent, once all its units are canceled', () => {
    fc.assert(
      fc.property(orders, steps, (order, wanted) => {
        const { units, amounts } = cancelAll(order, wanted, () => {});
        for (const { number, counts } of units.lines)
          if (counts.canceled === counts.ordered)
            assert.equal(
              amounts.get(number) ?? 0n,
              order.money.lines.get(number)?.payableMinor ?? 0n,
            );
      }),
    );
  });

  test('give shipping back once, and only when nothing is left of the order', () => {
    fc.assert(
      fc.property(orders, steps, (order, wanted) => {
        const { units, shipping } = cancelAll(order, wanted, () => {});
        const gone = units.lines.every(({ counts }) => counts.canceled === counts.ordered);
        assert.equal(shipping, gone ? SHIPPING : 0n);
      }),
    );
  });

  test('keep the components of a kit in whole kits', () => {
    fc.assert(
      fc.property(orders, steps, (order, wanted) => {
        cancelAll(order, wanted, ({ lines }) => {
          for (const part of lines) {
            const kit = lines.find((one) => one.number === part.kitLine);
            if (kit === undefined) continue;
            const left = part.counts.canceled * kit.counts.ordered;
            assert.equal(left, kit.counts.canceled * part.counts.ordered);
          }
        });
      }),
    );
  });

  test('leave nothing but what has shipped', () => {
    fc.assert(
      fc.property(orders, steps, (order, wanted) => {
        const { units } = cancelAll(order, wanted, () => {});
        for (const { kind, counts } of units.lines)
          if (kind !== 'kit') assert.equal(cancelableUnits(counts), 0);
      }),
    );
  });
});

describe('where canceled units come from', () => {
  test('first what nobody promised, then what waits, then the newest promise', () => {
    const units = draftedUnits([
      { sku: 'A', unpromised: 1, backordered: 1, reserved: { X: 2, Y: 3 } },
    ]);
    const { changes } = decided(units, [{ line: 1, quantity: 6 }]);
    assert.deepEqual(changes.lines, [
      { line: 1, unpromised: -1, canceled: 6, backordered: -1, reserved: -4 },
    ]);
    assert.deepEqual(changes.shrunk, [
      { reservation: 'rsv_1_Y', units: 3 },
      { reservation: 'rsv_1_X', units: 1 },
    ]);
    assert.deepEqual(changes.waited, [{ sku: 'sku_A', units: 1 }]);
  });

  test('the last unit carries the cents that do not divide', () => {
    let units = draftedUnits([{ sku: 'A', reserved: { X: 3 } }]);
    const amounts = [1, 2, 3].map(() => {
      const done = decided(units, [{ line: lineIdOf(1), quantity: 1 }], moneyOf([[1000n, 1000n]]));
      units = after(units, done);
      return done.amountMinor - done.shippingMinor;
    });
    assert.deepEqual(amounts, [333n, 333n, 334n]);
  });
});

describe('a kit that has shipped in part', () => {
  const parts = [
    { sku: 'A', perKit: 1, shipped: 1 },
    { sku: 'B', perKit: 2, reserved: { X: 2 } },
  ];
  const units = draftedUnits([{ kits: 1, parts }]);
  const money = moneyOf([
    [1000n, 1000n],
    [0n, 700n],
    [0n, 300n],
  ]);

  test('gives back the share of the components that stay', () => {
    const done = decided(units, 'whole', money);
    assert.deepEqual(done.lines, [
      { line: 1, quantity: 0, amountMinor: 300n },
      { line: 3, quantity: 2, amountMinor: 0n },
    ]);
    assert.equal(done.shippingMinor, 0n);
    assert.equal(refused(after(units, done), 'whole').refused, 'nothing-to-cancel');
  });

  test('cannot be canceled as a kit', () => {
    assert.deepEqual(refused(units, [{ line: 1, quantity: 1 }]).data, {
      line: 'oln_1',
      asked: 1,
      cancelable: 0,
    });
  });
});

describe('what cannot be canceled', () => {
  const order = draftedUnits([
    { sku: 'A', shipped: 2, reserved: { X: 1 } },
    { kits: 2, parts: [{ sku: 'B', perKit: 1, reserved: { X: 2 } }] },
  ]);

  test('units that have shipped, also when asked for in two rows', () => {
    const refusal = refused(order, [
      { line: 1, quantity: 1 },
      { line: lineIdOf(1), quantity: 1 },
    ]);
    assert.equal(refusal.refused, 'not-cancelable');
    assert.deepEqual(refusal.data, { line: 'oln_1', asked: 2, cancelable: 1 });
  });

  test('a component without its kit', () => {
    const refusal = refused(order, [{ line: 3, quantity: 1 }]);
    assert.deepEqual(
      [refusal.refused, refusal.data],
      ['not-cancelable', { line: 'oln_3', kitLine: 'oln_2' }],
    );
  });

  test('a line of another order', () => {
    assert.equal(refused(order, [{ line: 'oln_z', quantity: 1 }]).refused, 'line-unknown');
  });

  test('an order of which nothing is left', () => {
    const done = after(order, decided(order, 'whole'));
    assert.equal(refused(done, 'whole').refused, 'nothing-to-cancel');
  });
});
