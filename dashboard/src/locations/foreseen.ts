// What a change of hours and channels comes to: the same rules as the server's, before anything is
// written.

import { nextCutOff, shipsBy } from '@doorstep/core/locations/calendar.ts';
import { isTimeZone } from '@doorstep/core/time-zone.ts';
import { type LocationDraft, readCalendar, readServed } from './location-draft.ts';

export interface Times {
  readonly nextCutOff: Date | null;
  readonly shipsBy: Date | null;
}

/** Null for a time zone or a time that does not exist. */
export function timesOf(draft: LocationDraft, now: Date): Times | null {
  if (!isTimeZone(draft.timeZone)) return null;
  if (!/^(|([01]\d|2[0-3]):[0-5]\d)$/.test(draft.cutOff)) return null;
  const hours = {
    timeZone: draft.timeZone,
    cutOff: draft.cutOff === '' ? null : draft.cutOff,
    calendar: readCalendar(draft),
    handlingDays: Number(draft.handlingDays),
  };
  return { nextCutOff: nextCutOff(hours, now), shipsBy: shipsBy(hours, now) };
}

export interface ServedChange {
  readonly lost: readonly string[];
  readonly won: readonly string[];
}

export function servedChange(before: LocationDraft, after: LocationDraft): ServedChange {
  const [old, fresh] = [before, after].map(({ channels }) =>
    readServed(channels).map(({ channel }) => channel),
  ) as [string[], string[]];
  return {
    lost: old.filter((channel) => !fresh.includes(channel)),
    won: fresh.filter((channel) => !old.includes(channel)),
  };
}
