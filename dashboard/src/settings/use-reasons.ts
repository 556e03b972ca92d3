// The reasons that may be given for something, as the tenant calls and orders them.

import { type Reason, type ReasonKind, usualReasons } from '@doorstep/core/settings/reason.ts';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { reasonMessages } from './reason-messages.ts';

export interface ReasonChoice {
  readonly value: string;
  readonly label: string;
}

export interface Reasons {
  /** Those that may be chosen. */
  readonly choices: readonly ReasonChoice[];
  /** Of any that was ever given. */
  nameOf(code: string): string;
}

const FRESH_MS = 60_000;

export function useSettings() {
  const { api, can } = useSession();
  return useQuery({
    queryKey: ['settings', 'all'],
    queryFn: () => api.getSettings(),
    enabled: can('settings:read'),
    staleTime: FRESH_MS,
  });
}

/** What the tenant calls it, or what it is usually called. */
export function useReasonName(kind: ReasonKind) {
  const say = useSay(reasonMessages);
  return useCallback(
    ({ code, name }: Pick<Reason, 'code' | 'name'>): string => {
      const known = [`${kind}:${code}`, code].find((key) => key in reasonMessages);
      return name ?? (known === undefined ? code : say(known as keyof typeof reasonMessages));
    },
    [kind, say],
  );
}

export function useReasons(kind: ReasonKind): Reasons {
  const { data } = useSettings();
  const nameFor = useReasonName(kind);
  return useMemo(() => {
    const items = data?.reasons[kind].items ?? usualReasons(kind);
    const choices = items
      .filter(({ retired }) => !retired)
      .map((reason) => ({ value: reason.code, label: nameFor(reason) }));
    const nameOf = (code: string): string =>
      nameFor(items.find((one) => one.code === code) ?? { code, name: null });
    return { choices, nameOf };
  }, [data, kind, nameFor]);
}
