// Payments with PayPal, through its official SDK. Every call carries the id of our intent as
// PayPal-Request-Id, and leaves it with what it made, where it is found again when an answer was lost.

import type {
  AccountForm,
  PaymentProvider,
  ProviderAccount,
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
import { answerOfError, isFailure } from './paypal-error.ts';
import { paypalReport } from './report.ts';
import { readPaypalStatement } from './statements.ts';
import { tryOutPaypal } from './try-out.ts';
import { signatureVerifier, type VerifierOptions } from './verify-signature.ts';

export interface PaypalOptions extends VerifierOptions {
  readonly mode: 'test' | 'live';
  /** Another one than PayPal's own, for tests: http://host:port */
  readonly address?: string;
}

export function paypalPayments({ mode, address, ...verifying }: PaypalOptions): PaymentProvider {
  const clients = paypalClients(mode, address);
  const verify = signatureVerifier(mode, verifying);
  async function using<T>(
    account: ProviderAccount | null,
    work: (api: PaypalApi) => Promise<T>,
  ): Promise<T> {
    try {
      return await work(clients.of(account));
    } catch (error) {
      if (isFailure(error)) clients.forget(account);
      throw error;
    }
  }
  const asked =
    <R extends ProviderRequest>(call: (api: PaypalApi, request: R) => Promise<ProviderAnswer>) =>
    (request: R) =>
      using(request.account, (api) => call(api, request)).catch(answerOfError);
  return {
    name: mode === 'live' ? 'paypal' : 'paypal-test',
    waitsForReceipt: false,
    accounts: formOf(mode),
    authorize: asked(authorizeWithPaypal),
    capture: asked(captureWithPaypal),
    refund: asked(refundWithPaypal),
    void: asked(voidWithPaypal),
    renew: asked(renewWithPaypal),
    inquire: asked(inquire),
    statements: {
      lagMs: LAG_MS,
      read: (request) => using(request.account, (api) => readPaypalStatement(api, request)),
      openReport: paypalReport,
    },
    // With a client of its own: another one may hold a token of credentials that are gone.
    tryOut: (account, signal) =>
      tryOutPaypal(paypalClients(mode, address).of(account), account, signal),
    find: (lookup) => using(lookup.account, (api) => find(api, lookup)),
    hear: (delivery, account) =>
      using(account, (api) => hearPaypal(api, verify, delivery, account)),
  };
}

/** PayPal itself says three hours; a day covers what it books at night. */
const LAG_MS = 24 * 3_600_000;

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
