// A request of a buyer on its way to a drop.

import type { DropId } from '@doorstep/core/ids.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import type { CommandContext, CommandTx, IdempotencyKey, KeyHashes } from '../db/run-command.ts';

export interface DropJob<Input> {
  readonly context: CommandContext;
  readonly drop: DropId;
  readonly input: Input;
  readonly key: IdempotencyKey | null;
  readonly hashes: KeyHashes | null;
}

/**
 * Decides what buyers ask of one drop, one after the other, and writes it; or answers those who look.
 *
 * @returns an outcome per input, in order
 */
export type DropVerb<Input, Answer> = (
  tx: CommandTx,
  drop: DropId,
  inputs: readonly Input[],
) => Promise<(Answer | Refusal)[]>;
