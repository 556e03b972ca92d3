// Money that people move: bank transfers, cash, a terminal of its own. It comes by itself and is
// recorded as a receipt; refunds are made by a person, who then records that they were.

import type { PaymentProvider, ProviderAnswer } from '@doorstep/core/payments/provider.ts';

export function manualPayments(): PaymentProvider {
  const byHand = (): Promise<ProviderAnswer> => Promise.resolve({ outcome: 'by-hand' });
  return {
    name: 'manual',
    waitsForReceipt: true,
    accounts: null,
    authorize: byHand,
    capture: byHand,
    refund: byHand,
    void: byHand,
    inquire: byHand,
  };
}
