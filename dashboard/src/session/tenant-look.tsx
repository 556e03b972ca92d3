// Puts in place what the tenant chose for everybody: its color, language and time zone.

import type { Me } from '@doorstep/sdk';
import { useEffect } from 'react';
import { writeSetting } from '../language/setting.ts';

/** What buttons and what is chosen are filled with. White words stand on it: the server sees to that. */
const FILLED = ['--mantine-primary-color-filled', '--mantine-primary-color-filled-hover'];

export function TenantLook({ tenant }: { readonly tenant: Me['tenant'] }) {
  const { accentColor, language, timeZone } = tenant.look;
  useEffect(() => {
    writeSetting('tenantLanguage', language);
    writeSetting('tenantTimeZone', timeZone);
  }, [language, timeZone]);
  useEffect(() => {
    const { style } = document.documentElement;
    for (const name of FILLED) {
      if (accentColor === null) style.removeProperty(name);
      else style.setProperty(name, accentColor);
    }
  }, [accentColor]);
  return null;
}
