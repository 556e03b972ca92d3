// How one likes it: language, time zone, light, rows, keys.

import { NativeSelect, useMantineColorScheme } from '@mantine/core';
import { useFormats } from '../language/formats.ts';
import { LANGUAGES, type Language, ownTimeZone, useLanguage } from '../language/language.tsx';
import { useSay } from '../language/say.ts';
import { useSetting } from '../language/setting.ts';
import classes from './account.module.css';
import { accountMessages } from './messages.ts';

const SCHEMES = ['auto', 'light', 'dark'] as const;
/** An amount and a moment to show the formats by. */
const EXAMPLE_MINOR = 123_456;

export function Preferences() {
  const say = useSay(accountMessages);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [density, setDensity] = useSetting('density');
  const [singleKeys, setSingleKeys] = useSetting('singleKeys');
  return (
    <section className={classes['section']}>
      <h2>{say('preferences')}</h2>
      <p className={classes['hint']}>{say('preferencesHint')}</p>
      <LanguageChoice />
      <TimeZoneChoice />
      <NativeSelect
        label={say('appearance')}
        value={colorScheme}
        onChange={(event) => setColorScheme(event.currentTarget.value as typeof colorScheme)}
        data={SCHEMES.map((scheme) => ({ value: scheme, label: say(scheme) }))}
      />
      <NativeSelect
        label={say('density')}
        value={density ?? 'compact'}
        onChange={(event) => setDensity(event.currentTarget.value)}
        data={(['compact', 'comfortable'] as const).map((one) => ({ value: one, label: say(one) }))}
      />
      <NativeSelect
        label={say('singleKeys')}
        description={say('singleKeysHint')}
        value={singleKeys ?? 'on'}
        onChange={(event) => setSingleKeys(event.currentTarget.value)}
        data={(['on', 'off'] as const).map((one) => ({ value: one, label: say(one) }))}
      />
    </section>
  );
}

function LanguageChoice() {
  const say = useSay(accountMessages);
  const { language, choose } = useLanguage();
  const offered = LANGUAGES.filter((one) => one !== 'pseudo' || one === language);
  return (
    <NativeSelect
      label={say('language')}
      value={language}
      onChange={(event) => choose(event.currentTarget.value as Language)}
    >
      {offered.map((one) => (
        <option key={one} value={one} translate="no">
          {one === 'pseudo' ? one : nameOf(one)}
        </option>
      ))}
    </NativeSelect>
  );
}

/** As its speakers call it. */
function nameOf(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}

function TimeZoneChoice() {
  const say = useSay(accountMessages);
  const formats = useFormats();
  const { timeZone, chooseTimeZone } = useLanguage();
  const zones = [...new Set([ownTimeZone(), 'UTC', ...Intl.supportedValuesOf('timeZone')])];
  return (
    <>
      <NativeSelect
        label={say('timeZone')}
        value={timeZone}
        onChange={(event) => chooseTimeZone(event.currentTarget.value)}
        translate="no"
        data={zones}
      />
      <p className={classes['hint']}>
        {say('example')}: {formats.fullTime(new Date())} · {formats.money(EXAMPLE_MINOR, 'EUR')}
      </p>
    </>
  );
}
