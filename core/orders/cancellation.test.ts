import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { OrderLineId, ReservationId } from '../ids.ts';
import { isRefusal } from '../refusal.ts';
import {
  type CancelableLine,
  type Cancellation,
  type CancellationScope,
  cancelableUnits,
  decideCancellation,
} from './cancellation.ts';
import { isSound, type LineCounts } from './order-line.ts';

const idOf = (name: string) => name as OrderLineId;

interface Draft {
  readonly unpromised?: number;
  readonly backordered?: number;
  readonly shipped?: number;
  /** Units of each reservation, oldest first. */
  readonly reserved?: readonly number[];
  readonly payableMinor?: bigint;
}

function lineOf(name: string, draft: Draft, more: Partial<CancelableLine> = {}): CancelableLine {
  const { unpromised = 0, backordered = 0, shipped = 0, reserved = [] } = draft;
  const held = reserved.reduce((sum, units) => sum + units, 0);
  const counts: LineCounts = {
    ordered: unpromised + backordered + shipped + held,
    canceled: 0,
    unpromised,
    backordered,
    reserved: held,
    allocated: 0,
    picked: 0,
    packed: 0,
    shipped,
    delivered: 0,
    returned: 0,
  };
  return {
    id: idOf(name),
    kind: 'item',
    kitLine: null,
    counts,
    payableMinor: draft.payableMinor ?? 0n,
    reservations: reserved.map((quantity, index) => ({
      id: `${name}-r${index}` as ReservationId,
      quantity,
    })),
    ...more,
  };
}

function kitOf(name: string, kits: number, perKit: readonly number[], payableMinor: bigint) {
  const kit = lineOf(name, { unpromised: kits, payableMinor }, { kind: 'kit' });
  const parts = perKit.map((units, index) =>
    lineOf(
      `${name}-p${index}`,
      { reserved: [kits * units] },
      { kind: 'component', kitLine: kit.id },
    ),
  );
  return [{ ...kit, counts: { ...kit.counts, unpromised: 0 } }, ...parts];
}

/** The lines after a cancellation, as the database then has them. */
function after(lines: readonly CancelableLine[], done: Cancellation): CancelableLine[] {
  return lines.map((line) => {
    const gone = done.lines.find((one) => one.line === line.id);
    if (gone === undefined) return line;
    const { counts } = line;
    const released = new Map(gone.releases.map((one) => [one.reservation, one.quantity]));
    return {
      ...line,
      counts: {
        ...counts,
        canceled: counts.canceled + gone.quantity,
        unpromised: counts.unpromised - gone.fromUnpromised,
        backordered: counts.backordered - gone.fromBackordered,
        reserved: counts.reserved - gone.fromReserved,
      },
      reservations: line.reservations
        .map((one) => ({ ...one, quantity: one.quantity - (released.get(one.id) ?? 0) }))
        .filter((one) => one.quantity > 0),
    };
  });
}

function decided(lines: readonly CancelableLine[], scope: CancellationScope, shipping = 0n) {
  const outcome = decideCancellation(lines, scope, shipping);
  assert.ok(!isRefusal(outcome), isRefusal(outcome) ? outcome.detail : '');
  return outcome;
}

function refused(lines: readonly CancelableLine[], scope: CancellationScope) {
  const outcome = decideCancellation(lines, scope, 0n);
  assert.ok(isRefusal(outcome));
  return outcome;
}

const drafts = fc.record({
  unpromised: fc.nat(5),
  backordered: fc.nat(5),
  shipped: fc.nat(3),
  reserved: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }),
  payableMinor: fc.bigInt({ min: -5000n, max: 500_000n }),
});
const kits = fc.record({
  kits: fc.integer({ min: 1, max: 6 }),
  perKit: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
  payableMinor: fc.bigInt({ min: 0n, max: 500_000n }),
});
const orders = fc
  .tuple(fc.array(drafts, { maxLength: 4 }), fc.array(kits, { maxLength: 2 }))
  .map(([items, packs]) => [
    ...items.map((draft, index) => lineOf(`i${index}`, draft)),
    ...packs.flatMap((pack, index) =>
      kitOf(`k${index}`, pack.kits, pack.perKit, pack.payableMinor),
    ),
  ])
  .map((lines) => lines.filter((line) => line.counts.ordered > 0));
const steps = fc.array(fc.record({ line: fc.nat(11), quantity: fc.integer({ min: 1, max: 6 }) }), {
  maxLength: 12,
});

