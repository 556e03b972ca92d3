// What is open stands in the URL beside the tab: it can be shared, and Back closes it.

import { useSearchParams } from 'react-router';

export type OpenPart = 'open' | 'endpoint' | 'state' | 'type' | 'operation' | 'failed';

export function useUrlPart(
  part: OpenPart,
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
