// How it looks and works for the user. Each choice is in force at once, and kept with the user.

import { NativeSelect, Switch, useMantineColorScheme } from '@mantine/core';
import { LANGUAGES, type Language, ownTimeZone, useLanguage } from '../language/language.tsx';
import { useSay } from '../language/say.ts';
import { useSetting } from '../language/setting.ts';
import { accountMessages } from './messages.ts';
import { Pair, Section } from './section.tsx';

/** As its speakers call it. */
function nameOf(language: Language): string {
  if (language === 'pseudo') return '⟦Pseudo⟧';
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}

/** As numbers are written in most of the world; the browser's own is what one has without choosing. */
const NUMBER_FORMATS = ['en-US', 'de-DE', 'de-CH', 'fr-FR', 'sv-SE', 'en-IN', 'ar-EG'];

export function PreferencesSection() {
  const say = useSay(accountMessages);
  return (
    <Section title={say('preferences')} hint={say('preferencesHint')}>
      <Pair>
        <LanguageChoice />
        <TimeZoneChoice />
        <NumberChoice />
        <SchemeChoice />
        <DensityChoice />
      </Pair>
      <SingleKeys />
    </Section>
  );
}

function LanguageChoice() {
  const say = useSay(accountMessages);
  const [chosen, choose] = useSetting('language');
  const shown = LANGUAGES.filter((one) => one !== 'pseudo' || chosen === 'pseudo');
  return (
    <NativeSelect
      label={say('language')}
      value={chosen ?? ''}
      onChange={(event) => choose(event.currentTarget.value || null)}
    >
      <option value="">{say('asBrowser')}</option>
      {shown.map((one) => (
        <option key={one} value={one} translate="no">
          {nameOf(one)}
        </option>
      ))}
    </NativeSelect>
  );
}

function TimeZoneChoice() {
  const say = useSay(accountMessages);
  const { timeZone } = useLanguage();
  const [chosen, choose] = useSetting('timeZone');
  const zones = Intl.supportedValuesOf('timeZone');
  const known = zones.includes(timeZone) ? zones : [timeZone, ...zones];
  return (
    <NativeSelect
      label={say('timeZone')}
      value={chosen ?? ''}
      onChange={(event) => choose(event.currentTarget.value || null)}
      data={[
        { value: '', label: say('zoneOfBrowser', { zone: ownTimeZone() }) },
        ...known.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
      ]}
      translate="no"
    />
  );
}

function NumberChoice() {
  const say = useSay(accountMessages);
  const [chosen, choose] = useSetting('numberFormat');
  return (
    <NativeSelect
      label={say('numbers')}
      value={chosen ?? ''}
      onChange={(event) => choose(event.currentTarget.value || null)}
      data={[
        { value: '', label: say('asLanguage') },
        ...NUMBER_FORMATS.map((locale) => ({
          value: locale,
          label: new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(1_234_567.89),
        })),
      ]}
      translate="no"
    />
  );
}

function SchemeChoice() {
  const say = useSay(accountMessages);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <NativeSelect
      label={say('appearance')}
      value={colorScheme}
      onChange={(event) => setColorScheme(event.currentTarget.value as typeof colorScheme)}
      data={[
        { value: 'auto', label: say('system') },
        { value: 'light', label: say('light') },
        { value: 'dark', label: say('dark') },
      ]}
    />
  );
}

function DensityChoice() {
  const say = useSay(accountMessages);
  const [chosen, choose] = useSetting('density');
  return (
    <NativeSelect
      label={say('density')}
      value={chosen ?? 'compact'}
      onChange={(event) => choose(event.currentTarget.value)}
      data={[
        { value: 'compact', label: say('compact') },
        { value: 'comfortable', label: say('comfortable') },
      ]}
    />
  );
}

function SingleKeys() {
  const say = useSay(accountMessages);
  const [chosen, choose] = useSetting('singleKeys');
  return (
    <Switch
      label={say('singleKeys')}
      description={say('singleKeysHint')}
      checked={chosen !== 'off'}
      onChange={(event) => choose(event.currentTarget.checked ? null : 'off')}
    />
  );
}
