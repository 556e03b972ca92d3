// One order on its way through capture.

import type { CapturedOrderAnswer, CaptureOrderRequest } from '@doorstep/contract/order-capture.ts';
import type { Actor } from '@doorstep/core/access/actor.ts';
import type { OrderId, TenantId } from '@doorstep/core/ids.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import type { KeyHashes } from '../db/run-command.ts';

export interface CaptureJob {
  readonly tenant: TenantId;
  readonly actor: Actor;
  readonly request: CaptureOrderRequest;
  readonly key: KeyHashes | null;
  /** The id the order gets if it is new. */
  readonly order: OrderId;
}

export interface Captured {
  readonly answer: CapturedOrderAnswer;
  /** `captured` now; `known`: the channel sent it before; `replayed`: the key was used before. */
  readonly how: 'captured' | 'known' | 'replayed';
}

export type CaptureOutcome = Captured | Refusal;
