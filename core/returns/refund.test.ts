import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decideCancellation } from '../orders/cancellation.ts';
import { isRefusal } from '../refusal.ts';
import { draftedLines } from './drafted-return.ts';
import { decideReturnRefund, type RefundableLine, type RefundScope } from './refund.ts';

const ALL: RefundScope = { lines: null, shippingMinor: 0n };

function refund(lines: readonly RefundableLine[], scope: RefundScope = ALL) {
  const outcome = decideReturnRefund(lines, scope);
  assert.ok(!isRefusal(outcome), isRefusal(outcome) ? outcome.detail : '');
  return outcome;
}

const refused = (lines: readonly RefundableLine[], scope: RefundScope = ALL) => {
  const outcome = decideReturnRefund(lines, scope);
  assert.ok(isRefusal(outcome));
  return outcome.refused;
};

const BACK = { shipped: 3, returned: 3, open: 3, payableMinor: 100n, amountMinor: 100n };

test('units refunded one by one cost together what the line cost', () => {
  const amounts = [0, 1, 2].map(
    (refunded) =>
      refund(draftedLines([{ ...BACK, refunded, open: 1 }]), {
        ...ALL,
        lines: [{ line: 1, quantity: 1 }],
      }).amountMinor,
  );
  assert.deepEqual(amounts, [34n, 33n, 33n]);
});

test('nothing is refunded twice, nothing that was sent beyond the order or never sent', () => {
  assert.equal(refused(draftedLines([{ ...BACK, refunded: 3, open: 0 }])), 'nothing-to-refund');
  assert.deepEqual(refund(draftedLines([{ ...BACK, ordered: 2, overshipped: 1 }])).lines, [
    { line: 1, quantity: 2 },
  ]);
  assert.equal(refused(draftedLines([{ ...BACK, ordered: 5, shipped: 0 }])), 'nothing-to-refund');
  assert.equal(
    refused(draftedLines([BACK]), { ...ALL, lines: [{ line: 1, quantity: 4 }] }),
    'not-refundable',
  );
});

test('shipping is given back with the last units only', () => {
  const lines = draftedLines([BACK, { ...BACK, returned: 1, open: 1 }]);
  assert.equal(refused(lines, { ...ALL, shippingMinor: 490n }), 'not-refundable');
  const both = draftedLines([BACK, { ...BACK, shipped: 2, canceled: 1, returned: 2, open: 2 }]);
  assert.equal(refund(both, { ...ALL, shippingMinor: 490n }).amountMinor, 100n + 67n + 490n);
});

/** A kit and its components, of which units are canceled and have come back. */
interface KitLife {
  readonly kits: number;
  readonly perKit: readonly number[];
  readonly payableMinor: bigint;
  readonly amounts: readonly bigint[];
  readonly canceled: number[];
  readonly refunded: number[];
}

/** All open units are unpromised, and all that left came back. */
function linesOf(life: KitLife): ReturnType<typeof draftedLines> {
  const { kits, perKit, payableMinor, amounts, canceled, refunded } = life;
  return draftedLines([
    { kind: 'kit', ordered: kits, payableMinor },
    ...perKit.map((per, index) => ({
      kind: 'component' as const,
      kitLine: 1,
      ordered: per * kits,
      canceled: canceled[index] ?? 0,
      shipped: refunded[index] ?? 0,
      returned: refunded[index] ?? 0,
      refunded: refunded[index] ?? 0,
      amountMinor: amounts[index] ?? 0n,
    })),
  ]).map((line) => ({
    ...line,
    counts: { ...line.counts, unpromised: line.counts.reserved, reserved: 0 },
  }));
}

/** @returns the money of it; 0 where it cannot be canceled */
function cancelKits(life: KitLife, kits: number | 'whole'): bigint {
  const lines = linesOf(life);
  const units = { lines, reservations: [], work: [], parcels: [] };
  const money = { lines: new Map(lines.map((line) => [line.number, line])), shippingMinor: 0n };
  const scope = kits === 'whole' ? kits : [{ line: 1, quantity: kits }];
  const outcome = decideCancellation(units, scope, money);
  if (isRefusal(outcome)) return 0n;
  for (const { line, quantity } of outcome.lines)
    if (line > 1) life.canceled[line - 2] = (life.canceled[line - 2] ?? 0) + quantity;
  return outcome.amountMinor;
}

/** Units of the first component that still can leave, come back and are refunded. */
function sendBack(life: KitLife, wanted: number): bigint {
  const lines = linesOf(life);
  const line = lines.find((one) => one.kind === 'component' && one.counts.unpromised > 0);
  if (line === undefined) return 0n;
  const { shipped, returned, unpromised } = line.counts;
  const units = Math.min(wanted, unpromised);
  const counts = { ...line.counts, shipped: shipped + units, returned: returned + units };
  const back = lines.map((one) => (one === line ? { ...one, counts, open: units } : one));
  life.refunded[line.number - 2] = returned + units;
  return refund(back).amountMinor;
}

test('cancellations and refunds of a kit, in any order, sum to its price exactly', () => {
  const step = fc.record({ isCanceled: fc.boolean(), units: fc.integer({ min: 1, max: 3 }) });
  const price = fc.bigInt(0n, 1000n);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom<readonly number[]>([1], [2, 1], [1, 1, 3]),
      price,
      fc.array(price, { minLength: 3, maxLength: 3 }),
      fc.array(step, { maxLength: 12 }),
      (kits, perKit, payableMinor, amounts, steps) => {
        const none = () => perKit.map(() => 0);
        const life = { kits, perKit, payableMinor, amounts, canceled: none(), refunded: none() };
        let given = 0n;
        for (const { isCanceled, units } of steps)
          given += isCanceled ? cancelKits(life, units) : sendBack(life, units);
        given += cancelKits(life, 'whole');
        assert.equal(given, payableMinor);
      },
    ),
  );
});
