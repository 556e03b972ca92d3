// When a provider that gave no answer is asked again.

const FIRST_MS = 400;
const LONGEST_MS = 5 * 60_000;

/** From this attempt on a person is told; asking goes on. */
export const UNANSWERED_ATTEMPTS = 6;

/**
 * Doubles from attempt to attempt, the first within a second, and is spread by chance so that a
 * provider that comes back is not asked everything at once.
 *
 * @param attempts how often it was asked
 * @param chance between 0 and 1
 */
export function retryDelayMs(attempts: number, chance: number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts, 30));
  return Math.round(longest / 2 + (longest / 2) * chance);
}
