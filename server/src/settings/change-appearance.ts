// Changes how the company is called and looks, and what holds for users who chose nothing.

import type { AppearanceAnswer } from '@doorstep/contract/settings.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { CONTRAST_MIN, contrastOf, WHITE } from '@doorstep/core/settings/contrast.ts';
import { isTimeZone } from '@doorstep/core/time-zone.ts';
import type { CommandTx } from '../db/run-command.ts';
import { changeSetting, lockOpened } from './change-setting.ts';
import { APPEARANCE, type Look, presentAppearance, USUAL_LOOK } from './read-settings.ts';
import { selectCompany, updateCompany } from './sql.ts';

export interface AppearanceChange extends Partial<Look> {
  readonly name?: string;
  readonly currency?: string;
  readonly version?: number;
}

/** @returns refusals: `contrast-too-low`, `time-zone-unknown`, `currency-in-use`, `version-conflict` */
export async function changeAppearance(
  tx: CommandTx,
  { name, currency, version, ...look }: AppearanceChange,
): Promise<AppearanceAnswer | Refusal> {
  const unfit = refuseColor(look.accentColor ?? null) ?? refuseZone(look.timeZone ?? null);
  if (unfit !== undefined) return unfit;
  // Read behind the lock: what somebody else made of the name a moment ago is not put back.
  await lockOpened(tx, APPEARANCE, USUAL_LOOK);
  const company = await tx.row(selectCompany);
  if (company === undefined) throw new Error('a tenant of its own was not found');
  if (currency !== undefined && currency !== company.currency && company.has_orders)
    return refuse('currency-in-use', `Orders are summed up in ${company.currency} already.`);
  const after = { name: name ?? company.name, currency: currency ?? company.currency };
  // The name and the currency stand with the tenant; the setting keeps a version of all of it.
  const changed = await changeSetting<Look & { name?: string; currency?: string }>(tx, {
    name: APPEARANCE,
    usual: USUAL_LOOK,
    version,
    change: (before) => ({ ...before, ...look, ...after }),
    told: (value) => ({ name: company.name, currency: company.currency, ...value }),
  });
  if (isRefusal(changed)) return changed;
  await tx.run(updateCompany, [after.name, after.currency]);
  return presentAppearance(tx, changed);
}

function refuseColor(color: string | null): Refusal | undefined {
  if (color === null) return undefined;
  const contrast = Math.floor(contrastOf(color, WHITE) * 100) / 100;
  return contrast < CONTRAST_MIN
    ? refuse('contrast-too-low', `White on ${color} has a contrast of ${contrast}.`, { contrast })
    : undefined;
}

function refuseZone(zone: string | null): Refusal | undefined {
  return zone === null || isTimeZone(zone)
    ? undefined
    : refuse('time-zone-unknown', `There is no time zone ${zone}.`);
}
