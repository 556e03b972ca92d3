// An authorization holds money for some days only. It is seen to before it runs out: held for longer
// where the provider can, else shown to people while they can still capture.

const DAY_MS = 86_400_000;

/**
 * When to see to it: a day before it runs out, or after three quarters of a short life.
 *
 * @param renewableFrom where the provider renews earlier than that, and no sooner
 */
export function renewalDue(now: Date, expiresAt: Date, renewableFrom?: Date): Date {
  const left = Math.max(0, expiresAt.getTime() - now.getTime());
  const due = expiresAt.getTime() - Math.min(DAY_MS, left / 4);
  return new Date(Math.min(due, renewableFrom?.getTime() ?? due));
}
