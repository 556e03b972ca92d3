// Small choices of the user, kept in this browser; all that show one change together.

import { useCallback, useSyncExternalStore } from 'react';

export type SettingName =
  | 'language'
  | 'timeZone'
  | 'density'
  | 'singleKeys'
  | 'tour'
  | 'navigation';

const changed = new EventTarget();

/** Null until chosen. */
export function useSetting(
  name: SettingName,
): readonly [string | null, (value: string | null) => void] {
  const value = useSyncExternalStore(subscribe, () => readSetting(name));
  const choose = useCallback((next: string | null) => writeSetting(name, next), [name]);
  return [value, choose];
}

export function readSetting(name: SettingName): string | null {
  return localStorage.getItem(`doorstep.${name}`);
}

function writeSetting(name: SettingName, value: string | null): void {
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
