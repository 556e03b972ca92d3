// Keeps the user's choices with the user: what the server knows is put in place when they sign in, and
// what they change here is told to it, so that another browser has it as well.

import type { Doorstep, Me, Preferences } from '@doorstep/sdk';
import { useMantineColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { onSettingChosen, type SettingName, writeSetting } from '../language/setting.ts';

/** How a choice is kept in the browser, and how by the server. */
const KEPT: Partial<Record<SettingName, Kept>> = {
  language: {
    read: ({ locale }) => locale,
    told: (value) => ({ locale: value }),
  },
  numberFormat: {
    read: ({ numberFormat }) => numberFormat,
    told: (value) => ({ numberFormat: value }),
  },
  timeZone: {
    read: ({ timeZone }) => timeZone,
    told: (value) => ({ timeZone: value }),
  },
  density: {
    read: ({ density }) => density,
    told: (value) => ({ density: value === 'comfortable' ? 'comfortable' : 'compact' }),
  },
  singleKeys: {
    read: ({ singleKeys }) => (singleKeys ? 'on' : 'off'),
    told: (value) => ({ singleKeys: value !== 'off' }),
  },
  tour: {
    read: ({ tourDone }) => (tourDone ? 'seen' : null),
    told: (value) => ({ tourDone: value !== null }),
  },
};

interface Kept {
  readonly read: (preferences: Preferences) => string | null;
  readonly told: (value: string | null) => Partial<Preferences>;
}

const SCHEMES = { system: 'auto', light: 'light', dark: 'dark' } as const;

export interface PreferenceKeeperProps {
  readonly api: Doorstep;
  readonly me: Me;
}

export function PreferenceKeeper({ api, me }: PreferenceKeeperProps) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const user = me.profile?.id;
  const known = useRef(me.profile?.preferences);
  const scheme = SCHEMES[known.current?.theme ?? 'system'];
  const toldScheme = useRef(scheme);
  const seenScheme = useRef(colorScheme);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each user
  useEffect(() => {
    known.current = me.profile?.preferences;
    if (known.current === undefined) return;
    for (const [name, { read }] of Object.entries(KEPT) as [SettingName, Kept][]) {
      const value = read(known.current);
      // Never chosen anywhere: what was chosen in this browser before stands.
      if (value !== null) writeSetting(name, value);
    }
    toldScheme.current = SCHEMES[known.current.theme];
    setColorScheme(toldScheme.current);
  }, [user]);

  useEffect(() => {
    if (user === undefined) return undefined;
    return onSettingChosen((name, value) => {
      const kept = KEPT[name];
      // What is not kept is asked for again in another browser: no reason to trouble anybody.
      if (kept !== undefined) api.changePreferences(kept.told(value)).catch(() => {});
    });
  }, [api, user]);

  useEffect(() => {
    // Only what changes here is the user's choice: at first it is that of whoever was here before.
    if (colorScheme === seenScheme.current) return;
    seenScheme.current = colorScheme;
    if (user === undefined || colorScheme === toldScheme.current) return;
    toldScheme.current = colorScheme;
    const theme = colorScheme === 'auto' ? 'system' : colorScheme;
    api.changePreferences({ theme }).catch(() => {});
  }, [api, user, colorScheme]);
  return null;
}
