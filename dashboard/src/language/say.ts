// Says a message in the language of the user.
// cspell:ignore messageformat

import { IntlMessageFormat } from 'intl-messageformat';
import { useCallback } from 'react';
import { useLanguage } from './language.tsx';
import type { Messages } from './messages.ts';

export type Values = Readonly<Record<string, string | number | Date>>;
export type Say<Key extends string> = (key: Key, values?: Values) => string;

/** Parsing costs more than formatting; there are as many as there are messages on the screens. */
const parsed = new Map<string, IntlMessageFormat>();

/** The function stays the same until the language changes. */
export function useSay<Key extends string>(messages: Messages<Key>): Say<Key> {
  const { language, locale } = useLanguage();
  return useCallback(
    (key, values) => {
      const message = messages[key];
      if (language === 'pseudo') return `⟦${format(message.en, locale, values)}⟧`;
      const own = message[language];
      // A room that does not have the language yet speaks English.
      return own === undefined ? format(message.en, 'en', values) : format(own, locale, values);
    },
    [messages, language, locale],
  );
}

function format(text: string, locale: string, values: Values | undefined): string {
  if (values === undefined && !/[{'<#]/.test(text)) return text;
  const key = `${locale} ${text}`;
  let message = parsed.get(key);
  if (message === undefined) {
    message = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
    parsed.set(key, message);
  }
  return String(message.format(values));
}
