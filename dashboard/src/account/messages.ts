import { messages } from '../language/messages.ts';

export const accountMessages = messages({
  title: { en: 'Account', de: 'Konto' },
  preferences: { en: 'Preferences', de: 'Einstellungen' },
  preferencesHint: { en: 'They hold for this browser.', de: 'Sie gelten für diesen Browser.' },
  language: { en: 'Language', de: 'Sprache' },
  timeZone: { en: 'Time zone', de: 'Zeitzone' },
  appearance: { en: 'Appearance', de: 'Darstellung' },
  light: { en: 'Light', de: 'Hell' },
  dark: { en: 'Dark', de: 'Dunkel' },
  auto: { en: 'As the system', de: 'Wie das System' },
  density: { en: 'Rows of lists', de: 'Zeilen der Listen' },
  compact: { en: 'Compact', de: 'Dicht' },
  comfortable: { en: 'Comfortable', de: 'Luftig' },
  singleKeys: { en: 'Single keys', de: 'Einzelne Tasten' },
  on: { en: 'On', de: 'An' },
  off: { en: 'Off', de: 'Aus' },
  singleKeysHint: {
    en: 'j, k, g o and the like. Turn them off if you speak to your computer.',
    de: 'j, k, g o und so weiter. Schalte sie aus, wenn du deinem Computer diktierst.',
  },
  who: { en: 'You', de: 'Du' },
  name: { en: 'Name', de: 'Name' },
  shop: { en: 'Shop', de: 'Shop' },
  example: { en: 'As you write it', de: 'So schreibst du es' },
});
