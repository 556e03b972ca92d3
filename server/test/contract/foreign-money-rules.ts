// What a tenant may try with the refunds, credits and reviews of another: see foreign-calls.ts.

import type { Attempt } from './foreign.ts';

interface ForeignRules {
  readonly order: string;
  readonly payment: string;
  readonly customer: string;
}

export function moneyRuleAttempts(a: ForeignRules): Record<string, Attempt[]> {
  const order = { order: a.order };
  const payment = { payment: a.payment };
  const customer = { customer: a.customer };
  const note = 'b';
  const request = { ...order, refundRequest: `rrq_${'0'.repeat(32)}` };
  return {
    getRefundPolicy: [{ told: 'own' }],
    setRefundPolicy: [{ body: { allocation: 'proportional', limits: [] }, told: 'own' }],
    decideRefund: [{ params: request, body: { decision: 'approve' }, told: 'not-found' }],
    getCustomerCredit: [{ params: customer, told: 'not-found' }],
    setCustomerCredit: [
      { params: { ...customer, currency: 'EUR' }, body: { limitMinor: 9 }, told: 'not-found' },
    ],
    approveCredit: [{ params: payment, body: { note }, told: 'not-found' }],
    recordInvoice: [{ params: payment, body: { number: 'b' }, told: 'not-found' }],
    getRiskPolicy: [{ told: 'own' }],
    setRiskPolicy: [{ body: { active: false, reviewFrom: 1, rules: [] }, told: 'own' }],
    getOrderRisk: [{ params: order, told: 'not-found' }],
    recordRiskSignal: [
      {
        params: order,
        body: { source: 'b', level: 'highest', reference: 'b' },
        told: 'not-found',
      },
    ],
    listReviews: [{ told: 'own' }, { query: { state: 'clear' }, told: 'own' }],
    decideReview: [{ params: order, body: { decision: 'decline', note }, told: 'not-found' }],
  };
}
