import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { crc32 } from 'node:zlib';
import type { Id, OrderId, PaymentId, TenantId } from '@doorstep/core/ids.ts';
import type {
  PaymentProvider,
  ProviderAccount,
  ProviderRequest,
} from '@doorstep/core/payments/provider.ts';
import type { StatementLine, StatementPage } from '@doorstep/core/payments/statement.ts';
import { provePaymentProvider } from '../conformance/payment-provider.ts';
import { needsSpec } from '../conformance/vendor-spec.ts';
import { openPaypalDouble, type PaypalDouble } from './double/paypal-double.ts';
import { PAYPAL_SPECS, paypalSpecCheck } from './double/paypal-spec.ts';
import { SIGNER_NAME, testAuthority } from './double/test-authority.ts';
import { fromPaypal, toPaypal } from './paypal-amount.ts';
import { paypalPayments } from './paypal-payments.ts';
import { certificateUrl } from './verify-signature.ts';

const hex = (bytes = 16) => randomBytes(bytes).toString('hex');
const account: ProviderAccount = {
  connection: `pcn_${hex()}` as Id<'providerConnection'>,
  settings: { returnUrl: 'https://shop.example/back', webhookId: 'WH-1' },
  secrets: { clientId: `client-${hex()}`, clientSecret: `secret-${hex()}` },
};
const authority = testAuthority();
const fetchCertificate = async () => authority.chain();

let double: PaypalDouble;
let aheadMs = 0;
before(async () => {
  double = await openPaypalDouble(undefined, () => Date.now() + aheadMs);
});
after(() => double.close());

const providerAt = ({ address }: PaypalDouble) =>
  paypalPayments({ mode: 'test', address, fetchCertificate, trust: [authority.root] });

provePaymentProvider('paypal', async () => ({
  provider: providerAt(double),
  token: () => double.book.approved('10.00', 'EUR'),
  account,
  effectsOf: async (key) => double.effectsOf(key),
  loseNext: () => double.loseNext(),
  passTime: (ms) => {
    aheadMs += ms;
  },
  reopen: () => providerAt(double),
}));

function request(more: Partial<ProviderRequest> = {}): ProviderRequest {
  return {
    key: `pit_${hex()}`,
    tenant: 'ten_1' as TenantId,
    order: `ord_${hex()}` as OrderId,
    payment: `pay_${hex()}` as PaymentId,
    amountMinor: 1000n,
    currency: 'EUR',
    token: null,
    reference: null,
    isLast: false,
    intendedAt: new Date(),
    account,
    signal: new AbortController().signal,
    ...more,
  };
}

async function held(at = double): Promise<{ reference: string; payment: PaymentId }> {
  const asked = request({ token: at.book.approved('10.00', 'EUR') });
  const answer = await providerAt(at).authorize(asked);
  assert.ok(answer.outcome === 'succeeded', JSON.stringify(at.invalid));
  return { reference: answer.reference, payment: asked.payment };
}

