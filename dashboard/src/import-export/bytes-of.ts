// A size as people say it.

import type { Formats } from '../language/formats.ts';

const STEP = 1000;
const UNITS = ['B', 'kB', 'MB', 'GB'] as const;

export function bytesOf(bytes: number, formats: Formats): string {
  const place = Math.min(
    UNITS.length - 1,
    bytes < STEP ? 0 : Math.floor(Math.log10(bytes) / Math.log10(STEP)),
  );
  const value = bytes / STEP ** place;
  return `${formats.number(Math.round(value * 10) / 10)} ${UNITS[place]}`;
}
