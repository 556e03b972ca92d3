// New ids. UUIDv7 rises with time, so rows of one moment lie together in every index.

import { randomBytes, randomFillSync } from 'node:crypto';
import { type Id, type IdKind, idFromUuid } from '@doorstep/core/ids.ts';
import { V7Generator } from 'uuidv7';

export function newId<K extends IdKind>(kind: K): Id<K> {
  return idFromUuid(kind, uuids.generate().toHex());
}

/** A bare UUIDv7 for rows that never show an id outside, as PostgreSQL writes it: with dashes. */
export function newUuid(): string {
  return uuids.generate().toString();
}

/** Asking the system for the randomness of each id took longer than all else of it. */
const random = new Uint32Array(1024);
let taken = random.length;

const uuids = new V7Generator({
  nextUint32() {
    if (taken === random.length) {
      randomFillSync(random);
      taken = 0;
    }
    return random[taken++] ?? 0;
  },
});

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
