import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { Id, OrderId, PaymentId, TenantId } from '@doorstep/core/ids.ts';
import type {
  PaymentProvider,
  ProviderAccount,
  ProviderRequest,
} from '@doorstep/core/payments/provider.ts';
import { ProviderFailure } from '@doorstep/core/payments/provider-failure.ts';
import type { StatementLine, StatementPage } from '@doorstep/core/payments/statement.ts';
import Stripe from 'stripe';
import { provePaymentProvider } from '../conformance/payment-provider.ts';
import { needsSpec } from '../conformance/vendor-spec.ts';
import type { StripeEvent } from './double/stripe-book.ts';
import { openStripeDouble, type StripeDouble } from './double/stripe-double.ts';
import { STRIPE_SPEC, stripeSpecCheck } from './double/stripe-spec.ts';
import { fromStripe, toStripe } from './stripe-amount.ts';
import { stripePayments } from './stripe-payments.ts';

const hex = (bytes = 16) => randomBytes(bytes).toString('hex');
const account: ProviderAccount = {
  connection: `pcn_${hex()}` as Id<'providerConnection'>,
  settings: { returnUrl: 'https://shop.example/back' },
  secrets: { secretKey: `sk_test_${hex()}`, webhookSecret: `whsec_${hex()}` },
};

let double: StripeDouble;
let aheadMs = 0;
before(async () => {
  double = await openStripeDouble(undefined, () => Date.now() + aheadMs);
});
after(() => double.close());

const providerAt = (port: number) =>
  stripePayments({ mode: 'test', address: { protocol: 'http', host: '127.0.0.1', port } });

for (const [name, token] of [
  ['stripe', 'pm_card_multicapture'],
  ['stripe with a card that takes one capture', 'pm_card_visa'],
] as const)
  provePaymentProvider(name, async () => ({
    provider: providerAt(double.port),
    token,
    account,
    capturesOnce: token === 'pm_card_visa',
    effectsOf: async (key) => double.effectsOf(key),
    // The SDK itself tries twice more.
    loseNext: () => double.loseNext(3),
    passTime: (ms) => {
      aheadMs += ms;
    },
    reopen: () => providerAt(double.port),
  }));

function request(more: Partial<ProviderRequest> = {}): ProviderRequest {
  return {
    key: `pit_${hex()}`,
    tenant: 'ten_1' as TenantId,
    order: `ord_${hex()}` as OrderId,
    payment: `pay_${hex()}` as PaymentId,
    amountMinor: 1000n,
    currency: 'EUR',
    token: 'pm_card_visa',
    reference: null,
    isLast: false,
    intendedAt: new Date(),
    account,
    signal: new AbortController().signal,
    ...more,
  };
}

