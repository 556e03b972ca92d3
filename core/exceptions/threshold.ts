// When a tile of exceptions turns orange, and red: by how many are open.

import { EXCEPTION_KINDS, type ExceptionType, type Severity } from './exception-types.ts';

export interface Threshold {
  readonly orange: number;
  readonly red: number;
}

export const EXCEPTION_LEVELS = ['green', 'orange', 'red'] as const;
export type ExceptionLevel = (typeof EXCEPTION_LEVELS)[number];

const BY_SEVERITY: Readonly<Record<Severity, Threshold>> = {
  critical: { orange: 1, red: 1 },
  high: { orange: 1, red: 10 },
  medium: { orange: 5, red: 25 },
  low: { orange: 20, red: 100 },
};

/** What holds until somebody sets another. */
export function usualThreshold(type: ExceptionType): Threshold {
  return BY_SEVERITY[EXCEPTION_KINDS[type].severity];
}

export function levelOf(open: number, { orange, red }: Threshold): ExceptionLevel {
  if (open >= red) return 'red';
  return open >= orange ? 'orange' : 'green';
}
