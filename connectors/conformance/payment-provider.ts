// What every payment provider must bear, whoever wrote it. A connector's tests hand their provider
// in, and pass when it may be trusted with money: one key, one effect, one answer.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import type { OrderId, PaymentId, TenantId } from '@doorstep/core/ids.ts';
import type { IntentKind } from '@doorstep/core/payments/payment.ts';
import type {
  PaymentProvider,
  ProviderAccount,
  ProviderAnswer,
  ProviderRequest,
} from '@doorstep/core/payments/provider.ts';

export interface ProviderUnderTest {
  readonly provider: PaymentProvider;
  /** A means of payment that works, for 1000 minor units; a function where each works once. */
  readonly token: string | null | (() => string);
  /** What was really done under a key, as the other side knows it: 1, or 0 for by hand. */
  effectsOf(key: string): Promise<number>;
  /** The account that it is asked of. */
  readonly account?: ProviderAccount;
  /** An authorization takes one capture, and gives the rest back with it. */
  readonly capturesOnce?: boolean;
  /** The next answer is lost on the way, after the provider did what it was asked. */
  loseNext?(): void;
  /** Sets the clock of the other side ahead. */
  passTime?(ms: number): void;
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
      const request = requestOf(under, 1000n);
      const first = await answerTo(under.provider, request);
      const again = await Promise.all(
        Array.from({ length: 20 }, () => answerTo(under.provider, request)),
      );
      for (const answer of again) assert.deepEqual(answer, first);
      const atOnce = requestOf(under, 1000n);
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
      const request = requestOf(under, 1000n);
      const first = await answerTo(under.provider, request);
      assert.deepEqual(await answerTo(under.reopen(), request), first);
    });

    test('what is authorized can be captured in parts, refunded to the last unit, and voided', async () => {
      const under = await open();
      const { provider } = under;
      const authorized = await answerTo(provider, requestOf(under, 1000n));
      if (authorized.outcome === 'by-hand') return;
      assert.equal(authorized.outcome, 'succeeded');
      if (authorized.outcome !== 'succeeded') return;
      const { reference } = authorized;
      const references = new Set([reference]);
      const steps = under.capturesOnce === true ? STEPS_OF_ONE_CAPTURE : STEPS;
      for (const [kind, amount] of steps) {
        const answer = await answerTo(provider, requestOf(under, amount, reference), kind);
        assert.equal(answer.outcome, 'succeeded', `${kind} ${amount}`);
        if (answer.outcome !== 'succeeded') return;
        assert.equal(answer.amountMinor, amount);
        references.add(answer.reference);
        const released = under.capturesOnce === true && kind === 'capture' ? 400n : undefined;
        assert.equal(answer.releasedMinor, released);
      }
      assert.equal(references.size, steps.length + 1, 'every movement has a name of its own');
    });

    test('more than is held is declined, not done', async () => {
      const under = await open();
      const { provider } = under;
      const authorized = await answerTo(provider, requestOf(under, 1000n));
      if (authorized.outcome !== 'succeeded') return;
      const tooMuch = requestOf(under, 1001n, authorized.reference);
      const answer = await answerTo(provider, tooMuch, 'capture');
      assert.equal(answer.outcome, 'declined');
    });
  });
  describe(`${name}, days later`, () => proveDates(open));
  describe(`${name}, when something goes wrong`, () => proveTrouble(open));
}

function proveDates(open: () => Promise<ProviderUnderTest>): void {
  test('what is captured days after it was held is dated at its capture', async () => {
    const under = await open();
    const { provider, passTime } = under;
    if (passTime === undefined) return;
    const held = await answerTo(provider, requestOf(under, 1000n));
    assert.ok(held.outcome === 'succeeded');
    passTime(2 * DAY_MS);
    const request = requestOf(under, 1000n, held.reference);
    const taken = await answerTo(provider, request, 'capture');
    assert.ok(taken.outcome === 'succeeded');
    const later = taken.occurredAt.getTime() - held.occurredAt.getTime();
    assert.ok(later > 2 * DAY_MS - 2000 && later < 3 * DAY_MS, `${later} ms later`);
    const found = await provider.find?.({ ...request, kind: 'capture' });
    if (found?.outcome === 'succeeded') assert.deepEqual(found.occurredAt, taken.occurredAt);
  });
}

