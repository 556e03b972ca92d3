import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PaymentId } from '../ids.ts';
import { NO_MONEY, type Payment } from './payment.ts';
import type { AccountTerms } from './payment-account.ts';
import { type DecidedIntent, decideSettlement, isSettled } from './settlement.ts';

const pay = (name: string, money: Partial<Payment> = {}): Payment => ({
  id: name as PaymentId,
  conversion: null,
  captureBlocked: false,
  refundBlocked: false,
  voidBlocked: false,
  ...NO_MONEY,
  ...money,
});
const terms = (given: Partial<AccountTerms>): AccountTerms => ({
  dueMinor: 1000n,
  grantedMinor: 0n,
  earnedMinor: 0n,
  finished: false,
  ...given,
});
const told = (intents: readonly DecidedIntent[]) =>
  intents.map(({ payment, kind, amountMinor }) => `${kind} ${amountMinor} of ${payment}`);

describe('what is captured', () => {
  test('what is earned, from the first payment on, as far as each is authorized', () => {
    const payments = [pay('a', { authorized: 300n }), pay('b', { authorized: 700n })];
    assert.deepEqual(told(decideSettlement(terms({ earnedMinor: 500n }), payments)), [
      'capture 300 of a',
      'capture 200 of b',
    ]);
  });

  test('nothing before it is earned, and nothing twice', () => {
    assert.deepEqual(decideSettlement(terms({}), [pay('a', { authorized: 1000n })]), []);
    const asked = pay('a', { authorized: 1000n, capturing: 500n });
    assert.deepEqual(decideSettlement(terms({ earnedMinor: 500n }), [asked]), []);
  });

  test('a payment whose captures were refused for good is passed over', () => {
    const payments = [
      pay('a', { authorized: 1000n, captureBlocked: true }),
      pay('b', { authorized: 400n }),
    ];
    const account = terms({ earnedMinor: 1000n, finished: true });
    assert.deepEqual(told(decideSettlement(account, payments)), ['capture 400 of b']);
  });

  test('what was given back at the provider is not taken once more', () => {
    const payments = [
      pay('a', { authorized: 600n, captured: 600n, refunded: 200n, unaskedRefunded: 200n }),
      pay('b', { authorized: 400n }),
    ];
    const account = terms({ earnedMinor: 600n });
    assert.deepEqual(decideSettlement(account, payments), []);
    assert.equal(isSettled(account, payments), false);
    const granted = terms({ dueMinor: 800n, grantedMinor: 200n, earnedMinor: 400n });
    assert.equal(isSettled(granted, payments), true);
  });
});

describe('what is refunded', () => {
  test('what was captured beyond what is due, from the newest payment on', () => {
    const payments = [
      pay('a', { authorized: 600n, captured: 600n }),
      pay('b', { authorized: 400n, captured: 400n }),
    ];
    const account = terms({ dueMinor: 300n, earnedMinor: 300n });
    assert.deepEqual(told(decideSettlement(account, payments)), [
      'refund 400 of b',
      'refund 300 of a',
    ]);
  });

  test('a granted refund at once, though the rest of the order is still to be captured', () => {
    const payments = [pay('a', { authorized: 1000n, captured: 500n })];
    const account = terms({ dueMinor: 800n, grantedMinor: 200n, earnedMinor: 300n });
    assert.deepEqual(told(decideSettlement(account, payments)), ['refund 200 of a']);
  });

  test('a refund granted before the buyer paid is not paid out of what came then', () => {
    const paid = pay('a', { authorized: 800n, captured: 800n });
    const account = terms({ dueMinor: 800n, grantedMinor: 200n });
    assert.deepEqual(decideSettlement(account, [paid]), []);
    assert.equal(isSettled(account, [paid]), true);
    const dearer = pay('a', { authorized: 1000n, captured: 1000n });
    assert.deepEqual(told(decideSettlement(account, [dearer])), ['refund 200 of a']);
  });

  test('what a transfer in advance is short of can be granted', () => {
    const short = pay('a', { authorized: 980n, captured: 980n });
    const account = terms({ dueMinor: 980n, grantedMinor: 20n });
    assert.deepEqual(decideSettlement(account, [short]), []);
  });

  test('a granted refund as far as what is held brings more than is due', () => {
    const account = terms({ dueMinor: 800n, grantedMinor: 200n, earnedMinor: 300n });
    const short = pay('a', { authorized: 900n, captured: 500n });
    assert.deepEqual(told(decideSettlement(account, [short])), ['refund 100 of a']);
    const taking = pay('a', { authorized: 900n, captured: 500n, capturing: 100n });
    assert.deepEqual(told(decideSettlement(account, [taking])), ['refund 100 of a']);
    const coming = pay('b', { authorizing: 500n });
    const paid = pay('a', { authorized: 500n, captured: 500n });
    assert.deepEqual(decideSettlement(account, [paid, coming]), []);
  });

  test('money paid in advance is kept, however little has shipped', () => {
    const payments = [pay('a', { authorized: 1000n, captured: 1000n })];
    assert.deepEqual(decideSettlement(terms({}), payments), []);
    assert.equal(isSettled(terms({}), payments), true);
  });

  test('never money that is still under way', () => {
    const payments = [pay('a', { authorized: 1000n, capturing: 1000n })];
    const account = terms({ dueMinor: 0n, finished: true });
    assert.deepEqual(decideSettlement(account, payments), []);
  });
});

describe('what is given back uncaptured', () => {
  test('the rest of the authorizations, once nothing more will ship and all is captured', () => {
    const payments = [
      pay('a', { authorized: 1000n, captured: 600n }),
      pay('b', { authorized: 50n }),
    ];
    const open = terms({ dueMinor: 600n, earnedMinor: 600n });
    assert.deepEqual(decideSettlement(open, payments), []);
    assert.deepEqual(told(decideSettlement({ ...open, finished: true }, payments)), [
      'void 400 of a',
      'void 50 of b',
    ]);
  });

  test('not while a capture is under way or is blocked: it may have to be asked again', () => {
    const account = terms({ dueMinor: 600n, earnedMinor: 600n, finished: true });
    const capturing = pay('a', { authorized: 1000n, capturing: 600n });
    const blocked = pay('a', { authorized: 1000n, captureBlocked: true });
    for (const payment of [capturing, blocked])
      assert.deepEqual(decideSettlement(account, [payment]), []);
  });
});
