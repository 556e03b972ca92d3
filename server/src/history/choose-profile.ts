// The profile that a request names, gives, or changes a little.

import type { mapImport } from '@doorstep/contract/import-desk.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import { REQUIRED_FIELDS } from '@doorstep/core/history/fields.ts';
import type { Profile } from '@doorstep/core/history/profile.ts';
import { PROFILES } from '@doorstep/core/history/profiles.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { isTimeZone } from '@doorstep/core/time-zone.ts';

type Wish = Pick<BodyOf<typeof mapImport>, 'profile' | 'channel' | 'currency' | 'timeZone'> & {
  readonly kind?: string;
};

/** @returns refusals: `profile-unknown`, `profile-invalid`, `time-zone-unknown` */
export function chooseProfile(input: Wish): Profile | Refusal {
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
