// What a tenant may try with the money of another: see foreign-calls.ts.

interface ForeignMoney {
  readonly order: string;
  readonly payment: string;
  readonly intent: string;
  readonly connection: string;
}

interface MoneyAttempt {
  readonly params: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly told: string;
}

export function paymentAttempts(a: ForeignMoney): Record<string, MoneyAttempt[]> {
  const order = { order: a.order };
  const payment = { payment: a.payment };
  const fact = { kind: 'captured', reference: 'b', amountMinor: 1 };
  return {
    getOrderPayments: [{ params: order, told: 'not-found' }],
    addPayment: [{ params: order, body: { provider: 'manual' }, told: 'not-found' }],
    previewRefund: [{ params: { order: a.order }, body: { amountMinor: 1 }, told: 'not-found' }],
    grantRefund: [{ params: order, body: { amountMinor: 1, reason: 'other' }, told: 'not-found' }],
    recordReceipt: [{ params: payment, body: { reference: 'b' }, told: 'not-found' }],
    recordPaymentFact: [
      { params: payment, body: fact, told: 'not-found' },
      { params: payment, body: { ...fact, intent: a.intent }, told: 'not-found' },
    ],
    recordIntentResult: [
      {
        params: { intent: a.intent },
        body: { outcome: 'succeeded', reference: 'b' },
        told: 'not-found',
      },
    ],
    retryPayment: [{ params: payment, told: 'not-found' }],
    ...connectionAttempts(a),
  };
}

/** What any tenant may connect. */
export function stripeAccount(name: string): object {
  const secrets = { secretKey: `sk_test_${name}`, webhookSecret: `whsec_${name}` };
  return { provider: 'stripe-test', name, secrets };
}

function connectionAttempts({ connection }: ForeignMoney): Record<string, MoneyAttempt[]> {
  const params = { connection };
  return {
    listProviderConnections: [{ params: {}, told: 'own' }],
    getProviderConnection: [{ params, told: 'not-found' }],
    createProviderConnection: [{ params: {}, body: stripeAccount('own'), told: 'own' }],
    changeProviderConnection: [{ params, body: { active: false }, told: 'not-found' }],
    rotateProviderSecrets: [{ params, body: { secrets: {} }, told: 'not-found' }],
    testProviderConnection: [{ params, told: 'not-found' }],
    removeProviderConnection: [{ params, told: 'not-found' }],
    receiveProviderNotice: [
      { params: { provider: 'stripe-test', connection }, told: 'webhook-signature-invalid' },
      { params: { provider: 'paypal-test', connection }, told: 'not-found' },
    ],
  };
}
