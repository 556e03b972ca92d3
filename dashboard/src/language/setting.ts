// Small choices of the user, kept in this browser; all that show one change together.

import { useCallback, useSyncExternalStore } from 'react';

export type SettingName =
  | 'language'
  | 'numberFormat'
  | 'tenant'
  | 'signedIn'
  | 'timeZone'
  | 'tenantLanguage'
  | 'tenantTimeZone'
  | 'density'
  | 'singleKeys'
  | 'tour'
  | 'navigation';

const changed = new EventTarget();
const chosen = new Set<(name: SettingName, value: string | null) => void>();

/** Null until chosen. */
export function useSetting(
  name: SettingName,
): readonly [string | null, (value: string | null) => void] {
  const value = useSyncExternalStore(subscribe, () => readSetting(name));
  const choose = useCallback((next: string | null) => chooseSetting(name, next), [name]);
  return [value, choose];
}

export function readSetting(name: SettingName): string | null {
  return localStorage.getItem(`doorstep.${name}`);
}

/** Hears what the user chooses, not what is put in place for them. */
export function onSettingChosen(
  hear: (name: SettingName, value: string | null) => void,
): () => void {
  chosen.add(hear);
  return () => chosen.delete(hear);
}

function chooseSetting(name: SettingName, value: string | null): void {
  writeSetting(name, value);
  for (const hear of chosen) hear(name, value);
}

export function writeSetting(name: SettingName, value: string | null): void {
  if (value === null) localStorage.removeItem(`doorstep.${name}`);
  else localStorage.setItem(`doorstep.${name}`, value);
  changed.dispatchEvent(new Event('change'));
}

function subscribe(tell: () => void): () => void {
  changed.addEventListener('change', tell);
  window.addEventListener('storage', tell);
  return () => {
    changed.removeEventListener('change', tell);
    window.removeEventListener('storage', tell);
  };
}
