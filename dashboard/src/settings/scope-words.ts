// What a right is called: of what, and what one may do with it.

import { SCOPES, type Scope } from '@doorstep/core/access/scope.ts';
import { useCallback } from 'react';
import { useSay } from '../language/say.ts';
import { scopeMessages } from './scope-messages.ts';

type Word = keyof typeof scopeMessages;

export interface Area {
  readonly id: string;
  readonly scopes: readonly Scope[];
}

/** The rights by what they are about, in the order of core. */
export const AREAS: readonly Area[] = [...new Set(SCOPES.map(areaOf))].map((id) => ({
  id,
  scopes: SCOPES.filter((scope) => areaOf(scope) === id),
}));

function areaOf(scope: Scope): string {
  return scope.slice(0, scope.indexOf(':'));
}

export function useScopeWords() {
  const say = useSay(scopeMessages);
  const area = useCallback((id: string): string => say(id as Word), [say]);
  const act = useCallback(
    (scope: Scope): string => say(scope.slice(scope.indexOf(':') + 1) as Word),
    [say],
  );
  return { area, act };
}
