// One cart on its way to a hold.

import type { holdUnits as operation } from '@doorstep/contract/drop-room.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { DropId } from '@doorstep/core/ids.ts';
import type { CommandContext, IdempotencyKey, KeyHashes } from '../db/run-command.ts';

export interface HoldJob {
  readonly context: CommandContext;
  readonly drop: DropId;
  readonly input: BodyOf<typeof operation>;
  readonly key: IdempotencyKey | null;
  readonly hashes: KeyHashes | null;
}
