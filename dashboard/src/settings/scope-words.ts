// What a right is called: of what, and what one may do with it.

import { SCOPES, type Scope } from '@doorstep/core/access/scope.ts';
import { useCallback } from 'react';
import { useSay } from '../language/say.ts';
import { scopeMessages } from './scope-messages.ts';

/** Of every right there must be words: one without is no key of these. */
type Word = Scope extends `${infer Area}:${infer Act}` ? Area | Act : never;

export interface Area {
  readonly id: Word;
  readonly scopes: readonly Scope[];
}

/** The rights by what they are about, in the order of core. */
export const AREAS: readonly Area[] = [...new Set(SCOPES.map(areaOf))].map((id) => ({
  id,
  scopes: SCOPES.filter((scope) => areaOf(scope) === id),
}));

function areaOf(scope: Scope): Word {
  return scope.slice(0, scope.indexOf(':')) as Word;
}

export function useScopeWords() {
  const say = useSay(scopeMessages);
  const area = useCallback((id: Word): string => say(id), [say]);
  const act = useCallback(
    (scope: Scope): string => say(scope.slice(scope.indexOf(':') + 1) as Word),
    [say],
  );
  return { area, act };
}
