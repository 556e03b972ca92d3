// Says what is in a file that waits: from then on it is read.

import type { mapImport as operation } from '@doorstep/contract/import-desk.ts';
import type { ImportAnswer } from '@doorstep/contract/imports.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { chooseProfile } from './choose-profile.ts';
import { findImport } from './find-import.ts';
import { lockImport, mapSource } from './imports.sql.ts';
import { presentImport } from './present-import.ts';
import { refuseUnlessReceived } from './refuse-unless-received.ts';

/** @returns refusals: `import-not-received`, `profile-unknown`, `profile-invalid`, … */
export async function mapImport(
  tx: CommandTx,
  reference: string,
  input: BodyOf<typeof operation>,
): Promise<ImportAnswer | Refusal> {
  const found = await findImport(tx, reference, lockImport);
  if (isRefusal(found)) return found;
  const early = refuseUnlessReceived(found);
  if (early !== undefined) return early;
  const profile = chooseProfile(input);
  if (isRefusal(profile)) return profile;
  const { encoding, delimiter, sheet, apply = false } = input;
  const row = await tx.row(mapSource, [
    found.id,
    profile.kind,
    JSON.stringify(profile),
    JSON.stringify({ encoding, delimiter, sheet }),
    apply,
  ]);
  if (row === undefined) throw new Error('a locked import is gone');
  return presentImport(row);
}
