// Begins an import: what the file is, and how its fields map.

import type { createImport as operation } from '@doorstep/contract/imports.ts';
import type { AnswerOf, BodyOf } from '@doorstep/contract/operation.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { chooseProfile } from './choose-profile.ts';
import { insertImport } from './imports.sql.ts';
import { presentImport } from './present-import.ts';

/** @returns refusals: `profile-unknown`, `profile-invalid`, `time-zone-unknown` */
export async function createImport(
  tx: CommandTx,
  input: BodyOf<typeof operation>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const { profile: wanted } = input;
  // Without one the file waits, when it is there, for somebody to say what is in it.
  const profile = wanted === undefined ? null : chooseProfile({ ...input, profile: wanted });
  if (isRefusal(profile)) return profile;
  const { encoding, delimiter, sheet } = input;
  const row = await tx.row(insertImport, [
    uuidOf(newId('import')),
    profile?.kind ?? input.kind ?? 'orders',
    JSON.stringify(profile),
    JSON.stringify({ encoding, delimiter, sheet }),
    input.fileName,
    input.apply ?? false,
    tx.now,
    actorText(tx.actor),
  ]);
  if (row === undefined) throw new Error('an import was not inserted');
  return presentImport(row);
}
