// Store credit and gift cards as ways of paying: the shop's own book is the provider. To authorize is to
// promise a part of a balance, to capture to spend it, to void to give the promise back, to refund to
// put money back. The two differ in whose account it is, and in nothing that money does.

import type { IntentKind } from '@doorstep/core/payments/payment.ts';
import type {
  PaymentProvider,
  ProviderAnswer,
  ProviderRequest,
} from '@doorstep/core/payments/provider.ts';
import type { StoredValueKind } from '@doorstep/core/payments/stored-value-provider.ts';
import type { ValueBook } from '@doorstep/core/stored-value/value-book.ts';

export function storedValuePayments(name: StoredValueKind, book: ValueBook): PaymentProvider {
  const ask = async (kind: IntentKind, request: ProviderRequest): Promise<ProviderAnswer> => {
    const answer = await book.move(kind, name, request);
    if (!answer.done)
      return { outcome: 'declined', code: answer.code, detail: answer.detail, final: true };
    const { reference, amountMinor, occurredAt } = answer;
    return { outcome: 'succeeded', reference, amountMinor, occurredAt };
  };
  return {
    name,
    waitsForReceipt: false,
    accounts: null,
    authorize: (request) => ask('authorize', request),
    capture: (request) => ask('capture', request),
    refund: (request) => ask('refund', request),
    void: (request) => ask('void', request),
    // It answers at once; the key alone makes a second call safe.
    inquire: (inquiry) => ask(inquiry.kind, inquiry),
  };
}
