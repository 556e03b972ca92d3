// For how long an exception is put aside.

const HOUR_MS = 3_600_000;
const WEEK_HOURS = 168;
const MORNING = 8;

export const SNOOZES = { hour: 1, tomorrow: null, week: WEEK_HOURS } as const;
export type SnoozeName = keyof typeof SNOOZES;

/** Tomorrow begins at eight, where one sits. */
export function snoozedUntil(name: SnoozeName, now: Date): Date {
  const hours = SNOOZES[name];
  if (hours !== null) return new Date(now.getTime() + hours * HOUR_MS);
  const morning = new Date(now);
  morning.setDate(morning.getDate() + 1);
  morning.setHours(MORNING, 0, 0, 0);
  return morning;
}
