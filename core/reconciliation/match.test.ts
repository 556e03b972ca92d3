import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { PaymentId } from '../ids.ts';
import type { StatementLine } from '../payments/statement.ts';
import { askedFor, type Candidate, matchLines, resolutionsOf } from './match.ts';

const payment = `pay_${'1'.repeat(32)}` as PaymentId;
const line = (more: Partial<StatementLine> = {}): StatementLine => ({
  reference: 'txn_1',
  kind: 'charge',
  booked: { amountMinor: 1000n, currency: 'EUR' },
  feeMinor: 40n,
  original: null,
  source: 'ch_1',
  relates: null,
  payment,
  key: null,
  factReference: null,
  occurredAt: new Date(0),
  payout: null,
  ...more,
});
const entry = (more: Partial<Candidate> = {}): Candidate => ({
  id: 'a',
  payment,
  kind: 'captured',
  reference: 'ch_1/1000',
  amountMinor: 1000n,
  currency: 'EUR',
  fee: { amountMinor: 40n, currency: 'EUR' },
  line: null,
  ...more,
});
const causes = (
  lines: readonly StatementLine[],
  entries: readonly Candidate[],
  asked: readonly string[] = [],
) => matchLines(lines, entries, new Set(asked)).map(({ entry: to, cause }) => `${to?.id} ${cause}`);

describe('a line means the entry that says the same', () => {
  test('by the name that the provider gives it, and its amount', () => {
    assert.deepEqual(causes([line()], [entry()]), ['a null']);
    assert.deepEqual(causes([line()], [entry({ reference: 'ch_11/1000' })]), [
      'undefined missing-in-ledger',
    ]);
  });

  test('of captures of one charge the one of the same amount, whatever their order', () => {
    const entries = [
      entry({ id: 'a', amountMinor: 600n, reference: 'ch_1/600' }),
      entry({ id: 'b', amountMinor: 400n, reference: 'ch_1/1000' }),
    ];
    const part = (amountMinor: bigint, reference: string) =>
      line({ reference, booked: { amountMinor, currency: 'EUR' } });
    assert.deepEqual(causes([part(400n, 't1'), part(600n, 't2')], entries), ['b null', 'a null']);
  });

  test('a refund and a dispute by what they give back, in the currency of the buyer', () => {
    const refund = line({
      kind: 'refund',
      source: 're_1',
      booked: { amountMinor: -1100n, currency: 'USD' },
      original: { amountMinor: -1000n, currency: 'EUR' },
    });
    assert.deepEqual(causes([refund], [entry({ kind: 'refunded', reference: 're_1' })]), [
      'a null',
    ]);
    // One that came back, by the name of the refund: it is the source at Stripe, and related at PayPal.
    const back = [
      entry({ id: 'b', kind: 'refunded', reference: 're_1' }),
      entry({ id: 'c', kind: 'returned', reference: 're_1' }),
    ];
    for (const named of [{ source: 're_1' }, { source: null, relates: 're_1' }])
      assert.deepEqual(causes([line({ kind: 'refund-reversal', ...named })], back), ['c null']);
    // PayPal names the capture that a dispute is about, and not the dispute.
    const dispute = line({ kind: 'dispute', source: null, relates: 'CAP' });
    const entries = [
      entry({ id: 'c', reference: 'CAP' }),
      entry({ id: 'd', kind: 'disputed', reference: 'PP-D-1' }),
    ];
    assert.deepEqual(causes([dispute], entries), ['d null']);
  });

  test('fees and payouts need none', () => {
    const lines = (['fee', 'payout', 'conversion', 'other'] as const).map((kind) => line({ kind }));
    assert.deepEqual(
      causes(lines, []),
      lines.map(() => 'undefined null'),
    );
  });
});

test('what a booking is that nobody here knows, a person says', () => {
  assert.deepEqual(causes([line({ kind: 'unknown' })], [entry()]), ['undefined kind-unknown']);
  assert.deepEqual(resolutionsOf('kind-unknown', false), [
    'fetch-again',
    'explain',
    'raise-exception',
  ]);
});

describe('what differs is told with its likely cause', () => {
  test('the amount, the currency, the fee, or that it was booked twice', () => {
    assert.deepEqual(causes([line()], [entry({ amountMinor: 999n })]), ['a amount-differs']);
    assert.deepEqual(causes([line()], [entry({ currency: 'USD' })]), ['a currency-differs']);
    const otherFee = entry({ fee: { amountMinor: 39n, currency: 'EUR' } });
    assert.deepEqual(causes([line()], [otherFee]), ['a fee-differs']);
    assert.deepEqual(causes([line({ feeMinor: null })], [entry({ fee: null })]), ['a fee-unknown']);
    const twice = [line(), line({ reference: 'txn_2' })];
    assert.deepEqual(causes(twice, [entry()]), ['a null', 'undefined duplicate']);
    assert.deepEqual(causes([line({ reference: 'txn_2' })], [entry({ line: 'txn_1' })]), [
      'undefined duplicate',
    ]);
  });

  test('what we asked for and are not told of yet is a matter of time', () => {
    const asked = [askedFor(payment, 'captured')];
    assert.deepEqual(causes([line()], [], asked), ['undefined timing']);
    assert.deepEqual(causes([line({ kind: 'refund', source: 're' })], [], asked), [
      'undefined missing-in-ledger',
    ]);
  });

  test('a fee that the ledger does not know is taken from the line', () => {
    const [match] = matchLines([line()], [entry({ fee: null })], new Set());
    assert.deepEqual([match?.tellsFee, match?.cause], [true, null]);
  });

  test('the first thing to do is the one that mends it', () => {
    assert.equal(resolutionsOf('missing-in-ledger', true)[0], 'record-fact');
    assert.equal(resolutionsOf('missing-in-ledger', false)[0], 'fetch-again');
    assert.equal(resolutionsOf('duplicate', false)[0], 'raise-exception');
  });
});

test('no entry is meant by two lines, and the same page again means the same', () => {
  const lines = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 })), {
    maxLength: 12,
  });
  const entries = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 })),
    {
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(lines, entries, (booked, known) => {
      const page = booked.map(([charge, amount], place) =>
        line({
          reference: `txn_${place}`,
          source: `ch_${charge}`,
          booked: { amountMinor: BigInt(amount), currency: 'EUR' },
        }),
      );
      const candidates = known.map(([charge, amount], place) =>
        entry({ id: `e${place}`, reference: `ch_${charge}/${place}`, amountMinor: BigInt(amount) }),
      );
      const first = matchLines(page, candidates, new Set());
      const meant = first.flatMap((match) => match.entry?.id ?? []);
      assert.equal(new Set(meant).size, meant.length);
      const after = candidates.map((one) => ({
        ...one,
        line: first.find((match) => match.entry?.id === one.id)?.line.reference ?? null,
      }));
      const again = matchLines(page, after, new Set());
      assert.deepEqual(
        again.map((match) => match.entry?.id),
        first.map((match) => match.entry?.id),
      );
    }),
  );
});
