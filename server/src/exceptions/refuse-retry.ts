// Says no to a retry that does what its caller may not do: seeing to exceptions is no right to it.

import type { Scope } from '@doorstep/core/access/scope.ts';
import type { ExceptionType } from '@doorstep/core/exceptions/exception-types.ts';
import { RETRY_SCOPES, retryOf } from '@doorstep/core/exceptions/retry.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import { refuseWithoutScope } from '../http/refuse-without-scope.ts';

export function refuseRetry(type: ExceptionType, granted: readonly Scope[]): Refusal | undefined {
  const kind = retryOf(type);
  return kind === undefined ? undefined : refuseWithoutScope(granted, RETRY_SCOPES[kind]);
}
