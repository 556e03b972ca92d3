// A store credit, walked at random beside a few numbers that say what it must be: see stored-value.test.ts.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newId } from '../../src/db/ids.ts';
import { runDue } from '../../src/run-due.ts';
import { expireValues } from '../../src/stored-value/expire-values.ts';
import { selectTenantsWithDueValues } from '../../src/stored-value/sql.ts';
import { valueBook } from '../../src/stored-value/value-book.ts';
import type { Till } from '../till.ts';

const KINDS = [
  ...(['give', 'give for a day', 'take', 'hold', 'hold'] as const),
  ...(['spend', 'release', 'refund', 'pass a day'] as const),
];

export const CREDIT_STEPS = fc.record({
  kind: fc.constantFrom(...KINDS),
  amount: fc.integer({ min: 1, max: 900 }),
  /** Which of the promises. */
  at: fc.nat(),
});
type Step = typeof CREDIT_STEPS extends fc.Arbitrary<infer One> ? One : never;

interface Hold {
  readonly reference: string;
  left: number;
  spent: number;
}

export interface CreditWalk {
  readonly holds: readonly Hold[];
  take(step: Step): Promise<void>;
}

const DAY_MS = 86_400_000;
const DUE = { name: 'test', tenants: selectTenantsWithDueValues, verb: expireValues };

export async function beginCreditWalk(till: Till): Promise<CreditWalk> {
  const account = await openAccount(till);
  const holds: Hold[] = [];
  let balance = 0;
  const held = () => holds.reduce((sum, one) => sum + one.left, 0);

  async function give(amount: number, expiresAt?: string): Promise<void> {
    assert.equal(await account.adjust(amount, expiresAt), 201);
    balance += amount;
  }

  async function take(amount: number): Promise<void> {
    const isThere = amount <= balance - held();
    assert.equal(await account.adjust(-amount), isThere ? 201 : 409);
    if (isThere) balance -= amount;
  }

  async function hold(amount: number): Promise<void> {
    const answer = await account.ask('authorize', amount, null);
    assert.equal(answer.done, amount <= balance - held());
    if (answer.done) holds.push({ reference: answer.reference, left: amount, spent: 0 });
  }

  async function use(kind: 'spend' | 'release', one: Hold, amount: number): Promise<void> {
    const asked = kind === 'spend' ? 'capture' : 'void';
    const { done } = await account.ask(asked, amount, one.reference);
    assert.equal(done, amount <= one.left);
    if (!done) return;
    one.left -= amount;
    if (kind === 'release') return;
    one.spent += amount;
    balance -= amount;
  }

  async function refund(one: Hold, amount: number): Promise<void> {
    const back = Math.min(amount, one.spent);
    if (back === 0) return;
    assert.ok((await account.ask('refund', back, one.reference)).done);
    one.spent -= back;
    balance += back;
  }

  /** What it takes is worked out in core: here, no more than is there and promised to nobody. */
  async function passDay(): Promise<void> {
    till.pass(DAY_MS);
    await runDue(till.shop.runtime, DUE);
    const [now] = await account.read();
    assert.ok(now !== undefined && now <= balance && now >= held());
    balance = now;
  }

  return {
    holds,
    async take({ kind, amount, at }) {
      const one = holds[at % Math.max(1, holds.length)];
      if (kind === 'give') await give(amount);
      if (kind === 'give for a day') await give(amount, account.tomorrow());
      if (kind === 'take') await take(amount);
      if (kind === 'hold') await hold(amount);
      if (one !== undefined && (kind === 'spend' || kind === 'release'))
        await use(kind, one, amount);
      if (one !== undefined && kind === 'refund') await refund(one, amount);
      if (kind === 'pass a day') await passDay();
      assert.deepEqual(await account.read(), [balance, held()], kind);
    },
  };
}

/** Of a customer whose order is to be paid: the book is asked as its connector asks it. */
async function openAccount(till: Till) {
  const { runtime, tenant, call } = till.shop;
  const order = await till.buy([{ provider: 'manual' }], {
    customer: { email: 'walk@example.com' },
  });
  const [{ id: payment }] = (await till.moneyOf(order)).payments;
  const book = valueBook(runtime.app, runtime.now);
  const of = { tenant, order: order.body.id, payment, currency: 'EUR', token: null };
  const path = `/v1/customers/${order.body.customer}/store-credit`;
  return {
    ask: (
      kind: 'authorize' | 'capture' | 'void' | 'refund',
      amount: number,
      reference: string | null,
    ) =>
      book.move(kind, 'store-credit', {
        ...{ ...of, key: newId('paymentIntent'), reference, amountMinor: BigInt(amount) },
      }),
    async adjust(amountMinor: number, expiresAt?: string): Promise<number> {
      const end = expiresAt === undefined ? {} : { expiresAt };
      const body = { currency: 'EUR', amountMinor, reason: 'other', ...end };
      return (await till.post(`${path}/adjustments`, body)).status;
    },
    tomorrow: () => new Date(runtime.now().getTime() + DAY_MS).toISOString(),
    async read(): Promise<number[]> {
      const [one] = (await call('GET', path)).body.accounts;
      return one === undefined ? [0, 0] : [one.balanceMinor, one.heldMinor];
    },
  };
}
