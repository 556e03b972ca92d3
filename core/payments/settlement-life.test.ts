// The property test of settlement: whatever becomes of an order and its payments, in whatever
// order, never more is captured than authorized or earned, never more refunded than captured, and
// in the end the buyer paid what is due, to the minor unit.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { PaymentId } from '../ids.ts';
import { minorDigits } from '../money.ts';
import { accountTerms, type EarningOrder } from '../orders/earned.ts';
import { capturable, NO_MONEY, type Payment } from './payment.ts';
import { type DecidedIntent, decideSettlement } from './settlement.ts';

/** One order of some lines, and what may happen to it and its money. */
type Step =
  | { readonly do: 'authorize'; readonly payment: number; readonly share: number }
  | { readonly do: 'ship' | 'cancel'; readonly line: number; readonly units: number }
  | { readonly do: 'grant'; readonly share: number }
  | { readonly do: 'answer'; readonly which: number; readonly decline: boolean }
  | { readonly do: 'retry' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('authorize' as const),
    payment: fc.nat(2),
    share: fc.integer({ min: 1, max: 100 }),
  }),
  fc.record({
    do: fc.constantFrom('ship' as const, 'cancel' as const),
    line: fc.nat(3),
    units: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ do: fc.constant('grant' as const), share: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ do: fc.constant('answer' as const), which: fc.nat(5), decline: fc.boolean() }),
  fc.constant({ do: 'retry' as const }),
);

const lines = fc.array(
  fc.record({
    payable: fc.bigInt({ min: -50n, max: 99_999n }),
    units: fc.integer({ min: 1, max: 5 }),
  }),
  { minLength: 1, maxLength: 4 },
);

describe('random lives of an order and its money', () => {
  for (const currency of ['JPY', 'EUR', 'KWD'])
    test(`invariants hold after each step, with ${minorDigits(currency)} decimals`, () => {
      fc.assert(
        fc.property(
          lines,
          fc.bigInt({ min: 0n, max: 999n }),
          fc.constantFrom('shipment' as const, 'authorization' as const),
          fc.array(step, { maxLength: 60 }),
          (given, charges, captureAt, steps) => {
            const life = lifeOf(given, charges, captureAt);
            for (const one of steps) {
              take(life, one);
              checkMoney(life);
            }
            finish(life);
          },
        ),
        { numRuns: 300 },
      );
    });
});

interface Life {
  readonly captureAt: 'shipment' | 'authorization';
  order: EarningOrder;
  /** Canceled units by line. */
  readonly canceled: number[];
  payments: Payment[];
  open: DecidedIntent[];
}

function lifeOf(
  given: readonly { payable: bigint; units: number }[],
  chargesMinor: bigint,
  captureAt: Life['captureAt'],
): Life {
  const lines = given.map((line, index) => ({
    number: index + 1,
    kind: 'item' as const,
    kitLine: null,
    ordered: line.units,
    shipped: 0,
    overshipped: 0,
    amountMinor: line.payable,
    payableMinor: line.payable,
  }));
  const none = {
    conversion: null,
    captureBlocked: false,
    refundBlocked: false,
    voidBlocked: false,
    ...NO_MONEY,
  };
  return {
    captureAt,
    order: {
      totalMinor: given.reduce((sum, line) => sum + line.payable, chargesMinor),
      canceledMinor: 0n,
      grantedMinor: 0n,
      ordered: given.reduce((sum, line) => sum + line.units, 0),
      canceled: 0,
      shipped: 0,
      overshipped: 0,
      chargesMinor,
      lines,
    },
    canceled: given.map(() => 0),
    payments: ['a', 'b', 'c'].map((name) => ({ id: name as PaymentId, ...none })),
    open: [],
  };
}

const accountOf = (life: Life) => accountTerms(life.order, life.captureAt);

function take(life: Life, step: Step): void {
  if (step.do === 'authorize') {
    const id = life.payments[step.payment]?.id;
    const amount = share(accountOf(life).dueMinor, step.share);
    if (id !== undefined && amount > 0n)
      change(life, id, (of) => ({ authorized: of.authorized + amount }));
  } else if (step.do === 'grant') grant(life, share(accountOf(life).dueMinor, step.share));
  else if (step.do === 'retry')
    for (const { id } of life.payments)
      change(life, id, () => ({ captureBlocked: false, refundBlocked: false, voidBlocked: false }));
  else if (step.do === 'answer') {
    const [intent] = life.open.splice(step.which % Math.max(1, life.open.length), 1);
    if (intent !== undefined) answer(life, intent, step.decline);
  } else moveUnits(life, step);
  settle(life);
}

