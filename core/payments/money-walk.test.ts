// Ten thousand steps of authorizing, paying in advance, capturing, shipping, changing the total,
// canceling, refunding and disputing, over one to three payments, each in the currency of the order or
// in another one with a stated conversion: after each step the ledger says what the payments say, in
// their currencies and in the order's, and nothing is asked for beyond what it may be. Whenever all is
// answered, the money is as the order says.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PaymentId } from '../ids.ts';
import { minorDigits } from '../money.ts';
import { type Conversion, isBelowUnit, worthOf } from './conversion.ts';
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
import { type AccountTerms, paymentStatus, securedMinor } from './payment-account.ts';
import { capturedWorth, comingWorth, keptWorth, worthOfMovement } from './payment-worth.ts';
import { REFUND_ALLOCATIONS } from './refund-allocation.ts';
import { captureMissing, type DecidedIntent, decideSettlement, refundOwed } from './settlement.ts';

const STEPS = 10_000;
const STEPS_OF_AN_ORDER = 40;
const ROUNDS = 5;

interface Entry {
  readonly payment: PaymentId;
  readonly kind: LedgerKind;
  readonly amountMinor: bigint;
  readonly worthMinor: bigint;
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
  for (const currency of ['JPY', 'EUR', 'KWD']) {
    test(`random walk of 10,000 steps, with ${minorDigits(currency)} decimals: ledger = order after each`, () =>
      walkOn(currency, []));
    test(`random walk of 10,000 steps, with payments in other currencies for an order in ${currency}`, () =>
      walkOn(currency, Object.keys(WORTH_OF_UNIT)));
  }
});

/** Of one unit of each, in thousandths of a euro, roughly. */
const WORTH_OF_UNIT: Readonly<Record<string, bigint>> = {
  EUR: 1000n,
  USD: 923n,
  GBP: 1171n,
  JPY: 6n,
  KWD: 3006n,
};

function walkOn(currency: string, others: readonly string[]): void {
  const chance = chanceFrom(20_261_128 + minorDigits(currency));
  let walk = begin(chance, currency, others);
  for (let step = 1; step <= STEPS; step += 1) {
    take(walk, chance);
    check(walk);
    if (step % STEPS_OF_AN_ORDER !== 0) continue;
    finish(walk);
    walk = begin(chance, currency, others);
  }
}

/** What a payment in another currency is stated to be worth: near its rate, never just that. */
function conversionFor(
  dueMinor: bigint,
  order: string,
  others: readonly string[],
  chance: Chance,
): Conversion | null {
  const currency = others[chance(others.length)] ?? order;
  if (currency === order) return null;
  const orderAmountMinor = 1n + (dueMinor * BigInt(1 + chance(100))) / 100n;
  const scale = (of: string) => (WORTH_OF_UNIT[of] ?? 1n) * 10n ** BigInt(3 - minorDigits(of));
  const amountMinor = (orderAmountMinor * scale(order)) / scale(currency) + BigInt(1 + chance(9));
  return { amountMinor, orderAmountMinor };
}