describe('what PayPal answers', () => {
  test('without an approved order the payer is sent there, and approving holds the money', async () => {
    const provider = providerAt(double);
    const asked = request();
    const first = await provider.authorize(asked);
    assert.ok(first.outcome === 'payer-action');
    assert.match(first.link ?? '', /^https:\/\/paypal\.example\//);
    const inquiry = { ...asked, kind: 'authorize', pending: first.reference } as const;
    assert.equal((await provider.inquire(inquiry)).outcome, 'payer-action');
    double.book.approve(first.reference);
    const answer = await provider.inquire(inquiry);
    assert.ok(answer.outcome === 'succeeded' && answer.amountMinor === 1000n);
    assert.deepEqual(await provider.inquire(inquiry), answer);
  });

  test('what one payment holds no other payment takes over', async () => {
    const provider = providerAt(double);
    const token = double.book.approved('10.00', 'EUR');
    assert.equal((await provider.authorize(request({ token }))).outcome, 'succeeded');
    const other = await provider.authorize(request({ token }));
    assert.ok(other.outcome === 'declined' && other.code === 'token-used');
  });

  test('the last capture closes the authorization, and each tells its fee', async () => {
    const provider = providerAt(double);
    const { reference } = await held();
    const first = await provider.capture(request({ reference, amountMinor: 400n }));
    assert.ok(first.outcome === 'succeeded');
    assert.deepEqual(first.fee, { amountMinor: 12n, currency: 'EUR' });
    await provider.capture(request({ reference, amountMinor: 600n, isLast: true }));
    const more = await provider.capture(request({ reference, amountMinor: 1n }));
    assert.ok(more.outcome === 'declined');
    assert.equal(more.code, 'authorization-already-captured');
  });

  test('a refund of more than one capture is done in parts, to the last unit', async () => {
    const provider = providerAt(double);
    const { reference } = await held();
    for (const amountMinor of [400n, 600n])
      await provider.capture(request({ reference, amountMinor }));
    let left = 1000n;
    const parts = [];
    while (left > 0n) {
      const answer = await provider.refund(request({ reference, amountMinor: left }));
      assert.ok(answer.outcome === 'succeeded');
      parts.push([answer.amountMinor, answer.isPart === true]);
      left -= answer.amountMinor;
    }
    assert.deepEqual(parts, [
      [600n, true],
      [400n, false],
    ]);
    const more = await provider.refund(request({ reference, amountMinor: 1n }));
    assert.equal(more.outcome, 'declined');
  });

  test('an authorization is renewed under another name, for what is left', async () => {
    const provider = providerAt(double);
    const { reference } = await held();
    await provider.capture(request({ reference, amountMinor: 400n }));
    const asked = request({ reference, amountMinor: 600n });
    const renewed = await provider.renew?.(asked);
    assert.ok(renewed?.outcome === 'succeeded' && renewed.reference !== reference);
    assert.deepEqual(await provider.renew?.(asked), renewed, 'the same key, the same answer');
    const rest = request({ reference: renewed.reference, amountMinor: 600n });
    assert.equal((await provider.capture(rest)).outcome, 'succeeded');
  });

  test('a token that could not be fetched is fetched the next time', async () => {
    const provider = providerAt(double);
    const token = double.book.approved('10.00', 'EUR');
    double.failNext(500, 3);
    const asked = request({ token });
    await assert.rejects(provider.authorize(asked));
    // How often the SDK itself tries is its own affair.
    for (const _ of [1, 2]) await provider.authorize(asked).catch(() => {});
    assert.equal((await provider.authorize(asked)).outcome, 'succeeded');
  });

  test('amounts of 0, 2 and 3 decimals are written as PayPal reads them', () => {
    assert.deepEqual(toPaypal(1250n, 'EUR'), { currencyCode: 'EUR', value: '12.50' });
    assert.deepEqual(toPaypal(1250n, 'JPY'), { currencyCode: 'JPY', value: '1250' });
    assert.deepEqual(toPaypal(1200n, 'HUF'), { currencyCode: 'HUF', value: '12' });
    assert.equal(toPaypal(1250n, 'HUF'), undefined);
    assert.equal(fromPaypal({ currencyCode: 'KWD', value: '1.2' }), 1200n);
    assert.equal(fromPaypal({ currencyCode: 'JPY', value: '12' }), 12n);
    assert.throws(() => fromPaypal({ currencyCode: 'EUR', value: '1.234' }));
  });
});

describe('what PayPal tells', () => {
  const CERT = 'https://api.sandbox.paypal.com/v1/notifications/certs/CERT-1';
  const hear = (
    event: object,
    more: Record<string, string> = {},
    tampered = '',
    provider = providerAt(double),
  ) => {
    const body = Buffer.from(JSON.stringify(event));
    const time = more['time'] ?? new Date().toISOString();
    const id = more['id'] ?? 't-1';
    const signed = `${id}|${time}|${more['webhookId'] ?? 'WH-1'}|${crc32(body)}`;
    assert.ok(provider.hear !== undefined);
    return provider.hear(
      {
        body: Buffer.concat([body, Buffer.from(tampered)]),
        headers: {
          'paypal-transmission-id': id,
          'paypal-transmission-time': time,
          'paypal-auth-algo': 'SHA256withRSA',
          'paypal-cert-url': more['cert'] ?? CERT,
          'paypal-transmission-sig': authority.sign(Buffer.from(signed)),
        },
        receivedAt: new Date(),
        signal: new AbortController().signal,
      },
      account,
    );
  };

  test('captures and refunds under the names of its answers, voids, and disputes as they stand', async () => {
    const provider = providerAt(double);
    const { reference, payment } = await held();
    double.takeEvents();
    const capture = request({ reference, payment, amountMinor: 400n });
    const captured = await provider.capture(capture);
    const refunded = await provider.refund(request({ reference, payment, amountMinor: 100n }));
    await provider.void(request({ reference, payment, amountMinor: 600n }));
    double.book.dispute(capture.key, 'PP-D-1');
    double.book.dispute(capture.key, 'PP-D-1', 'RESOLVED_SELLER_FAVOUR');
    const told = [];
    for (const event of double.takeEvents()) {
      const heard = await hear(event);
      assert.ok(heard.outcome === 'heard');
      for (const one of heard.notices) {
        assert.equal(one.payment, payment);
        if (one.about === 'money') told.push(`${one.kind} ${one.amountMinor} ${one.reference}`);
        if (one.about === 'dispute') told.push(`${one.status} ${one.amountMinor}`);
      }
    }
    const nameOf = (answer: object) => (answer as { reference: string }).reference;
    assert.deepEqual(told, [
      `captured 400 ${nameOf(captured)}`,
      `refunded 100 ${nameOf(refunded)}`,
      `voided 600 ${reference}/voided`,
      'won 400',
      'won 400',
    ]);
  });

  test('a signature over other bytes, for another webhook, too old, or by a certificate from elsewhere is not genuine', async () => {
    const event = { event_type: 'NOTHING', resource: {} };
    assert.equal((await hear(event)).outcome, 'heard');
    const refused = [
      await hear(event, {}, ' '),
      await hear(event, { webhookId: 'WH-2' }),
      await hear(event, { time: new Date(Date.now() - 8 * 86_400_000).toISOString() }),
      await hear(event, { time: 'never' }),
      await hear(event, { cert: 'https://evil.example/v1/notifications/certs/CERT-1' }),
    ];
    assert.deepEqual(
      refused.map(({ outcome }) => outcome),
      refused.map(() => 'not-genuine'),
    );
  });

  test('a certificate counts that leads to a root that is trusted, is PayPal’s and valid; else PayPal is asked', async () => {
    const event = { event_type: 'NOTHING', resource: {} };
    const expired = new Date(Date.now() - 86_400_000);
    const others: readonly (readonly [string, () => string, readonly string[]])[] = [
      ['of another root', () => authority.chain(), [testAuthority().root]],
      [
        'without its issuer',
        () => authority.chain().split(/(?=-----BEGIN)/)[0] ?? '',
        [authority.root],
      ],
      ['of another name', () => authority.chain({ name: 'evil.example' }), [authority.root]],
      ['that ran out', () => authority.chain({ endsAt: expired }), [authority.root]],
      ['that is none', () => 'nonsense', [authority.root]],
    ];
    for (const [what, chain, trust] of others) {
      const provider = paypalPayments({
        mode: 'test',
        address: double.address,
        fetchCertificate: async () => chain(),
        trust,
      });
      const asked = () =>
        double.seen.filter((one) => one.endsWith('verify-webhook-signature')).length;
      const before = asked();
      assert.equal(
        (await hear(event, { id: 'forged' }, '', provider)).outcome,
        'not-genuine',
        what,
      );
      assert.equal((await hear(event, { id: 'genuine' }, '', provider)).outcome, 'heard', what);
      assert.equal(asked(), before + 2, what);
    }
    const unreachable = paypalPayments({
      mode: 'test',
      address: double.address,
      fetchCertificate: () => Promise.reject(new Error('no network')),
    });
    assert.equal((await hear(event, { id: 'genuine' }, '', unreachable)).outcome, 'heard');
    // What is certain here is not asked there, whatever PayPal would say.
    const before = double.seen.length;
    assert.equal((await hear(event, { id: 'genuine', webhookId: 'WH-2' })).outcome, 'not-genuine');
    assert.equal((await hear(event)).outcome, 'heard');
    assert.equal(double.seen.length, before);
    assert.ok(SIGNER_NAME.endsWith('.paypal.com'));
  });

  test('a certificate is fetched from no host but PayPal’s own', () => {
    for (const url of [
      'http://api.sandbox.paypal.com/v1/notifications/certs/C',
      'https://api.sandbox.paypal.com.evil.example/v1/notifications/certs/C',
      'https://user@api.sandbox.paypal.com/v1/notifications/certs/C',
      'https://api.sandbox.paypal.com:8443/v1/notifications/certs/C',
      'https://api.sandbox.paypal.com/v2/elsewhere',
      'https://api.paypal.com/v1/notifications/certs/C',
      'https://169.254.169.254/v1/notifications/certs/C',
      'nonsense',
    ])
      assert.equal(certificateUrl(url, 'test'), undefined, url);
    assert.ok(certificateUrl(CERT, 'test') !== undefined);
  });
});

test('every call is one of the specifications of ../shared/specs/paypal, and a wrong one is refused', async (context) => {
  if (!needsSpec(context, PAYPAL_SPECS[0])) return;
  const strict = await openPaypalDouble(await paypalSpecCheck());
  try {
    const provider = providerAt(strict);
    const { reference, payment } = await held(strict);
    const capture = request({ reference, payment, amountMinor: 400n });
    await provider.capture(capture);
    await provider.refund(request({ reference, payment, amountMinor: 100n }));
    const renewed = await provider.renew?.(request({ reference, amountMinor: 600n }));
    assert.ok(renewed?.outcome === 'succeeded', JSON.stringify(strict.invalid));
    await provider.void(request({ reference: renewed.reference, amountMinor: 600n }));
    for (const kind of ['capture', 'refund', 'void'] as const)
      await provider.find?.({ ...capture, kind });
    const waits = await provider.authorize(request());
    assert.equal(waits.outcome, 'payer-action', JSON.stringify(strict.invalid));
    const period = { from: new Date(Date.now() - 3 * 86_400_000), to: new Date() };
    const { signal } = new AbortController();
    await provider.statements?.read({ account, ...period, page: null, signal });
    assert.equal(await provider.tryOut?.(account, signal), 'https://shop.example/hook');
    assert.deepEqual(strict.invalid, []);
    assert.ok(strict.seen.length >= 14, `${strict.seen.length} calls`);

    // The twin: had the specification not been read, this would pass as well.
    const malformed = await fetch(`${strict.address}/v2/checkout/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ intent: 'PERHAPS', purchase_units: [{ amount: 12 }] }),
    });
    assert.equal(malformed.status, 400);
    assert.equal(strict.invalid.length, 1);
  } finally {
    await strict.close();
  }
});

describe('what PayPal booked', () => {
  const { signal } = new AbortController();
  const read = async (provider: PaymentProvider, days: number) => {
    const [from, to] = [new Date(Date.now() - days * 86_400_000), new Date(Date.now() + 1000)];
    const lines: StatementLine[] = [];
    let [page, pages]: [string | null, number] = [null, 0];
    do {
      const got: StatementPage | undefined = await provider.statements?.read({
        account,
        from,
        to,
        page,
        signal,
      });
      lines.push(...(got?.lines ?? []));
      page = got?.next ?? null;
      pages += 1;
    } while (page !== null);
    return { lines, pages };
  };

  test('is read in searches of a month, which are halved where there is too much', async () => {
    const own = await openPaypalDouble();
    try {
      const provider = providerAt(own);
      const { reference, payment } = await held(own);
      const capture = request({ reference, payment, amountMinor: 400n });
      await provider.capture(capture);
      await provider.refund(request({ reference, payment, amountMinor: 100n }));
      own.book.dispute(capture.key, 'PP-D-9');
      own.book.balance.withdraw({ currency_code: 'JPY', value: '5000' });
      const year = await read(provider, 365);
      assert.equal(year.pages, 13);
      const words = year.lines.map(
        ({ kind, booked, feeMinor }) =>
          `${kind} ${booked.amountMinor} ${booked.currency} ${feeMinor}`,
      );
      assert.deepEqual(words, [
        'charge 400 EUR 12',
        'refund -100 EUR null',
        'dispute -400 EUR null',
        'payout -5000 JPY null',
      ]);
      assert.equal(year.lines[0]?.payment, payment);
      assert.equal(year.lines[0]?.key, capture.key);
      own.book.balance.refuseOver(3);
      await assert.rejects(read(provider, 1), /RESULTSET_TOO_LARGE/);
    } finally {
      await own.close();
    }
  });
});
