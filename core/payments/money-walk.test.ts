// Ten thousand steps of authorizing, capturing, shipping, changing the total, canceling, refunding and
// disputing, over one to three payments: after each step the ledger says what the payments say, and
// nothing is asked for beyond what it may be. Whenever all is answered, the money is as the order says.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PaymentId } from '../ids.ts';
import { minorDigits } from '../money.ts';
import {
  ASKED_OF,
  capturable,
  FACT_OF,
  type LedgerKind,
  NO_MONEY,
  type Payment,
  refundable,
  smaller,
} from './payment.ts';
import type { AccountTerms } from './payment-account.ts';
import { REFUND_ALLOCATIONS } from './refund-allocation.ts';
import { captureMissing, type DecidedIntent, decideSettlement, refundOwed } from './settlement.ts';

const STEPS = 10_000;
const STEPS_OF_AN_ORDER = 40;
const ROUNDS = 5;

interface Entry {
  readonly payment: PaymentId;
  readonly kind: LedgerKind;
  readonly amountMinor: bigint;
}

interface Walk {
  terms: AccountTerms;
  payments: Payment[];
  readonly ledger: Entry[];
  open: DecidedIntent[];
}

type Chance = (below: number) => number;

/** The same numbers for the same seed. */
function chanceFrom(seed: number): Chance {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('pain 5: totals drift after repeated edits, refunds, returns', () => {
  for (const currency of ['JPY', 'EUR', 'KWD'])
    test(`random walk of 10,000 steps, with ${minorDigits(currency)} decimals: ledger = order after each`, () => {
      const chance = chanceFrom(20_261_128 + minorDigits(currency));
      const unit = 10n ** BigInt(minorDigits(currency));
      let walk = begin(chance, unit);
      for (let step = 1; step <= STEPS; step += 1) {
        take(walk, chance);
        check(walk);
        if (step % STEPS_OF_AN_ORDER !== 0) continue;
        finish(walk);
        walk = begin(chance, unit);
      }
    });
});

function begin(chance: Chance, unit: bigint): Walk {
  const count = 1 + chance(3);
  const dueMinor = 1n + BigInt(chance(999)) * unit + BigInt(chance(Number(unit)));
  return {
    terms: { dueMinor, grantedMinor: 0n, earnedMinor: 0n, finished: false },
    payments: Array.from({ length: count }, (_, place) => ({
      ...NO_MONEY,
      id: `pay_${place}` as PaymentId,
      captureBlocked: false,
      refundBlocked: false,
      voidBlocked: false,
    })),
    ledger: [],
    open: [],
  };
}

function take(walk: Walk, chance: Chance): void {
  const { terms } = walk;
  const part = (amount: bigint) => (amount * BigInt(1 + chance(100))) / 100n;
  const payment = walk.payments[chance(walk.payments.length)];
  if (payment === undefined) return;
  switch (chance(9)) {
    case 0:
    case 1:
      record(walk, payment.id, 'authorized', part(terms.dueMinor) + 1n);
      break;
    case 2:
      walk.terms = { ...terms, earnedMinor: terms.earnedMinor + part(unearned(terms)) };
      break;
    case 3: // An edit that makes it dearer.
      walk.terms = { ...terms, dueMinor: terms.dueMinor + BigInt(chance(5000)) };
      break;
    case 4: // An edit or a cancellation of what has not shipped.
      walk.terms = { ...terms, dueMinor: terms.dueMinor - part(unearned(terms)) };
      break;
    case 5:
      grant(walk, part(terms.dueMinor));
      break;
    case 6:
      record(
        walk,
        payment.id,
        'disputed',
        part(payment.captured - payment.refunded - payment.disputed),
      );
      break;
    case 7:
      record(walk, payment.id, 'reinstated', part(payment.disputed));
      break;
    default:
      answer(walk, chance(Math.max(1, walk.open.length)), chance(8) === 0);
  }
  settle(walk);
}

function unearned({ dueMinor, earnedMinor }: AccountTerms): bigint {
  return dueMinor - earnedMinor;
}

function grant(walk: Walk, amount: bigint): void {
  const dueMinor = walk.terms.dueMinor - amount;
  walk.terms = {
    ...walk.terms,
    dueMinor,
    grantedMinor: walk.terms.grantedMinor + amount,
    earnedMinor: smaller(walk.terms.earnedMinor, dueMinor),
  };
}

function record(walk: Walk, id: PaymentId, kind: LedgerKind, amountMinor: bigint): void {
  if (amountMinor <= 0n) return;
  walk.ledger.push({ payment: id, kind, amountMinor });
  change(walk, id, (one) => {
    if (kind === 'disputed') return { disputed: one.disputed + amountMinor };
    if (kind === 'reinstated') return { disputed: one.disputed - amountMinor };
    return { [kind]: one[kind] + amountMinor };
  });
}

function change(walk: Walk, id: PaymentId, by: (one: Payment) => Partial<Payment>): void {
  walk.payments = walk.payments.map((one) => (one.id === id ? { ...one, ...by(one) } : one));
}

/** A provider does what it is asked, or says no; what the bank took it cannot refund. */
function answer(walk: Walk, place: number, isDeclined: boolean): void {
  const [intent] = walk.open.splice(place, 1);
  if (intent === undefined) return;
  const { payment: id, kind, amountMinor } = intent;
  const asked = ASKED_OF[kind];
  change(walk, id, (one) => ({ [asked]: one[asked] - amountMinor }));
  const payment = walk.payments.find((one) => one.id === id);
  const isTooMuch = kind === 'refund' && payment !== undefined && refundable(payment) < amountMinor;
  if (isDeclined || isTooMuch) change(walk, id, () => ({ [`${kind}Blocked`]: true }));
  else record(walk, id, FACT_OF[kind], amountMinor);
}

function settle(walk: Walk): void {
  const allocation = REFUND_ALLOCATIONS[walk.ledger.length % REFUND_ALLOCATIONS.length];
  const intents = decideSettlement(walk.terms, walk.payments, allocation);
  for (const { payment, kind, amountMinor } of intents) {
    const asked = ASKED_OF[kind];
    change(walk, payment, (one) => ({ [asked]: one[asked] + amountMinor }));
  }
  walk.open.push(...intents);
  assert.deepEqual(decideSettlement(walk.terms, walk.payments, allocation), []);
}

function check({ payments, ledger, terms }: Walk): void {
  assert.ok(terms.earnedMinor >= 0n && terms.earnedMinor <= terms.dueMinor);
  for (const one of payments) {
    const sum = (kind: LedgerKind) =>
      ledger
        .filter((entry) => entry.payment === one.id && entry.kind === kind)
        .reduce((total, { amountMinor }) => total + amountMinor, 0n);
    for (const kind of ['authorized', 'captured', 'refunded', 'voided'] as const)
      assert.equal(sum(kind), one[kind], kind);
    assert.equal(sum('disputed') - sum('reinstated'), one.disputed);
    assert.ok(one.captured + one.capturing + one.voided + one.voiding <= one.authorized);
    assert.ok(one.refunded + one.refunding <= one.captured);
    assert.ok(one.refunded + one.disputed <= one.captured, 'the buyer has it twice');
  }
}

/** All ships and everything is answered: the money is as the order says. */
function finish(walk: Walk): void {
  walk.terms = { ...walk.terms, earnedMinor: walk.terms.dueMinor, finished: true };
  // A refund that a dispute was faster than is refused as a whole; a person has the rest asked for.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { id } of walk.payments)
      change(walk, id, () => ({ captureBlocked: false, refundBlocked: false, voidBlocked: false }));
    settle(walk);
    while (walk.open.length > 0) answer(walk, 0, false);
    check(walk);
  }
  const { terms, payments } = walk;
  assert.equal(refundOwed(terms, payments), 0n);
  const left = payments.reduce((sum, one) => sum + capturable(one), 0n);
  assert.ok(captureMissing(terms, payments) === 0n || left === 0n);
  if (captureMissing(terms, payments) === 0n) assert.equal(left, 0n, 'what is held is given back');
}
