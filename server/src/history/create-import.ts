// Begins an import: what the file is, and how its fields map.

import type { createImport as operation } from '@doorstep/contract/imports.ts';
import type { AnswerOf, BodyOf } from '@doorstep/contract/operation.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { REQUIRED_FIELDS } from '@doorstep/core/history/fields.ts';
import type { Profile } from '@doorstep/core/history/profile.ts';
import { PROFILES } from '@doorstep/core/history/profiles.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { isTimeZone } from '@doorstep/core/time-zone.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { insertImport } from './imports.sql.ts';
import { presentImport } from './present-import.ts';

/** @returns refusals: `profile-unknown`, `profile-invalid`, `time-zone-unknown` */
export async function createImport(
  tx: CommandTx,
  input: BodyOf<typeof operation>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const profile = profileOf(input);
  if (isRefusal(profile)) return profile;
  const { encoding, delimiter, sheet } = input;
  const row = await tx.row(insertImport, [
    uuidOf(newId('import')),
    profile.kind,
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

function profileOf(input: BodyOf<typeof operation>): Profile | Refusal {
  const found = typeof input.profile === 'string' ? builtIn(input.profile) : input.profile;
  if (isRefusal(found)) return found;
  const { channel, currency, timeZone } = input;
  const profile = {
    ...found,
    ...(channel === undefined ? {} : { channel }),
    ...(currency === undefined ? {} : { currency }),
    ...(timeZone === undefined ? {} : { timeZone }),
  } as Profile;
  if (!isTimeZone(profile.timeZone))
    return refuse('time-zone-unknown', `There is no time zone ${profile.timeZone}.`);
  if (input.kind !== undefined && input.kind !== profile.kind)
    return refuse('profile-invalid', `The profile ${profile.name} is for ${profile.kind}.`);
  const missing = REQUIRED_FIELDS[profile.kind].filter(
    (field) => profile.fields[field] === undefined,
  );
  return missing.length === 0
    ? profile
    : refuse('profile-invalid', `The profile does not say where ${missing.join(', ')} come from.`, {
        missing,
      });
}

function builtIn(name: string): Profile | Refusal {
  const known = PROFILES.find((profile) => profile.name === name);
  return (
    known ??
    refuse('profile-unknown', `There is no profile ${name}.`, {
      known: PROFILES.map((profile) => profile.name),
    })
  );
}
