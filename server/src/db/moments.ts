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
  return (
    text.charCodeAt(10) === SPACE &&
    text.charCodeAt(4) === DASH &&
    !text.startsWith('00') &&
    text.endsWith('+00')
  );
}

function millisecondsOf(text: string): number {
  if (text.charCodeAt(SECONDS_END) !== POINT) return 0;
  let milliseconds = 0;
  let worth = 100;
  for (let at = SECONDS_END + 1; worth >= 1 && text.charCodeAt(at) !== PLUS; at += 1) {
    milliseconds += (text.charCodeAt(at) - ZERO) * worth;
    worth /= 10;
  }
  return milliseconds;
}

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}

const SECONDS_END = 19;
const [SPACE, PLUS, DASH, POINT, ZERO] = [...' +-.0'].map((sign) => sign.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
];
