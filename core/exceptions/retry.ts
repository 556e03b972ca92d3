// What trying again means for an exception: only where the server can do something, or look anew.

import type { Scope } from '../access/scope.ts';
import type { ExceptionType } from './exception-types.ts';

/** `source`: look for stock; `ask`: ask the provider; `match`: look into the catalog. */
export type RetryKind = 'source' | 'ask' | 'match';

const RETRIES: Partial<Record<ExceptionType, RetryKind>> = {
  'cannot-source': 'source',
  'payment-failed': 'ask',
  'payment-unanswered': 'ask',
  'unknown-sku': 'match',
};

/** Undefined: nothing the server could try; a person has to do something. */
export function retryOf(type: ExceptionType): RetryKind | undefined {
  return RETRIES[type];
}

/** The right that each takes, with that on exceptions. The catalog is looked into by itself as well. */
export const RETRY_SCOPES: Readonly<Record<RetryKind, Scope>> = {
  source: 'fulfillment:write',
  ask: 'payments:write',
  match: 'exceptions:write',
};

/** `cleared`: the cause is gone; `asked`: somebody else answers; `kept`: it stands, and why. */
export const RETRY_OUTCOMES = ['cleared', 'asked', 'kept', 'not-found'] as const;
