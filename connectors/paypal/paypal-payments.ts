// Payments with PayPal, through its official SDK. Every call carries the id of our intent as
// PayPal-Request-Id, and leaves it with what it made, where it is found again when an answer was lost.

import type {
  AccountForm,
  PaymentProvider,
  ProviderAnswer,
  ProviderInquiry,
  ProviderLookup,
  ProviderRequest,
} from '@doorstep/core/payments/provider.ts';
import { authorizeWithPaypal, findAuthorization, inquireAuthorization } from './authorize.ts';
import { captureWithPaypal, findCapture, renewWithPaypal } from './capture.ts';
import { findRefund, findVoid, refundWithPaypal, voidWithPaypal } from './give-back.ts';
import { hearPaypal } from './hear.ts';
import { type PaypalApi, paypalClients } from './paypal-client.ts';
import { answerOfError } from './paypal-error.ts';
import { type FetchCertificate, signatureVerifier } from './verify-signature.ts';

export interface PaypalOptions {
  readonly mode: 'test' | 'live';
  /** Another one than PayPal's own, for tests: http://host:port */
  readonly address?: string;
  readonly fetchCertificate?: FetchCertificate;
}

export function paypalPayments({ mode, address, fetchCertificate }: PaypalOptions): PaymentProvider {
  const apiOf = paypalClients(mode, address);
  const verify = signatureVerifier(mode, fetchCertificate);
  const asked =
    (call: (api: PaypalApi, request: ProviderRequest) => Promise<ProviderAnswer>) =>
    async (request: ProviderRequest) => {
      try {
        return await call(apiOf(request.account), request);
      } catch (error) {
        return answerOfError(error);
      }
    };
  return {
    name: mode === 'live' ? 'paypal' : 'paypal-test',
    waitsForReceipt: false,
    accounts: formOf(mode),
    authorize: asked(authorizeWithPaypal),
    capture: asked(captureWithPaypal),
    refund: asked(refundWithPaypal),
    void: asked(voidWithPaypal),
    renew: asked(renewWithPaypal),
    async inquire(inquiry) {
      try {
        return await inquire(apiOf(inquiry.account), inquiry);
      } catch (error) {
        return answerOfError(error);
      }
    },
    find: (lookup) => find(apiOf(lookup.account), lookup),
    hear: (delivery, account) => hearPaypal(apiOf(account), verify, delivery, account),
  };
}

function formOf(mode: 'test' | 'live'): AccountForm {
  return {
    mode,
    secrets: ['clientId', 'clientSecret'],
    settings: ['webhookId', 'returnUrl', 'cancelUrl'],
    check(_secrets, { returnUrl, cancelUrl }) {
      const isWrong = [returnUrl, cancelUrl].some(
        (url) => url !== undefined && !url.startsWith('https://'),
      );
      return isWrong ? 'The return and cancel URLs must begin with https://.' : undefined;
    },
  };
}

async function inquire(api: PaypalApi, inquiry: ProviderInquiry): Promise<ProviderAnswer> {
  if (inquiry.kind === 'authorize') return inquireAuthorization(api, inquiry);
  return (await find(api, inquiry)) ?? { outcome: 'later', reference: inquiry.pending };
}

function find(api: PaypalApi, lookup: ProviderLookup): Promise<ProviderAnswer | null> {
  switch (lookup.kind) {
    case 'authorize':
      return findAuthorization(api, lookup);
    case 'capture':
      return findCapture(api, lookup);
    case 'refund':
      return findRefund(api, lookup);
    case 'void':
      return findVoid(api, lookup);
  }
}
