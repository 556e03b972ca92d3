// What is open and what is filtered stands in the URL beside the tab: it can be shared, and Back goes
// back to it.

import { useSearchParams } from 'react-router';

export function useUrlPart(
  part: 'open' | 'status' | 'cause',
): readonly [string | null, (value: string | null) => void] {
  const [parameters, setParameters] = useSearchParams();
  const set = (value: string | null): void =>
    setParameters((before) => {
      const next = new URLSearchParams(before);
      if (value === null || value === '') next.delete(part);
      else next.set(part, value);
      return next;
    });
  return [parameters.get(part), set];
}
