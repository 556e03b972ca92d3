// The roles of the tenant, and what people call them.

import type { Role } from '@doorstep/sdk';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { userMessages } from './messages.ts';

const BUILT_IN = ['admin', 'operations', 'service', 'warehouse', 'integrator', 'analyst'] as const;
type BuiltIn = (typeof BUILT_IN)[number];

export interface Roles {
  readonly roles: readonly Role[];
  nameOf(code: string): string;
}

export function isBuiltIn(code: string): code is BuiltIn {
  return (BUILT_IN as readonly string[]).includes(code);
}

export function useRoles(): Roles {
  const say = useSay(userMessages);
  const { api, can } = useSession();
  const { data } = useQuery({
    queryKey: ['users', 'roles'],
    queryFn: () => api.listRoles(),
    enabled: can('access:read'),
  });
  const nameOf = useCallback(
    (code: string): string => {
      if (isBuiltIn(code)) return say(code);
      return data?.items.find((role) => role.code === code)?.name ?? code;
    },
    [data, say],
  );
  return { roles: data?.items ?? [], nameOf };
}
