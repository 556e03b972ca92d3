// A day or a month as people write it. They are texts of the shop's zone, so no zone may move them.

import { useCallback } from 'react';
import { useLanguage } from '../language/language.tsx';

export function useStepWords(): (step: string) => string {
  const { language, locale } = useLanguage();
  return useCallback(
    (step) => {
      const isMonth = step.length === 7;
      const format = new Intl.DateTimeFormat(locale, {
        timeZone: 'UTC',
        month: 'short',
        ...(isMonth ? { year: 'numeric' } : { day: 'numeric' }),
      });
      const words = format.format(new Date(isMonth ? `${step}-01` : step));
      return language === 'pseudo' ? `⟦${words}⟧` : words;
    },
    [language, locale],
  );
}
