// A workbook holds a date as a count of days; only the format of its cell tells that it is one.

const msPerDay = 86_400_000;
const serialMax = 2_958_466;

/** `YYYY-MM-DD HH:MM:SS`; `HH:MM:SS` for a time of no day; null where it can be no date. */
export function sheetDate(serial: number, epoch: 1900 | 1904): string | null {
  if (!(serial >= 0 && serial < serialMax)) return null;
  const iso = new Date(firstDay(serial, epoch) + Math.round(serial * 86_400) * 1_000).toISOString();
  const time = iso.slice(11, 19);
  return serial < 1 && epoch === 1900 ? time : `${iso.slice(0, 10)} ${time}`;
}

function firstDay(serial: number, epoch: 1900 | 1904): number {
  if (epoch === 1904) return Date.UTC(1904, 0, 1);
  // Lotus took 1900 for a leap year, and Excel with it: from March on, days count one too many.
  return Date.UTC(1899, 11, 31) - (serial >= 60 ? msPerDay : 0);
}

/** The formats that are built in and have no code in the file; 45 to 47 are durations. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) {
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  }
  const section = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';')[0] ?? '';
  // [h]:mm counts hours, it is no time of a day; other brackets are colors and locales.
  if (/\[(h+|m+|s+)\]/i.test(section)) return false;
  return /d|m|y|h|s/i.test(section.replace(/\[[^\]]*\]/g, '').replace(/general/i, ''));
}
