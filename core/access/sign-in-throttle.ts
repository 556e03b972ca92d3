// How often somebody may guess a password.

/** Guesses per window, then a pause until the window ends. */
const GUESSES_MAX = 10;
const WINDOW_MS = 15 * 60_000;
/** About 100 bytes each. The oldest go first: guessing at many names at once forgets early ones. */
const REMEMBERED_MAX = 20_000;

export interface SignInThrottle {
  /** Counts a guess before it is checked, so that parallel ones count too; false: do not check. */
  admit(name: string, now: Date): boolean;
  /** The guess was right: what was counted is forgotten. */
  succeeded(name: string): void;
}

export function signInThrottle(): SignInThrottle {
  const windows = new Map<string, { guesses: number; readonly endsAt: number }>();

  return {
    admit(name, now) {
      const time = now.getTime();
      const window = windows.get(name);
      if (window !== undefined && window.endsAt > time) {
        window.guesses += 1;
        return window.guesses <= GUESSES_MAX;
      }
      windows.delete(name);
      if (windows.size >= REMEMBERED_MAX) {
        const oldest = windows.keys().next().value;
        if (oldest !== undefined) windows.delete(oldest);
      }
      windows.set(name, { guesses: 1, endsAt: time + WINDOW_MS });
      return true;
    },
    succeeded(name) {
      windows.delete(name);
    },
  };
}
