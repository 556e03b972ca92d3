// What every payment provider must bear, whoever wrote it. A connector's tests hand their provider
// in, and pass when it may be trusted with money: one key, one effect, one answer.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import type { OrderId, PaymentId, TenantId } from '@doorstep/core/ids.ts';
import type { IntentKind } from '@doorstep/core/payments/payment.ts';
import type {
  PaymentProvider,
  ProviderAnswer,
  ProviderRequest,
} from '@doorstep/core/payments/provider.ts';

export interface ProviderUnderTest {
  readonly provider: PaymentProvider;
  /** A means of payment that works. */
  readonly token: string | null;
  /** What was really done under a key, as the other side knows it: 1, or 0 for by hand. */
  effectsOf(key: string): Promise<number>;
  /** The same provider after a restart of ours. */
  reopen(): PaymentProvider;
}

/** @param open called for each test */
export function provePaymentProvider(name: string, open: () => Promise<ProviderUnderTest>): void {
  describe(`${name} conforms to the port of payment providers`, () => {
    test('it has a name that requests can use', async () => {
      const { provider } = await open();
      assert.match(provider.name, /^[a-z0-9][a-z0-9-]{0,49}$/);
    });

    test('a key has one effect and one answer, asked one after another or at once', async () => {
      const under = await open();
      const request = requestOf(under.token, 1000n);
      const first = await answerTo(under.provider, request);
      const again = await Promise.all(
        Array.from({ length: 20 }, () => answerTo(under.provider, request)),
      );
      for (const answer of again) assert.deepEqual(answer, first);
      const atOnce = requestOf(under.token, 1000n);
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => answerTo(under.provider, atOnce)),
      );
      for (const answer of answers) assert.deepEqual(answer, answers[0]);
      const effects = first.outcome === 'by-hand' ? 0 : 1;
      assert.equal(await under.effectsOf(request.key), effects);
      assert.equal(await under.effectsOf(atOnce.key), effects);
    });

    test('a key is remembered over a restart of ours', async () => {
      const under = await open();
      const request = requestOf(under.token, 1000n);
      const first = await answerTo(under.provider, request);
      assert.deepEqual(await answerTo(under.reopen(), request), first);
    });

    test('what is authorized can be captured in parts, refunded to the last unit, and voided', async () => {
      const under = await open();
      const { provider, token } = under;
      const authorized = await answerTo(provider, requestOf(token, 1000n));
      if (authorized.outcome === 'by-hand') return;
      assert.equal(authorized.outcome, 'succeeded');
      if (authorized.outcome !== 'succeeded') return;
      const { reference } = authorized;
      const references = new Set([reference]);
      for (const [kind, amount] of STEPS) {
        const answer = await answerTo(provider, requestOf(token, amount, reference), kind);
        assert.equal(answer.outcome, 'succeeded', `${kind} ${amount}`);
        if (answer.outcome !== 'succeeded') return;
        assert.equal(answer.amountMinor, amount);
        references.add(answer.reference);
      }
      assert.equal(references.size, STEPS.length + 1, 'every movement has a name of its own');
    });

    test('more than is held is declined, not done', async () => {
      const { provider, token } = await open();
      const authorized = await answerTo(provider, requestOf(token, 1000n));
      if (authorized.outcome !== 'succeeded') return;
      const tooMuch = requestOf(token, 1001n, authorized.reference);
      const answer = await answerTo(provider, tooMuch, 'capture');
      assert.equal(answer.outcome, 'declined');
    });
  });
}

const STEPS = [
  ['capture', 1n],
  ['capture', 599n],
  ['refund', 599n],
  ['refund', 1n],
  ['void', 400n],
] as const;

function requestOf(
  token: string | null,
  amountMinor: bigint,
  reference: string | null = null,
): ProviderRequest {
  const id = () => randomBytes(16).toString('hex');
  return {
    key: `pit_${id()}`,
    tenant: 'ten_1' as TenantId,
    order: `ord_${id()}` as OrderId,
    payment: `pay_${id()}` as PaymentId,
    amountMinor,
    currency: 'EUR',
    token,
    reference,
    isLast: false,
    intendedAt: new Date(),
    account: null,
    signal: new AbortController().signal,
  };
}

/** Asks until there is an answer that stays. */
async function answerTo(
  provider: PaymentProvider,
  request: ProviderRequest,
  kind: IntentKind = 'authorize',
): Promise<ProviderAnswer> {
  let answer = await provider[kind](request);
  while (answer.outcome === 'later')
    answer = await provider.inquire({ ...request, kind, pending: answer.reference });
  return answer;
}
