// How PostgreSQL's text of a moment is read.

import pg from 'pg';

const { TIMESTAMPTZ } = pg.types.builtins;
const readAny: (text: string) => unknown = pg.types.getTypeParser(TIMESTAMPTZ);

/**
 * As the driver reads it. Our connections are in UTC (`openPool`), where nearly all that is read looks
 * like `2026-11-29 20:07:00.123456+00`: digit by digit that takes a third of the time, and two of them
 * stand in every event.
 *
 * @returns a Date, cut to milliseconds; what it is not is what the driver says: `infinity` is a number
 */
export function readMoment(text: string): unknown {
  if (!isUsual(text)) return readAny(text);
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5) - 1;
  const [day, hour] = [twoDigits(text, 8), twoDigits(text, 11)];
  const [minute, second] = [twoDigits(text, 14), twoDigits(text, 17)];
  return new Date(Date.UTC(year, month, day, hour, minute, second, millisecondsOf(text)));
}

/** Years of four digits, above 99: Date.UTC takes those below for the twentieth century. */
function isUsual(text: string): boolean {
  return text[4] === '-' && text[10] === ' ' && text.endsWith('+00') && !text.startsWith('00');
}

const SECONDS_END = 19;

function millisecondsOf(text: string): number {
  if (text[SECONDS_END] !== '.') return 0;
  let milliseconds = 0;
  let worth = 100;
  for (let at = SECONDS_END + 1; worth >= 1 && text[at] !== '+'; at += 1) {
    milliseconds += digit(text, at) * worth;
    worth /= 10;
  }
  return milliseconds;
}

function twoDigits(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1);
}

const ZERO = 48; // "0" in ASCII

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - ZERO;
}
