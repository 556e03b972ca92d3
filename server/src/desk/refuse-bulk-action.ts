// Says no to a bulk action that does what its caller may not do to a single order.

import type { BulkAction } from '@doorstep/contract/bulk-actions.ts';
import type { Scope } from '@doorstep/core/access/scope.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import { refuseWithoutScope } from '../http/refuse-without-scope.ts';

export function refuseBulkAction(
  { kind }: BulkAction,
  granted: readonly Scope[],
): Refusal | undefined {
  return kind === 'release' ? refuseWithoutScope(granted, 'fulfillment:write') : undefined;
}
