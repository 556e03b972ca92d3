// What a list is searched for, in the URL.

import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

export function useSearchText(): readonly [string, (text: string) => void] {
  const [parameters, setParameters] = useSearchParams();
  const set = useCallback(
    (text: string) =>
      setParameters(
        (before) => {
          const next = new URLSearchParams(before);
          if (text === '') next.delete('search');
          else next.set('search', text);
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );
  return [parameters.get('search') ?? '', set];
}