function begin(chance: Chance, currency: string, others: readonly string[]): Walk {
  const unit = 10n ** BigInt(minorDigits(currency));
  const count = 1 + chance(3);
  const dueMinor = 1n + BigInt(chance(999)) * unit + BigInt(chance(Number(unit)));
  return {
    terms: { dueMinor, grantedMinor: 0n, earnedMinor: 0n, finished: false },
    payments: Array.from({ length: count }, (_, place) => ({
      ...NO_MONEY,
      id: `pay_${place}` as PaymentId,
      conversion: conversionFor(dueMinor, currency, others, chance),
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
  switch (chance(11)) {
    case 0:
    case 1:
      record(walk, payment.id, 'authorized', paidWith(payment, part(terms.dueMinor) + 1n));
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
    case 8: // A refund did not reach the buyer.
      record(walk, payment.id, 'returned', part(payment.refunded));
      break;
    case 9:
      receive(walk, payment.id, paidWith(payment, part(terms.dueMinor) + 1n));
      break;
    default:
      answer(walk, chance(Math.max(1, walk.open.length)), chance(8) === 0);
  }
  settle(walk);
}

const ONE_TO_ONE: Conversion = { amountMinor: 1n, orderAmountMinor: 1n };

/** As much as is stated, or a part of what is due; a provider may tell of it more than once. */
function paidWith({ conversion, authorized }: Payment, worthMinor: bigint): bigint {
  const { amountMinor: whole, orderAmountMinor: worth } = conversion ?? ONE_TO_ONE;
  const isWhole = conversion !== null && authorized === 0n && worthMinor % 2n === 0n;
  const part = conversion === null ? worthMinor : (worthMinor * whole) / worth + 1n;
  return isWhole ? whole : part;
}

/** A transfer: it is there before anything has shipped. */
function receive(walk: Walk, id: PaymentId, amountMinor: bigint): void {
  record(walk, id, 'authorized', amountMinor);
  record(walk, id, 'captured', amountMinor);
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
  const payment = walk.payments.find((one) => one.id === id);
  if (amountMinor <= 0n || payment === undefined) return;
  const worthMinor = worthOfMovement(payment, kind, amountMinor);
  walk.ledger.push({ payment: id, kind, amountMinor, worthMinor });
  change(walk, id, (one) => {
    if (kind === 'disputed') return { disputed: one.disputed + amountMinor };
    if (kind === 'returned') return { refunded: one.refunded - amountMinor };
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
  const { terms, payments: before } = walk;
  const intents = decideSettlement(terms, before, allocation);
  for (const { payment, kind, amountMinor } of intents) {
    const asked = ASKED_OF[kind];
    change(walk, payment, (one) => ({ [asked]: one[asked] + amountMinor }));
  }
  walk.open.push(...intents);
  checkAsked(walk, before, intents);
  assert.deepEqual(decideSettlement(walk.terms, walk.payments, allocation), []);
}

/** Nothing is asked for beyond what is missing or owed, but for less than a unit of a coarser currency. */
function checkAsked(
  { terms, payments }: Walk,
  before: readonly Payment[],
  intents: readonly DecidedIntent[],
): void {
  const captures = intents.filter(({ kind }) => kind === 'capture');
  const beyond = total(captures, ({ worthMinor }) => worthMinor) - captureMissing(terms, before);
  const isDust = before.some(
    ({ conversion }) => conversion !== null && isBelowUnit(beyond, conversion),
  );
  assert.ok(beyond <= 0n || isDust, `${beyond} too much is captured`);
  const given = total(before, keptWorth) - total(payments, keptWorth);
  assert.ok(given <= refundOwed(terms, before), 'more is given back than is owed');
  const there = total(before, keptWorth) + total(before, comingWorth);
  assert.ok(given === 0n || given <= there - terms.dueMinor, 'what is given back is due again');
}

function check(walk: Walk): void {
  const { payments, terms } = walk;
  assert.ok(terms.earnedMinor >= 0n && terms.earnedMinor <= terms.dueMinor);
  for (const one of payments) {
    const { amounts, worths } = sumsOf(walk, one.id);
    const { conversion } = one;
    for (const kind of ['authorized', 'captured', 'voided'] as const)
      assert.equal(amounts(kind), one[kind], kind);
    assert.equal(amounts('refunded') - amounts('returned'), one.refunded);
    assert.equal(amounts('disputed') - amounts('reinstated'), one.disputed);
    assert.equal(worths('captured'), worthOf(one.captured, conversion));
    assert.equal(worths('refunded') - worths('returned'), worthOf(one.refunded, conversion));
    assert.equal(worths('disputed') - worths('reinstated'), worthOf(one.disputed, conversion));
    const held = worthOf(one.authorized - one.voided, conversion);
    assert.equal(worths('authorized') - worths('voided'), held);
    assert.ok(one.captured + one.capturing + one.voided + one.voiding <= one.authorized);
    assert.ok(one.refunded + one.refunding <= one.captured);
    assert.ok(one.refunded + one.disputed <= one.captured, 'the buyer has it twice');
  }
  for (const { worthMinor } of walk.ledger) assert.ok(worthMinor >= 0n);
}

function sumsOf({ ledger }: Walk, payment: PaymentId) {
  const of = (kind: LedgerKind) =>
    ledger.filter((entry) => entry.payment === payment && entry.kind === kind);
  return {
    amounts: (kind: LedgerKind) => total(of(kind), ({ amountMinor }) => amountMinor),
    worths: (kind: LedgerKind) => total(of(kind), ({ worthMinor }) => worthMinor),
  };
}

function total<T>(all: readonly T[], of: (one: T) => bigint): bigint {
  return all.reduce((sum, one) => sum + of(one), 0n);
}

/** All ships and everything is answered: the money is as the order says. */
function finish(walk: Walk): void {
  walk.terms = { ...walk.terms, earnedMinor: walk.terms.dueMinor, finished: true };
  // A refund that a dispute was faster than is refused as a whole; a person has the rest asked for.
  answerAll(walk);
  const { terms, payments } = walk;
  const left = total(payments, capturable);
  assert.equal(refundOwed(terms, payments), 0n);
  assert.ok(captureMissing(terms, payments) === 0n || left === 0n);
  if (captureMissing(terms, payments) === 0n) {
    assert.equal(left, 0n, 'what is held is given back');
    checkStatus(walk);
  }
  // Then the buyer gets everything back, to the smallest unit of what was paid with.
  grant(walk, terms.dueMinor);
  answerAll(walk);
  for (const one of walk.payments) assert.equal(refundable(one), 0n);
}

/** No more was taken than what is due, but for less than the smallest unit of a payment. */
function checkStatus({ terms, payments, ledger }: Walk): void {
  const sums = (kind: LedgerKind) =>
    total(
      ledger.filter((entry) => entry.kind === kind),
      ({ worthMinor }) => worthMinor,
    );
  const account = {
    dueMinor: terms.dueMinor,
    authorizedMinor: sums('authorized'),
    voidedMinor: sums('voided'),
    capturedMinor: sums('captured'),
    refundedMinor: sums('refunded') - sums('returned'),
  };
  assert.equal(account.capturedMinor, total(payments, capturedWorth));
  if (payments.some(({ disputed }) => disputed > 0n)) return;
  const net = account.capturedMinor - account.refundedMinor;
  assert.ok(net >= terms.dueMinor && securedMinor(account) === net);
  const beyond = net - terms.dueMinor;
  const isDust = payments.some(
    ({ conversion }) => conversion !== null && isBelowUnit(beyond, conversion),
  );
  assert.ok(beyond === 0n || isDust, `${beyond} too much`);
  if (account.refundedMinor === 0n && account.capturedMinor > 0n)
    assert.equal(paymentStatus(account), 'paid');
}

function answerAll(walk: Walk): void {
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { id } of walk.payments)
      change(walk, id, () => ({ captureBlocked: false, refundBlocked: false, voidBlocked: false }));
    settle(walk);
    while (walk.open.length > 0) answer(walk, 0, false);
    check(walk);
  }
}
