// Changes one thing that a tenant sets, and tells the log and the audit log.

import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import { refuseStale } from '../db/refuse-stale.ts';
import type { CommandTx } from '../db/run-command.ts';
import { lockSetting, openSetting, type SettingRow, updateSetting } from './sql.ts';

export interface SettingChange<Value extends object> {
  readonly name: string;
  /** What holds where nothing was ever set. */
  readonly usual: Value;
  /** The version it was decided on. */
  readonly version: number | undefined;
  readonly change: (before: Value) => Value | Refusal;
  /** What the audit log shows of it. */
  readonly told?: (value: Value) => object;
}

export interface SettingNow<Value> {
  readonly value: Value;
  readonly version: number;
}

/** @returns what holds now, or the refusals `version-conflict` and those of the change */
export async function changeSetting<Value extends object>(
  tx: CommandTx,
  { name, usual, version, change, told = (value) => value }: SettingChange<Value>,
): Promise<SettingNow<Value> | Refusal> {
  const row = await lockOpened(tx, name, usual);
  const before = { ...usual, ...(row.value as Value) };
  const stale = refuseStale(version, row.version);
  if (stale !== undefined) return stale;
  const after = change(before);
  if (isRefusal(after)) return after;
  const changed = (Object.keys(after) as (keyof Value & string)[]).filter(
    (field) => JSON.stringify(after[field]) !== JSON.stringify(before[field]),
  );
  if (changed.length === 0) return { value: before, version: row.version };
  const now = await tx.row(updateSetting, [name, JSON.stringify(after), tx.now]);
  if (now === undefined) throw new Error('a locked setting was not updated');
  tx.emit({
    type: 'settings.changed.v1',
    subject: idFromUuid('settings', row.id),
    version: now.version,
    data: { name, changed },
    change: { before: told(before), after: { setting: name, ...told(after) } },
  });
  return { value: after, version: now.version };
}

/** Who changes it later waits for this transaction, also where nothing was ever set. */
export async function lockOpened(tx: CommandTx, name: string, usual: object): Promise<SettingRow> {
  await tx.run(openSetting, [name, uuidOf(newId('settings')), JSON.stringify(usual), tx.now]);
  const row = await tx.row(lockSetting, [name]);
  if (row === undefined) throw new Error('a setting just opened was not found');
  return row;
}
