// A reason is one of the tenant's list that is not retired.

import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { isGiven, type ReasonKind } from '@doorstep/core/settings/reason.ts';
import type { Tx } from '../db/transaction.ts';
import { readReasons } from './read-settings.ts';

/** `reason-unknown`, or undefined when fine. */
export async function refuseReason(
  tx: Tx,
  kind: ReasonKind,
  ...codes: readonly string[]
): Promise<Refusal | undefined> {
  const reasons = await readReasons(tx, kind);
  const unknown = codes.find((code) => !isGiven(reasons, code));
  return unknown === undefined
    ? undefined
    : refuse('reason-unknown', `There is no reason ${unknown} for this.`, { reason: unknown });
}
