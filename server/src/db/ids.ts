// New ids. UUIDv7 rises with time, so rows of one moment lie together in every index.

import { type Id, type IdKind, idFromUuid } from '@doorstep/core/ids.ts';
import { uuidv7 } from 'uuidv7';

export function newId<K extends IdKind>(kind: K): Id<K> {
  return idFromUuid(kind, uuidv7());
}

/** A bare UUIDv7 for rows that never show an id outside. */
export function newUuid(): string {
  return uuidv7();
}
