// What the audit log is filtered by: it stands in the address.

import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

const PARTS = ['actor', 'kind', 'subject', 'from', 'to'] as const;
type Part = (typeof PARTS)[number];

const DAY_MS = 86_400_000;
const SUBJECT = /^[a-z]{3}_[0-9a-f]{32}$/;

export function useAuditFilter() {
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
    return {
      ...(actor === '' ? {} : { actor }),
      ...(kind === '' ? {} : { kind }),
      ...(SUBJECT.test(subject) ? { subject } : {}),
      ...(from === '' ? {} : { since: startOf(from).toISOString() }),
      ...(to === '' ? {} : { until: new Date(startOf(to).getTime() + DAY_MS).toISOString() }),
    };
  }, [shown]);
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

/** As the browser's clock has it. */
function startOf(day: string): Date {
  return new Date(`${day}T00:00`);
}
