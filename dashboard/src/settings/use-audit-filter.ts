// What the audit log is filtered by: it stands in the address.

import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useLanguage } from '../language/language.tsx';
import { startOfDay, startOfNextDay } from '../orders/moment-field.ts';

const PARTS = ['actor', 'kind', 'subject', 'from', 'to'] as const;
type Part = (typeof PARTS)[number];

const SUBJECT = /^[a-z]{3}_[0-9a-f]{32}$/;

export function useAuditFilter() {
  const { timeZone } = useLanguage();
  const [parameters, setParameters] = useSearchParams();
  const shown = useMemo(
    () =>
      Object.fromEntries(PARTS.map((part) => [part, parameters.get(part) ?? ''])) as Record<
        Part,
        string
      >,
    [parameters],
  );
  const filter = useMemo(() => {
    const { actor, kind, subject, from, to } = shown;
    const since = startOfDay(from, timeZone);
    const until = startOfNextDay(to, timeZone);
    return {
      ...(actor === '' ? {} : { actor }),
      ...(kind === '' ? {} : { kind }),
      ...(SUBJECT.test(subject) ? { subject } : {}),
      ...(since === null ? {} : { since }),
      ...(until === null ? {} : { until }),
    };
  }, [shown, timeZone]);
  const set = useCallback(
    (part: Part, value: string): void =>
      setParameters((before) => {
        const next = new URLSearchParams(before);
        next.delete('open');
        if (value === '') next.delete(part);
        else next.set(part, value);
        return next;
      }),
    [setParameters],
  );
  return { shown, filter, set };
}
