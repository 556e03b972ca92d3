// What the page for buyers says, in the languages that it speaks.

import { ENGLISH_WORDS, type PageWords } from './english-words.ts';
import { GERMAN_WORDS } from './german-words.ts';

export type PageLanguage = 'en' | 'de';

export const pageWords: Readonly<Record<PageLanguage, PageWords>> = {
  en: ENGLISH_WORDS,
  de: GERMAN_WORDS,
};
