import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LEDGER_KINDS } from '../payments/payment.ts';
import { STATEMENT_LINE_KINDS, type StatementLine } from '../payments/statement.ts';
import { ACCOUNT_ROLES, accountOf, DEFAULT_CHART } from './chart.ts';
import {
  type DraftEntry,
  entriesOfLine,
  entriesOfUnclear,
  entryOfFee,
  entryOfLedger,
  entryOfLostDispute,
  entryOfRegainedDispute,
  entryOfStoredValue,
  entryOfUnclearRest,
  imbalance,
  type JournalLine,
} from './journal.ts';

const currency = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD');
const amount = fc.bigInt({ min: -10_000_000n, max: 10_000_000n });
const positive = fc.bigInt({ min: 1n, max: 10_000_000n });
const moved = fc.record({ amountMinor: positive, currency });
const signed = fc.record({ amountMinor: amount, currency });

const ofLedger = fc
  .record({ kind: fc.constantFrom(...LEDGER_KINDS), moved, worth: moved })
  .map((one) => [entryOfLedger(one.kind, one.moved, { worth: one.worth })]);
const bookedAs = (kinds: readonly StatementLine['kind'][]) =>
  fc
    .record({
      kind: fc.constantFrom(...kinds),
      booked: signed,
      feeMinor: fc.option(amount),
      original: fc.option(signed),
    })
    .map(
      (one): StatementLine => ({
        ...one,
        reference: 'r',
        source: null,
        relates: null,
        payment: null,
        key: null,
        factReference: null,
        occurredAt: new Date(0),
        payout: null,
      }),
    );
const ofLine = bookedAs(STATEMENT_LINE_KINDS).map((line) => [
  ...entriesOfLine(line),
  ...entriesOfUnclear(line),
]);
const ofRest = moved.map((one) => [
  entryOfFee(one),
  entryOfLostDispute(one),
  entryOfRegainedDispute(one),
]);
const books = fc
  .array(fc.oneof(ofLedger, ofLine, ofRest), { maxLength: 60 })
  .map((entries) => entries.flat().filter((one): one is DraftEntry => one !== null));

test('random books: every entry balances in each of its currencies, and so do the books', () => {
  fc.assert(
    fc.property(books, (entries) => {
      for (const { lines } of entries) {
        assert.deepEqual([...imbalance(lines)], []);
        for (const { debitMinor, creditMinor } of lines) {
          assert.ok(debitMinor >= 0n && creditMinor >= 0n);
          assert.ok((debitMinor === 0n) !== (creditMinor === 0n), 'a line is on one side');
        }
      }
      assert.deepEqual([...imbalance(entries.flatMap(({ lines }) => lines))], []);
    }),
    { numRuns: 500 },
  );
});

const balanceOf = (lines: readonly JournalLine[], role: string, of: string) =>
  lines
    .filter((one) => one.role === role && one.currency === of)
    .reduce((sum, { debitMinor, creditMinor }) => sum + debitMinor - creditMinor, 0n);

test('what was captured less fees, refunds and disputes is paid out, and nothing is left at the provider', () => {
  const eur = (amountMinor: bigint) => ({ amountMinor, currency: 'EUR' });
  const line = (kind: StatementLine['kind'], amountMinor: bigint): StatementLine => ({
    reference: kind,
    kind,
    booked: eur(amountMinor),
    feeMinor: 0n,
    original: null,
    source: null,
    relates: null,
    payment: null,
    key: null,
    factReference: null,
    occurredAt: new Date(0),
    payout: null,
  });
  const entries = [
    entryOfLedger('authorized', eur(9999n)),
    entryOfLedger('captured', eur(10_000n)),
    entryOfFee(eur(175n)),
    entryOfLedger('refunded', eur(1000n)),
    entryOfLedger('disputed', eur(2000n)),
    ...entriesOfLine({ ...line('dispute', -2000n), feeMinor: 1500n }),
    ...entriesOfLine(line('fee', -25n)),
    ...entriesOfLine(line('payout', -5300n)),
  ].flatMap((entry) => entry?.lines ?? []);
  assert.equal(balanceOf(entries, 'clearing', 'EUR'), 0n);
  assert.equal(balanceOf(entries, 'bank', 'EUR'), 5300n);
  assert.equal(balanceOf(entries, 'fees', 'EUR'), 1700n);
  assert.equal(balanceOf(entries, 'receivable', 'EUR'), -9000n);
  assert.equal(balanceOf(entries, 'disputes', 'EUR'), 2000n);
});

test('what the shop owes its buyers is given or sold, spent, put back and expired, to nothing', () => {
  const eur = (amountMinor: bigint) => ({ amountMinor, currency: 'EUR' });
  const card = { account: 'gift-card', isSold: true } as const;
  const credit = { account: 'store-credit', isSold: false } as const;
  const entries = [
    entryOfStoredValue('issued', { ...eur(5000n), ...card }),
    entryOfStoredValue('held', { ...eur(0n), ...card }),
    entryOfLedger('captured', eur(3000n), { provider: 'gift-card' }),
    entryOfLedger('refunded', eur(500n), { provider: 'gift-card' }),
    entryOfStoredValue('expired', { ...eur(-2500n), ...card }),
    entryOfStoredValue('given', { ...eur(1000n), ...credit }),
    entryOfStoredValue('taken', { ...eur(-100n), ...credit }),
    entryOfLedger('refunded', eur(700n), { provider: 'store-credit' }),
    entryOfLedger('captured', eur(1600n), { provider: 'store-credit' }),
  ].flatMap((entry) => entry?.lines ?? []);
  assert.deepEqual([...imbalance(entries)], []);
  for (const [role, expected] of [
    ['gift-cards', 0n],
    ['store-credit', 0n],
    ['breakage', -2500n],
    ['goodwill', 900n],
    ['clearing', 0n],
    // The card was paid for 5000; orders were paid with 3000 and 1600; 1200 were given back.
    ['receivable', 5000n - 3000n + 500n + 700n - 1600n],
  ] as const)
    assert.equal(balanceOf(entries, role, 'EUR'), expected, role);
});

