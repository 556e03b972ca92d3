// Keeps what the video platform counted, by minute.

import type { recordEngagement as operation } from '@doorstep/contract/drop-room.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import { type DropId, uuidOf } from '@doorstep/core/ids.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { dropNotFound } from './find-drop.ts';
import { addEngagement, selectDrop } from './sql.ts';

export async function recordEngagement(
  tx: CommandTx,
  id: DropId,
  { counts }: BodyOf<typeof operation>,
): Promise<undefined | Refusal> {
  if ((await tx.row(selectDrop, [uuidOf(id)])) === undefined) return dropNotFound(id);
  await tx.run(addEngagement, [uuidOf(id), JSON.stringify(counts)]);
  return undefined;
}
