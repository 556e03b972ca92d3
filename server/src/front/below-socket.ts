// What lies below a socket of node. It is not public, and needed for two things that nothing public
// does; the tests of several processes fail should it ever change.

import type { Socket } from 'node:net';

export interface BelowSocket {
  readStop(): void;
  reading: boolean;
  close(): void;
}

/** @returns null when it is closed, or handed over */
export function belowSocket(socket: Socket): BelowSocket | null {
  return (socket as unknown as { readonly _handle: BelowSocket | null })._handle;
}

/**
 * Stops reading at once and for good: what comes from now on is for the process that gets the
 * connection. A socket that is paused reads ahead, and what it read would be lost.
 */
export function stopReading(socket: Socket): void {
  const below = belowSocket(socket);
  if (below === null) return;
  below.readStop();
  below.reading = true; // the stream must not begin again by itself
}