function proveTrouble(open: () => Promise<ProviderUnderTest>): void {
  for (const [kind, amountMinor] of LOST)
    test(`a ${kind} whose answer was lost is found or answered again, and was done once`, async () => {
      const under = await open();
      const { provider } = under;
      if (under.loseNext === undefined) return;
      const reference = kind === 'authorize' ? null : await prepared(under, kind);
      const request = requestOf(under, amountMinor, reference);
      under.loseNext();
      await provider[kind](request).catch(() => undefined);
      const ask = async () =>
        (await provider.find?.({ ...request, kind })) ?? (await provider[kind](request));
      // The connection broke: what is asked next over it may break as well.
      const answer = await ask().catch(ask);
      assert.equal(answer.outcome, 'succeeded', JSON.stringify(answer, bigintAsText));
      assert.equal(answer.outcome === 'succeeded' && answer.amountMinor, amountMinor);
      assert.equal(await under.effectsOf(request.key), 1);
    });

  test('what was never sent is not found', async () => {
    const under = await open();
    const { find } = under.provider;
    if (find === undefined) return;
    const reference = await prepared(under, 'refund');
    for (const kind of ['capture', 'refund', 'void'] as const)
      assert.equal(await find({ ...requestOf(under, 1n, reference), kind }), null, kind);
    assert.equal(await find({ ...requestOf(under, 1n), kind: 'authorize' }), null);
  });

  test('its secrets are in no answer and no error', async () => {
    const under = await open();
    const { provider, account } = under;
    if (account === undefined) return;
    const refused = { ...account, secrets: mapped(account.secrets, (text) => `${text}-wrong`) };
    const told = [
      await answerTo(provider, requestOf(under, 1000n)),
      await answerTo(provider, requestOf(under, 1n, 'nothing'), 'capture').catch(String),
      await provider.authorize({ ...requestOf(under, 1n), account: refused }).catch(String),
    ];
    const text = JSON.stringify(told, bigintAsText);
    for (const secret of Object.values(account.secrets)) assert.ok(!text.includes(secret));
  });
}

const DAY_MS = 86_400_000;

const LOST = [
  ['authorize', 1000n],
  ['capture', 1000n],
  ['refund', 300n],
  ['void', 1000n],
] as const;

/** An authorization to capture or void, or one that was captured. */
async function prepared(under: ProviderUnderTest, kind: IntentKind): Promise<string> {
  const { provider } = under;
  const held = await answerTo(provider, requestOf(under, 1000n));
  assert.ok(held.outcome === 'succeeded');
  if (kind === 'refund') {
    const capture = { ...requestOf(under, 1000n, held.reference), isLast: true };
    assert.equal((await answerTo(provider, capture, 'capture')).outcome, 'succeeded');
  }
  return held.reference;
}

function mapped(
  texts: Readonly<Record<string, string>>,
  to: (text: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, to(text)]));
}

function bigintAsText(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

const STEPS_OF_ONE_CAPTURE = [
  ['capture', 600n],
  ['refund', 599n],
  ['refund', 1n],
] as const;

const STEPS = [
  ['capture', 1n],
  ['capture', 599n],
  ['refund', 599n],
  ['refund', 1n],
  ['void', 400n],
] as const;

function requestOf(
  { token, account }: Pick<ProviderUnderTest, 'token' | 'account'>,
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
    token: typeof token === 'function' ? token() : token,
    reference,
    isLast: false,
    intendedAt: new Date(),
    account: account ?? null,
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
