// What an error of PayPal means: a no that counts, or that nobody knows what became of the call.

import type { ProviderAnswer } from '@doorstep/core/payments/provider.ts';
import { type FailureKind, ProviderFailure } from '@doorstep/core/payments/provider-failure.ts';
import { ApiError } from '@paypal/paypal-server-sdk';

interface Problem {
  readonly name?: string;
  readonly message?: string;
  readonly debug_id?: string;
  readonly details?: readonly { readonly issue?: string; readonly description?: string }[];
}

/** @throws ProviderFailure when the call is not known to have been refused */
export function answerOfError(error: unknown): ProviderAnswer {
  const kind = failureOf(error);
  if (kind !== null) throw new ProviderFailure(kind, wordsOf(error));
  return { outcome: 'declined', code: issueOf(error), detail: wordsOf(error), final: true };
}

/** For calls that only look. @throws ProviderFailure always */
export function failLooking(error: unknown): never {
  throw new ProviderFailure(failureOf(error) ?? 'unexpected', wordsOf(error));
}

/** Whether nothing is known of the call: it did not come through, or PayPal could not do it now. */
export function isFailure(error: unknown): boolean {
  return failureOf(error) !== null;
}

/** PayPal's word for what is wrong, as in `instrument-declined`. */
export function issueOf(error: unknown): string {
  const problem = problemOf(error);
  const word = problem.details?.[0]?.issue ?? problem.name ?? 'invalid-request';
  return word.toLowerCase().replaceAll('_', '-').slice(0, 100);
}

/** Null: PayPal did nothing, and says so. */
function failureOf(error: unknown): FailureKind | null {
  if (error instanceof ProviderFailure) return error.kind;
  if (!(error instanceof ApiError))
    return /abort|timeout/i.test(String(error)) ? 'timeout' : 'unreachable';
  const { statusCode } = error;
  if (statusCode === 401 || statusCode === 403) return 'credentials';
  if (statusCode === 429) return 'rate-limited';
  // 409: the first call with this key is still being done.
  return statusCode >= 500 || statusCode === 409 ? 'unexpected' : null;
}

function problemOf(error: unknown): Problem {
  const { result } = error as { readonly result?: unknown };
  return typeof result === 'object' && result !== null ? (result as Problem) : {};
}

function wordsOf(error: unknown): string {
  if (error instanceof ProviderFailure) return error.message;
  const { message, debug_id: id, details } = problemOf(error);
  const words = details?.[0]?.description ?? message;
  if (words !== undefined) return `${words} (${id ?? 'no debug id'})`;
  return error instanceof ApiError
    ? `PayPal answered ${error.statusCode}.`
    : 'PayPal is not reached.';
}
