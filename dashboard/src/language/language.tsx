// The language, time zone and formats of the user: what they chose, else what the tenant chose for all,
// else what the browser says.

import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { useSetting } from './setting.ts';

/** `pseudo` puts every sentence in brackets: what stands without them was not translated. */
export const LANGUAGES = ['en', 'de', 'ar', 'pseudo'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface LanguageChoice {
  readonly language: Language;
  /** For Intl: the user's own region where it speaks the language, such as en-GB. */
  readonly locale: string;
  /** For numbers and money. */
  readonly numberLocale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly timeZone: string;
  choose(language: Language): void;
  chooseTimeZone(timeZone: string): void;
}

const LanguageContext = createContext<LanguageChoice | null>(null);

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [chosen, choose] = useSetting('language');
  const [numberFormat] = useSetting('numberFormat');
  const [chosenZone, chooseTimeZone] = useSetting('timeZone');
  const [ofTenant] = useSetting('tenantLanguage');
  const [zoneOfTenant] = useSetting('tenantTimeZone');
  const language = LANGUAGES.find((one) => one === (chosen ?? ofTenant)) ?? preferredLanguage();
  const timeZone = [chosenZone, zoneOfTenant].find(isTimeZone) ?? ownTimeZone();
  const choice = useMemo<LanguageChoice>(
    () => ({
      language,
      locale: localeOf(language),
      numberLocale: numberFormat ?? localeOf(language),
      direction: language === 'ar' ? 'rtl' : 'ltr',
      timeZone,
      choose,
      chooseTimeZone,
    }),
    [language, numberFormat, timeZone, choose, chooseTimeZone],
  );
  useEffect(() => {
    document.documentElement.lang = choice.locale;
    document.documentElement.dir = choice.direction;
  }, [choice]);
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageChoice {
  const choice = useContext(LanguageContext);
  if (choice === null) throw new Error('useLanguage stands outside of LanguageProvider');
  return choice;
}

function preferredLanguage(): Language {
  const wanted = navigator.languages.map((tag) => tag.split('-')[0]);
  return wanted.map((tag) => LANGUAGES.find((one) => one === tag)).find(Boolean) ?? 'en';
}

function localeOf(language: Language): string {
  const spoken = language === 'pseudo' ? 'en' : language;
  return navigator.languages.find((tag) => tag.split('-')[0] === spoken) ?? spoken;
}

export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function isTimeZone(name: string | null): name is string {
  if (name === null) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
