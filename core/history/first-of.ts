// A document that says something in several rows says it in the first where it is filled.

import type { SourceLine } from './row-reader.ts';

export function firstOf<T>(
  heads: readonly SourceLine[],
  read: (at: SourceLine) => T | null,
): T | null {
  for (const head of heads) {
    const value = read(head);
    if (value !== null) return value;
  }
  return null;
}
