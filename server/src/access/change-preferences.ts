// A user changes how the dashboard looks and works for them. No event: it changes nobody's access.

import type {
  changePreferences as operation,
  PreferencesAnswer,
} from '@doorstep/contract/account.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { isTimeZone } from '@doorstep/core/time-zone.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Principal } from '../http/principal.ts';
import { ownUser } from './own-user.ts';
import { presentPreferences } from './show-profile.ts';
import { mergePreferences } from './users.sql.ts';

/** @returns refusals: `not-a-user`, `time-zone-unknown` */
export async function changePreferences(
  tx: CommandTx,
  change: BodyOf<typeof operation>,
  principal: Principal,
): Promise<PreferencesAnswer | Refusal> {
  const user = ownUser(principal);
  if (isRefusal(user)) return user;
  const { timeZone } = change;
  if (timeZone != null && !isTimeZone(timeZone))
    return refuse('time-zone-unknown', `There is no time zone ${timeZone}.`);
  const row = await tx.row(mergePreferences, [uuidOf(user), JSON.stringify(change)]);
  return presentPreferences(row?.preferences);
}
