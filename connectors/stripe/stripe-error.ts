// What an error of Stripe means: a no that counts, or that nobody knows what became of the call.

import type { ProviderAnswer } from '@doorstep/core/payments/provider.ts';
import { type FailureKind, ProviderFailure } from '@doorstep/core/payments/provider-failure.ts';
import Stripe from 'stripe';

/** @throws ProviderFailure when the call is not known to have been refused */
export function answerOfError(error: unknown): ProviderAnswer {
  if (!(error instanceof Stripe.errors.StripeError)) throw error;
  const kind = failureOf(error);
  if (kind !== null) throw new ProviderFailure(kind, wordsOf(error));
  return {
    outcome: 'declined',
    code: error.decline_code ?? error.code ?? 'invalid-request',
    detail: wordsOf(error),
    final: true,
  };
}

/** For calls that only look. @throws ProviderFailure always */
export function failLooking(error: unknown): never {
  if (!(error instanceof Stripe.errors.StripeError)) throw error;
  throw new ProviderFailure(failureOf(error) ?? 'unexpected', wordsOf(error));
}

/** Null: Stripe did nothing, and says so. */
function failureOf(error: InstanceType<typeof Stripe.errors.StripeError>): FailureKind | null {
  switch (error.type) {
    case 'StripeCardError':
      return null;
    case 'StripeInvalidRequestError':
      return error.code === 'lock_timeout' ? 'rate-limited' : null;
    case 'StripeAuthenticationError':
    case 'StripePermissionError':
      return 'credentials';
    case 'StripeRateLimitError':
      return 'rate-limited';
    case 'StripeConnectionError':
      return /timed? ?out|aborted/i.test(error.message) ? 'timeout' : 'unreachable';
    default:
      return 'unexpected';
  }
}

/** Stripe's own words name no card and, of a key, only its end. */
function wordsOf(error: InstanceType<typeof Stripe.errors.StripeError>): string {
  return `${error.message} (${error.requestId ?? 'no request id'})`;
}
