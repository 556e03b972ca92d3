// How long a session lasts.

const HOUR_MS = 3_600_000;

/** A program's token, from when it was made. */
export const TOKEN_MS = 12 * HOUR_MS;
/** A browser's, without use; a working day away from the desk ends it. */
export const BROWSER_IDLE_MS = 12 * HOUR_MS;
/** A browser's in any case. */
const BROWSER_MS = 7 * 24 * HOUR_MS;

export type SessionKind = 'browser' | 'token';

export interface SessionLife {
  readonly expiresAt: Date;
  /** A session that is used lives on until here; null: use does not prolong it. */
  readonly endsAt: Date | null;
}

export function sessionLife(kind: SessionKind, now: Date): SessionLife {
  return kind === 'token'
    ? { expiresAt: after(now, TOKEN_MS), endsAt: null }
    : { expiresAt: after(now, BROWSER_IDLE_MS), endsAt: after(now, BROWSER_MS) };
}

function after(moment: Date, milliseconds: number): Date {
  return new Date(moment.getTime() + milliseconds);
}