describe('what Stripe answers', () => {
  test('a card that is declined is a final no, with the reason of the bank', async () => {
    const answer = await providerAt(double.port).authorize(
      request({ token: 'pm_card_chargeDeclined' }),
    );
    assert.ok(answer.outcome === 'declined' && answer.final);
    assert.equal(answer.code, 'generic_decline');
  });

  test('3-D Secure: the payer is told where to go, and the money is held when it was done', async () => {
    const provider = providerAt(double.port);
    const asked = request({ token: 'pm_card_authenticationRequired' });
    const first = await provider.authorize(asked);
    assert.ok(first.outcome === 'payer-action');
    assert.match(first.link ?? '', /^https:\/\/bank\.example\//);
    double.book.confirm(first.reference);
    const inquiry = { ...asked, kind: 'authorize', pending: first.reference } as const;
    const held = await provider.inquire(inquiry);
    assert.ok(held.outcome === 'succeeded' && held.amountMinor === 1000n);
    assert.ok((held.expiresAt?.getTime() ?? 0) > Date.now(), 'the bank says until when');
  });

  test('a capture tells its fee', async () => {
    const provider = providerAt(double.port);
    const held = await provider.authorize(request());
    assert.ok(held.outcome === 'succeeded');
    const { reference } = held;
    const taken = await provider.capture(request({ reference, isLast: true }));
    assert.ok(taken.outcome === 'succeeded');
    assert.deepEqual(taken.fee, { amountMinor: 40n, currency: 'EUR' });
  });

  test('a capture with others behind it is dated when it was asked for', async () => {
    const provider = providerAt(double.port);
    const held = await provider.authorize(request({ token: 'pm_card_multicapture' }));
    assert.ok(held.outcome === 'succeeded');
    const { reference } = held;
    const intendedAt = new Date(Date.now() + 3_600_000);
    const first = request({ reference, amountMinor: 100n, intendedAt });
    await provider.capture(first);
    aheadMs += 2 * 86_400_000;
    await provider.capture(request({ reference, amountMinor: 500n }));
    const found = await provider.find?.({ ...first, kind: 'capture' });
    assert.ok(found?.outcome === 'succeeded');
    assert.deepEqual(found.occurredAt, intendedAt);
  });

  test('refused credentials, too many requests and an error of its own are no answers', async () => {
    const provider = providerAt(double.port);
    const fails = async (more: Partial<ProviderRequest> = {}) => {
      const error = await provider.authorize(request(more)).catch((thrown: unknown) => thrown);
      assert.ok(error instanceof ProviderFailure, String(error));
      return error.kind;
    };
    const secrets = { ...account.secrets, secretKey: 'sk_live_x' };
    assert.equal(await fails({ account: { ...account, secrets } }), 'credentials');
    double.failNext(429, 3);
    assert.equal(await fails(), 'rate-limited');
    double.failNext(500, 3);
    assert.equal(await fails(), 'unexpected');
    assert.equal(await fails({ account: null }), 'not-connected');
  });

  test('an authorization asked for days ago is looked for by our own name for it', async () => {
    const provider = providerAt(double.port);
    const asked = request({ intendedAt: new Date(Date.now() - 3 * 86_400_000) });
    assert.equal(await provider.find?.({ ...asked, kind: 'authorize' }), null);
    await provider.authorize(asked);
    const found = await provider.find?.({ ...asked, kind: 'authorize' });
    assert.equal(found?.outcome, 'succeeded');
  });

  test('amounts of 0, 2 and 3 decimals are what Stripe counts, or are refused', () => {
    assert.equal(toStripe(1250n, 'EUR'), 1250);
    assert.equal(toStripe(1250n, 'JPY'), 1250);
    assert.equal(toStripe(1250n, 'KWD'), 1250);
    assert.equal(toStripe(1251n, 'KWD'), undefined);
    assert.equal(toStripe(5n, 'ISK'), 500);
    assert.equal(fromStripe(500, 'isk'), 5n);
    assert.equal(toStripe(150n, 'MGA'), undefined);
    assert.equal(fromStripe(2, 'mga'), 200n);
  });

  test('a key of the other mode is refused before anything is kept', () => {
    const { accounts } = stripePayments({ mode: 'live' });
    assert.match(accounts?.check(account.secrets, {}) ?? '', /not one of the live mode/);
    const { accounts: test } = stripePayments({ mode: 'test' });
    assert.equal(test?.check(account.secrets, account.settings), undefined);
  });
});

describe('what Stripe tells', () => {
  const hear = (event: object, more: { secret?: string; at?: number; receivedAt?: Date } = {}) => {
    const body = JSON.stringify(event);
    const { secret = account.secrets['webhookSecret'] ?? '', at = Date.now() } = more;
    const header = Stripe.webhooks.generateTestHeaderString({
      payload: body,
      secret,
      timestamp: Math.floor(at / 1000),
    });
    const provider = providerAt(double.port);
    assert.ok(provider.hear !== undefined);
    return provider.hear(
      {
        body: Buffer.from(body),
        headers: { 'stripe-signature': header },
        receivedAt: more.receivedAt ?? new Date(),
        signal: new AbortController().signal,
      },
      account,
    );
  };
  const lived = async (): Promise<{ asked: ProviderRequest; events: StripeEvent[] }> => {
    double.takeEvents();
    const provider = providerAt(double.port);
    const asked = request({ token: 'pm_card_multicapture' });
    const held = await provider.authorize(asked);
    assert.ok(held.outcome === 'succeeded');
    const { reference } = held;
    const again = (amountMinor: bigint) =>
      request({ reference, amountMinor, payment: asked.payment, key: `pit_${hex()}` });
    await provider.capture(again(100n));
    await provider.capture(again(500n));
    await provider.refund(again(200n));
    return { asked, events: double.takeEvents() };
  };

  test('the same movements as its answers, under the same names', async () => {
    const { asked, events } = await lived();
    const notices = [];
    for (const event of events) {
      const heard = await hear(event);
      assert.ok(heard.outcome === 'heard');
      notices.push(...heard.notices);
    }
    const money = notices.filter((one) => one.about === 'money');
    assert.deepEqual(
      money.map(({ kind, amountMinor }) => `${kind} ${amountMinor}`),
      ['authorized 1000', 'captured 100', 'captured 500', 'refunded 200'],
    );
    assert.ok(money.every((one) => one.key !== null && one.payment === asked.payment));
  });

  test('with its one capture, what a card gives back', async () => {
    const provider = providerAt(double.port);
    const asked = request();
    const held = await provider.authorize(asked);
    assert.ok(held.outcome === 'succeeded');
    double.takeEvents();
    const { payment } = asked;
    const { reference } = held;
    const answer = await provider.capture(request({ reference, amountMinor: 600n, payment }));
    assert.ok(answer.outcome === 'succeeded' && answer.releasedMinor === 400n);
    const [captured] = double.takeEvents();
    assert.ok(captured !== undefined);
    const heard = await hear(captured);
    const [notice] = heard.outcome === 'heard' ? heard.notices : [];
    assert.ok(notice?.about === 'money' && notice.reference === answer.reference);
    assert.deepEqual([notice.amountMinor, notice.releasedMinor], [600n, 400n]);
  });

  test('a signature of another secret, of other bytes, too old, or of the other mode is not genuine', async () => {
    const { events } = await lived();
    const [event] = events;
    assert.ok(event !== undefined);
    const outcome = async (...args: Parameters<typeof hear>) => (await hear(...args)).outcome;
    assert.equal(await outcome(event), 'heard');
    assert.equal(await outcome(event, { secret: 'whsec_other' }), 'not-genuine');
    assert.equal(await outcome(event, { at: Date.now() - 600_000 }), 'not-genuine');
    assert.equal(await outcome({ ...event, livemode: true }), 'not-genuine');
  });

  test('disputes, by the payment that they are about', async () => {
    const { asked } = await lived();
    const provider = providerAt(double.port);
    const found = await provider.authorize(asked);
    assert.ok(found.outcome === 'succeeded');
    double.book.dispute(found.reference, 'needs_response', 'dp_1');
    double.book.dispute(found.reference, 'won', 'dp_1');
    const statuses = [];
    for (const event of double.takeEvents()) {
      const heard = await hear(event);
      const [notice] = heard.outcome === 'heard' ? heard.notices : [];
      if (notice?.about === 'dispute') statuses.push(`${notice.status} ${notice.amountMinor}`);
    }
    assert.deepEqual(statuses, ['withdrawn 600', 'won 600']);
  });
});

test('every call is one of the specification of ../shared/specs/stripe, and a wrong one is refused', async (context) => {
  if (!needsSpec(context, STRIPE_SPEC)) return;
  const strict = await openStripeDouble(await stripeSpecCheck());
  try {
    const provider = providerAt(strict.port);
    const asked = request({ token: 'cus_1/pm_card_multicapture' });
    const held = await provider.authorize(asked);
    assert.ok(held.outcome === 'succeeded', JSON.stringify(strict.invalid));
    const { reference } = held;
    const part = request({ reference, amountMinor: 400n });
    await provider.capture(part);
    await provider.refund(request({ reference, amountMinor: 100n }));
    await provider.void(request({ reference, amountMinor: 600n }));
    for (const kind of ['capture', 'refund', 'void'] as const)
      await provider.find?.({ ...part, kind });
    const old = { ...asked, intendedAt: new Date(Date.now() - 3 * 86_400_000) };
    await provider.find?.({ ...old, kind: 'authorize' });
    await provider.authorize(request({ token: reference }));
    const acts = request({ token: 'pm_card_authenticationRequired', account: bare });
    const waits = await provider.authorize(acts);
    assert.ok(waits.outcome === 'payer-action');
    const inquiry = { ...acts, kind: 'authorize', pending: waits.reference } as const;
    await provider.inquire(inquiry);
    await provider.abandon?.(inquiry);
    strict.book.balance.payOut('eur');
    const lines = await readAll(provider);
    assert.deepEqual(
      lines.map(({ kind }) => kind),
      ['payout', 'refund', 'charge', 'payout', 'refund', 'charge'],
    );
    await provider.tryOut?.(account, new AbortController().signal);
    assert.deepEqual(strict.invalid, []);
    assert.ok(strict.seen.length >= 14, `${strict.seen.length} calls`);

    // The twin: had the specification not been read, this would pass as well.
    const malformed = await fetch(`http://127.0.0.1:${strict.port}/v1/payment_intents`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'amount=many&currency=eur&capture_method=whenever',
    });
    assert.equal(malformed.status, 400);
    assert.equal(strict.invalid.length, 1);
  } finally {
    await strict.close();
  }
});

async function readAll(provider: PaymentProvider): Promise<StatementLine[]> {
  const { signal } = new AbortController();
  const period = { from: new Date(Date.now() - 86_400_000), to: new Date(Date.now() + 1000) };
  const lines: StatementLine[] = [];
  let page: string | null = null;
  do {
    const got: StatementPage | undefined = await provider.statements?.read({
      account,
      ...period,
      page,
      signal,
    });
    lines.push(...(got?.lines ?? []));
    page = got?.next ?? null;
  } while (page !== null);
  return lines;
}

const bare: ProviderAccount = { ...account, settings: {} };
