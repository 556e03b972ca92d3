// The documents of the past that are decided and written together.

import type { PastDocument, PastOrder } from '@doorstep/core/history/past-order.ts';
import type { ChannelId } from '@doorstep/core/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { FindCustomer } from './find-past-customers.ts';
import type { Decision } from './handler.ts';
import type { Work } from './work.ts';

export interface Batch {
  readonly tx: CommandTx;
  readonly work: Work;
  /** By code. */
  readonly channels: ReadonlyMap<string, ChannelId>;
  readonly customers: FindCustomer;
  /** Otherwise it is a dry run. */
  readonly write: boolean;
}

export interface PlacedOrder {
  readonly place: number;
  readonly document: PastOrder;
  readonly hash: string;
}

export interface PlacedDocument {
  readonly place: number;
  readonly document: PastDocument;
  readonly hash: string;
}

export type Decided = Pick<Decision, 'place' | 'outcome' | 'reason' | 'entity'>;
