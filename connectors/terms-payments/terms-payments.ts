// Payment terms: the buyer pays an invoice later. Nobody outside is asked: whether credit is given is
// decided by the shop that hands such a payment over, capturing is sending the invoice, and refunds are
// made by a person. Only giving credit back needs nobody.

import { TERMS_PROVIDER } from '@doorstep/core/payments/payment-terms.ts';
import type {
  PaymentProvider,
  ProviderAnswer,
  ProviderRequest,
} from '@doorstep/core/payments/provider.ts';

export function termsPayments(): PaymentProvider {
  const byHand = (): Promise<ProviderAnswer> => Promise.resolve({ outcome: 'by-hand' });
  return {
    name: TERMS_PROVIDER,
    waitsForReceipt: false,
    accounts: null,
    authorize: byHand,
    capture: byHand,
    refund: byHand,
    void: ({ key, amountMinor, intendedAt }: ProviderRequest) =>
      Promise.resolve({
        outcome: 'succeeded',
        reference: `${key}/released`,
        amountMinor,
        occurredAt: intendedAt,
      }),
    inquire: byHand,
  };
}