function settle(life: Life): void {
  const intents = decideSettlement(accountOf(life), life.payments);
  for (const intent of intents) ask(life, intent);
  life.open.push(...intents);
  const again = decideSettlement(accountOf(life), life.payments);
  assert.deepEqual(again, [], 'a second run yields nothing');
}

/** All ships, all is authorized and answered; then all of it is granted back. */
function finish(life: Life): void {
  const answerAll = () => {
    while (life.open.length > 0) take(life, { do: 'answer', which: 0, decline: false });
  };
  for (const line of life.order.lines.keys()) take(life, { do: 'ship', line, units: 99 });
  take(life, { do: 'authorize', payment: 0, share: 100 });
  take(life, { do: 'retry' });
  answerAll();
  take(life, { do: 'retry' });
  answerAll();
  checkMoney(life);
  assert.equal(netOf(life), accountOf(life).dueMinor, 'in the end the buyer paid what is due');
  for (const payment of life.payments) assert.equal(capturable(payment), 0n);
  // Pain 6: every captured minor unit can be refunded.
  grant(life, accountOf(life).dueMinor);
  settle(life);
  answerAll();
  assert.equal(netOf(life), 0n);
}

function change(life: Life, id: PaymentId, by: (payment: Payment) => Partial<Payment>): void {
  life.payments = life.payments.map((one) => (one.id === id ? { ...one, ...by(one) } : one));
}

function ask(life: Life, { payment, kind, amountMinor }: DecidedIntent): void {
  change(life, payment, (of) =>
    kind === 'capture'
      ? { capturing: of.capturing + amountMinor }
      : kind === 'refund'
        ? { refunding: of.refunding + amountMinor }
        : { voiding: of.voiding + amountMinor },
  );
}

function answer(life: Life, intent: DecidedIntent, decline: boolean): void {
  const { payment, kind, amountMinor } = intent;
  const done = decline ? 0n : amountMinor;
  change(life, payment, (of) =>
    kind === 'capture'
      ? {
          capturing: of.capturing - amountMinor,
          captured: of.captured + done,
          captureBlocked: decline,
        }
      : kind === 'refund'
        ? {
            refunding: of.refunding - amountMinor,
            refunded: of.refunded + done,
            refundBlocked: decline,
          }
        : { voiding: of.voiding - amountMinor, voided: of.voided + done, voidBlocked: decline },
  );
}

function moveUnits(life: Life, { do: what, line, units }: Extract<Step, { line: number }>): void {
  const of = life.order.lines[line];
  if (of === undefined) return;
  const gone = life.canceled[line] ?? 0;
  const moved = Math.min(units, of.ordered - gone - of.shipped);
  const { order } = life;
  if (what === 'ship') {
    const lines = order.lines.map((one) =>
      one === of ? { ...one, shipped: one.shipped + moved } : one,
    );
    life.order = { ...order, lines, shipped: order.shipped + moved };
    return;
  }
  life.canceled[line] = gone + moved;
  const value = (count: number) => (of.payableMinor * BigInt(count)) / BigInt(of.ordered);
  const all = order.canceled + moved === order.ordered;
  const amount = value(gone + moved) - value(gone) + (all ? order.chargesMinor : 0n);
  life.order = {
    ...order,
    canceled: order.canceled + moved,
    canceledMinor: order.canceledMinor + amount,
  };
}

function grant(life: Life, amountMinor: bigint): void {
  life.order = { ...life.order, grantedMinor: life.order.grantedMinor + amountMinor };
}

const share = (amount: bigint, percent: number) =>
  amount > 0n ? (amount * BigInt(percent)) / 100n + 1n : 0n;
const netOf = ({ payments }: Life) =>
  payments.reduce((net, one) => net + one.captured - one.refunded, 0n);

function checkMoney(life: Life): void {
  for (const one of life.payments) {
    assert.ok(one.captured + one.capturing + one.voided + one.voiding <= one.authorized);
    assert.ok(one.refunded + one.refunding <= one.captured);
  }
  const asked = life.payments.reduce(
    (net, one) => net + one.captured + one.capturing - one.refunded - one.refunding,
    0n,
  );
  const pending = life.payments.reduce((sum, one) => sum + one.capturing, 0n);
  const blocked = life.payments.some(({ refundBlocked }) => refundBlocked);
  // What is under way when due falls is refunded once it is there.
  if (!blocked)
    assert.ok(asked - pending <= accountOf(life).dueMinor, 'never more than due is kept');
}
