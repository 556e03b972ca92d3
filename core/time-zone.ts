// Names of time zones.

/** Whether it is one (an offset such as +01:00 is not: it knows no summer). */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** What day it is there, as `2026-11-28`. */
export function dayIn(timeZone: string): (at: string | Date) => string {
  if (timeZone === 'UTC') return dayInUtc;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (at) => format.format(new Date(at));
}

function dayInUtc(at: string | Date): string {
  const text = typeof at === 'string' && at.endsWith('Z') ? at : new Date(at).toISOString();
  return text.slice(0, 10);
}
