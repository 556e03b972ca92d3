// When something was booked, as an activity report says it: the day in the order of the account's country,
// and the time of a zone that is named or abbreviated.
// cspell:ignore acdt acst aedt aest akdt akst awst eest nzdt nzst

import { type DateForm, momentOf } from '@doorstep/core/history/values.ts';
import { isTimeZone } from '@doorstep/core/time-zone.ts';

type Order = DateForm['dates'];

/** An abbreviation says whether it is summer; the zone of the same name would say it once more. */
const OFFSETS: Readonly<Record<string, string>> = {
  ...{ UTC: '+00:00', GMT: '+00:00', WET: '+00:00', BST: '+01:00', WEST: '+01:00' },
  ...{ CET: '+01:00', CEST: '+02:00', EET: '+02:00', EEST: '+03:00', MSK: '+03:00' },
  ...{ AST: '-04:00', ADT: '-03:00', EST: '-05:00', EDT: '-04:00', CST: '-06:00' },
  ...{ CDT: '-05:00', MST: '-07:00', MDT: '-06:00', PST: '-08:00', PDT: '-07:00' },
  ...{ AKST: '-09:00', AKDT: '-08:00', HST: '-10:00', JST: '+09:00', HKT: '+08:00' },
  ...{ SGT: '+08:00', AWST: '+08:00', ACST: '+09:30', ACDT: '+10:30', AEST: '+10:00' },
  ...{ AEDT: '+11:00', NZST: '+12:00', NZDT: '+13:00' },
};

const AMERICAN = /^(America\/|US\/|Pacific\/Honolulu$|(?:[ECMP]|AK)[SD]T$|HST$)/;

export interface ActivityTimes {
  /** What is wrong with it, in words, where it is no time. */
  read(date: string, time: string, zone: string): Date | string;
}

/** 03/04 is March or April: the first day that tells decides for the file, and until then its zone. */
export function activityTimes(): ActivityTimes {
  let known: Order | null = null;
  return {
    read(date, time, zone) {
      const told = orderOf(date);
      if (told !== null && known !== null && told !== known)
        return `${date} is no day where the rows before are ${known}.`;
      known = told ?? known ?? (AMERICAN.test(zone) ? 'month-first' : 'day-first');
      const offset = OFFSETS[zone];
      if (offset === undefined && !isTimeZone(zone)) return `${zone} is no time zone.`;
      const form = { dates: known, timeZone: offset === undefined ? zone : 'UTC' };
      return (
        momentOf(`${date} ${time}${offset ?? ''}`, form) ??
        `${date} ${time} is no time, read ${known}.`
      );
    },
  };
}

function orderOf(date: string): Order | null {
  if (/^\d{4}-/.test(date)) return null;
  if (date.includes('.')) return 'day-first';
  const [first = 0, second = 0] = date.split('/').map(Number);
  if (first > 12) return 'day-first';
  return second > 12 ? 'month-first' : null;
}
