// What a tenant sets for itself; where it never did, what is usual.

import type {
  AppearanceAnswer,
  NumbersAnswer,
  ReasonsAnswer,
  SettingsAnswer,
} from '@doorstep/contract/settings.ts';
import { BARE_NUMBERS, type NumberFormats } from '@doorstep/core/settings/number-format.ts';
import {
  REASON_KINDS,
  type Reason,
  type ReasonKind,
  usualReasons,
} from '@doorstep/core/settings/reason.ts';
import type { Tx } from '../db/transaction.ts';
import type { SettingNow } from './change-setting.ts';
import { type SettingRow, selectCompany, selectSetting, selectSettings } from './sql.ts';

export interface Look {
  readonly accentColor: string | null;
  readonly language: 'en' | 'de' | 'ar' | null;
  readonly timeZone: string | null;
}

export const USUAL_LOOK: Look = { accentColor: null, language: null, timeZone: null };
export const APPEARANCE = 'appearance';
export const NUMBERS = 'numbers';
export const reasonsName = (kind: ReasonKind): string => `reasons:${kind}`;

export async function readSettings(tx: Tx): Promise<SettingsAnswer> {
  const rows = await tx.rows(selectSettings);
  const rowOf = (name: string): SettingRow | undefined => rows.find((row) => row.name === name);
  const reasons = REASON_KINDS.map((kind) => {
    const { value, version } = settingOf(rowOf(reasonsName(kind)), { items: usualReasons(kind) });
    return [kind, { items: value.items, version }] as const;
  });
  const numbers = settingOf<NumberFormats>(rowOf(NUMBERS), BARE_NUMBERS);
  return {
    appearance: await presentAppearance(tx, settingOf(rowOf(APPEARANCE), USUAL_LOOK)),
    numbers: presentNumbers(numbers),
    reasons: Object.fromEntries(reasons) as unknown as Record<ReasonKind, ReasonsAnswer>,
  };
}

export async function readAppearance(tx: Tx): Promise<AppearanceAnswer> {
  return presentAppearance(tx, settingOf(await tx.row(selectSetting, [APPEARANCE]), USUAL_LOOK));
}

export async function presentAppearance(
  tx: Tx,
  { value, version }: SettingNow<Look>,
): Promise<AppearanceAnswer> {
  const company = await tx.row(selectCompany);
  if (company === undefined) throw new Error('a tenant of its own was not found');
  const { name, currency, has_orders, logo } = company;
  const { accentColor, language, timeZone } = value;
  const look = { accentColor, language, timeZone, logo };
  return { name, currency, currencyFixed: has_orders, ...look, version };
}

export function presentNumbers({ value, version }: SettingNow<NumberFormats>): NumbersAnswer {
  return { ...value, channels: { ...value.channels }, version };
}

export async function readReasons(tx: Tx, kind: ReasonKind): Promise<readonly Reason[]> {
  const row = await tx.row(selectSetting, [reasonsName(kind)]);
  return settingOf(row, { items: usualReasons(kind) }).value.items;
}

export async function readNumberFormats(tx: Tx): Promise<NumberFormats> {
  return settingOf(await tx.row(selectSetting, [NUMBERS]), BARE_NUMBERS).value;
}

function settingOf<Value extends object>(
  row: SettingRow | undefined,
  usual: Value,
): SettingNow<Value> {
  return row === undefined
    ? { value: usual, version: 0 }
    : { value: { ...usual, ...(row.value as Value) }, version: row.version };
}