test('money that is held in another currency stands there, and the exchange between them', () => {
  const entries = entriesOfLine({
    reference: 'txn',
    kind: 'charge',
    booked: { amountMinor: 1100n, currency: 'USD' },
    feeMinor: 60n,
    original: { amountMinor: 1000n, currency: 'EUR' },
    source: 'ch',
    relates: null,
    payment: null,
    key: null,
    factReference: null,
    occurredAt: new Date(0),
    payout: null,
  }).flatMap(({ lines }) => lines);
  const captured = entryOfLedger('captured', { amountMinor: 1000n, currency: 'EUR' })?.lines ?? [];
  const all = [...entries, ...captured];
  assert.equal(balanceOf(all, 'clearing', 'EUR'), 0n);
  assert.equal(balanceOf(all, 'clearing', 'USD'), 1100n);
});

test('of random bookings that are of no order, the clearing account holds what the balance holds', () => {
  const unknown = bookedAs(['charge', 'refund', 'refund-reversal', 'dispute', 'dispute-reversal']);
  fc.assert(
    fc.property(unknown, (line) => {
      fc.pre(line.original?.currency !== line.booked.currency);
      const entries = [...entriesOfLine(line), ...entriesOfUnclear(line)];
      const lines = entries.flatMap((entry) => entry.lines);
      const { amountMinor, currency: held } = line.booked;
      for (const each of ['EUR', 'USD', 'JPY', 'KWD'])
        assert.equal(
          balanceOf(lines, 'clearing', each),
          each === held ? amountMinor - (line.feeMinor ?? 0n) : 0n,
        );
    }),
    { numRuns: 500 },
  );
});

test('of random bookings that say something else than the ledger, the clearing account holds what the balance holds', () => {
  fc.assert(
    fc.property(bookedAs(['charge', 'refund']), moved, (line, known) => {
      fc.pre(line.original?.currency !== line.booked.currency);
      fc.pre(line.kind === 'charge' ? line.booked.amountMinor > 0n : line.booked.amountMinor < 0n);
      const ledger = entryOfLedger(line.kind === 'charge' ? 'captured' : 'refunded', known);
      const entries = [ledger, ...entriesOfLine(line), entryOfUnclearRest(line, known)];
      const lines = entries.flatMap((entry) => entry?.lines ?? []);
      const { amountMinor, currency: held } = line.booked;
      const fee = line.kind === 'charge' ? 0n : (line.feeMinor ?? 0n);
      for (const each of ['EUR', 'USD', 'JPY', 'KWD'])
        assert.equal(balanceOf(lines, 'clearing', each), each === held ? amountMinor - fee : 0n);
      assert.deepEqual([...imbalance(lines)], []);
    }),
    { numRuns: 500 },
  );
});

test('every role has an account, of the provider where the chart names one', () => {
  for (const role of ACCOUNT_ROLES) assert.ok(accountOf([], role, 'stripe').code !== '');
  assert.equal(accountOf(DEFAULT_CHART, 'clearing', 'manual').code, '1000');
  const own = [{ role: 'clearing', provider: 'stripe', code: '1361', name: 'Stripe' } as const];
  assert.equal(accountOf(own, 'clearing', 'stripe').code, '1361');
  assert.equal(accountOf(own, 'clearing', 'paypal').code, '1100');
});

test('of an order in euros paid in dollars and paid out in euros, what is left is the exchange against what was stated', () => {
  const paid = { amountMinor: 10_832n, currency: 'USD' };
  const worth = { amountMinor: 10_000n, currency: 'EUR' };
  const booked = { amountMinor: 9_910n, currency: 'EUR' };
  const charge = {
    ...{ reference: 'r', source: null, relates: null, payment: null, key: null, payout: null },
    ...{ factReference: null, occurredAt: new Date(0), kind: 'charge', feeMinor: null },
    ...{ booked, original: paid },
  } satisfies StatementLine;
  const capture = entryOfLedger('captured', paid, { worth });
  const lines = [capture, ...entriesOfLine(charge)].flatMap((entry) => entry?.lines ?? []);
  const sumOf = (role: string, of: string) =>
    lines
      .filter((line) => line.role === role && line.currency === of)
      .reduce((sum, { debitMinor, creditMinor }) => sum + debitMinor - creditMinor, 0n);
  assert.equal(sumOf('receivable', 'EUR'), -10_000n, 'the customer owes nothing any more');
  assert.deepEqual([sumOf('clearing', 'USD'), sumOf('clearing', 'EUR')], [0n, 9_910n]);
  assert.deepEqual([sumOf('exchange', 'USD'), sumOf('exchange', 'EUR')], [0n, 90n]);
});
