// A change made to a version that is no longer the newest.

import { type Refusal, refuse } from '@doorstep/core/refusal.ts';

/** `version-conflict` when the caller read another version; undefined when it gave none. */
export function refuseStale(read: number | undefined, version: number): Refusal | undefined {
  return read === undefined || read === version
    ? undefined
    : refuse('version-conflict', `It is at version ${version} now.`, { version });
}