/** Cancels step by step, then all that is left; answers the amount of every line. */
function cancelAll(
  order: readonly CancelableLine[],
  wanted: readonly { line: number; quantity: number }[],
  check: (lines: readonly CancelableLine[], done: Cancellation) => void,
): { lines: readonly CancelableLine[]; amounts: ReadonlyMap<string, bigint>; shipping: bigint } {
  let lines = order;
  let shipping = 0n;
  const amounts = new Map<string, bigint>();
  const scopes: CancellationScope[] = wanted.flatMap(({ line, quantity }) => {
    const id = order[line]?.id;
    return id === undefined ? [] : [[{ line: id, quantity }]];
  });
  for (const scope of [...scopes, 'whole' as const]) {
    const done = decideCancellation(lines, scope, 490n);
    if (isRefusal(done)) continue;
    for (const one of done.lines)
      amounts.set(one.line, (amounts.get(one.line) ?? 0n) + one.amountMinor);
    shipping += done.shippingMinor;
    lines = after(lines, done);
    check(lines, done);
  }
  return { lines, amounts, shipping };
}

describe('random cancellations', () => {
  test('conserve units: every line stays sound, and what is released was reserved', () => {
    fc.assert(
      fc.property(orders, steps, (order, wanted) => {
        cancelAll(order, wanted, (lines, done) => {
          for (const { kind, counts, reservations } of lines) {
            if (kind !== 'kit') assert.ok(isSound(counts), JSON.stringify(counts));
            const held = reservations.reduce((sum, one) => sum + one.quantity, 0);
            assert.equal(held, counts.reserved);
          }
          for (const one of done.lines) {
            const released = one.releases.reduce((sum, release) => sum + release.quantity, 0);
            assert.equal(released, one.fromReserved);
          }
        });
      }),
    );
  });

  test('give back the whole price of a line, to the cent, once all its units are canceled', () => {
    fc.assert(
      fc.property(orders, steps, (order, wanted) => {
        const { lines, amounts } = cancelAll(order, wanted, () => {});
        for (const { id, counts, payableMinor } of lines)
          if (counts.canceled === counts.ordered) assert.equal(amounts.get(id) ?? 0n, payableMinor);
      }),
    );
  });

  test('give shipping back once, and only when nothing is left of the order', () => {
    fc.assert(
      fc.property(orders, steps, (order, wanted) => {
        fc.pre(order.length > 0);
        const { lines, shipping } = cancelAll(order, wanted, () => {});
        const gone = lines.every(({ counts }) => counts.canceled === counts.ordered);
        assert.equal(shipping, gone ? 490n : 0n);
      }),
    );
  });

  test('keep the components of a kit in whole kits', () => {
    fc.assert(
      fc.property(orders, steps, (order, wanted) => {
        cancelAll(order, wanted, (lines) => {
          for (const part of lines) {
            const kit = lines.find((one) => one.id === part.kitLine);
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
        const { lines } = cancelAll(order, wanted, () => {});
        for (const { kind, counts } of lines)
          if (kind !== 'kit') assert.equal(cancelableUnits(counts), 0);
      }),
    );
  });
});

describe('where canceled units come from', () => {
  test('first what nobody promised, then what waits, then the newest promise', () => {
    const line = lineOf('a', { unpromised: 1, backordered: 1, reserved: [2, 3] });
    const [done] = decided([line], [{ line: line.id, quantity: 6 }]).lines;
    assert.deepEqual([done?.fromUnpromised, done?.fromBackordered, done?.fromReserved], [1, 1, 4]);
    assert.deepEqual(done?.releases, [
      { reservation: 'a-r1', quantity: 3 },
      { reservation: 'a-r0', quantity: 1 },
    ]);
  });

  test('the last unit carries the cents that do not divide', () => {
    const line = lineOf('a', { reserved: [3], payableMinor: 1000n });
    let lines = [line];
    const amounts = [1, 2, 3].map(() => {
      const done = decided(lines, [{ line: line.id, quantity: 1 }]);
      lines = after(lines, done);
      return done.amountMinor;
    });
    assert.deepEqual(amounts, [333n, 333n, 334n]);
  });
});

describe('what cannot be canceled', () => {
  const order = [lineOf('a', { shipped: 2, reserved: [1] }), ...kitOf('k', 2, [1, 3], 600n)];

  test('units that have shipped, also when asked for in two rows', () => {
    const one = { line: idOf('a'), quantity: 1 };
    const refusal = refused(order, [one, one]);
    assert.equal(refusal.refused, 'not-cancelable');
    assert.deepEqual(refusal.data, { line: 'a', asked: 2, cancelable: 1 });
  });

  test('a component without its kit', () => {
    const refusal = refused(order, [{ line: idOf('k-p0'), quantity: 1 }]);
    assert.deepEqual(
      [refusal.refused, refusal.data],
      ['not-cancelable', { line: 'k-p0', kitLine: 'k' }],
    );
  });

  test('a line of another order', () => {
    assert.equal(refused(order, [{ line: idOf('z'), quantity: 1 }]).refused, 'line-unknown');
  });

  test('an order of which nothing is left', () => {
    const done = after(order, decided(order, 'whole'));
    assert.equal(refused(done, 'whole').refused, 'nothing-to-cancel');
  });
});
