// A user's own account.

import type { PreferencesAnswer, ProfileAnswer } from '@doorstep/contract/account.ts';
import { DEFAULT_PREFERENCES } from '@doorstep/core/access/preferences.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import type { Tx } from '../db/transaction.ts';
import { countRecoveryCodes } from './second-factor.sql.ts';
import { selectPreferences, selectUser } from './users.sql.ts';

/** @returns undefined where the user is no longer there */
export async function showProfile(tx: Tx, user: Id<'user'>): Promise<ProfileAnswer | undefined> {
  const uuid = uuidOf(user);
  const [row, own, codes] = await Promise.all([
    tx.row(selectUser, [uuid]),
    tx.row(selectPreferences, [uuid]),
    tx.row(countRecoveryCodes, [uuid]),
  ]);
  if (row === undefined) return undefined;
  return {
    id: user,
    email: row.email,
    name: row.name,
    role: row.role,
    version: row.version,
    secondFactor: row.second_factor,
    recoveryCodesLeft: codes?.count ?? 0,
    preferences: presentPreferences(own?.preferences),
  };
}

/** What was never chosen is as everybody has it. */
export function presentPreferences(own: Record<string, unknown> = {}): PreferencesAnswer {
  return { ...DEFAULT_PREFERENCES, ...own } as PreferencesAnswer;
}
