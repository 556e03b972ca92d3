// New ids. UUIDv7 rises with time, so rows of one moment lie together in every index.

import { randomBytes } from 'node:crypto';
import { type Id, type IdKind, idFromUuid } from '@doorstep/core/ids.ts';
import { uuidv7 } from 'uuidv7';

export function newId<K extends IdKind>(kind: K): Id<K> {
  return idFromUuid(kind, uuidv7());
}

/** A bare UUIDv7 for rows that never show an id outside. */
export function newUuid(): string {
  return uuidv7();
}

/**
 * An id as it would have been made at another moment: lists are ordered by id, and what is imported
 * later stands where it belongs in time.
 */
export function newIdAt<K extends IdKind>(kind: K, moment: Date): Id<K> {
  const time = Math.max(0, moment.getTime()).toString(16).padStart(12, '0');
  const random = randomBytes(10);
  random[0] = 0x70 | ((random[0] ?? 0) & 0x0f); // version 7, RFC 9562
  random[2] = 0x80 | ((random[2] ?? 0) & 0x3f); // its variant
  return idFromUuid(kind, time + random.toString('hex'));
}
