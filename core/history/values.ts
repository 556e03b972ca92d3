// Texts of a file read as what they mean. Each answers undefined when the text means no such thing.

import { instantOf } from '../locations/calendar.ts';
import { minorDigits } from '../money.ts';

/** `$` anywhere, and the words before and after a number: `EUR 5`, `5 kr`. */
const CURRENCY_MARKS = /\p{Sc}|^\s*\p{L}[\p{L}.]*\s*(?=[-−\d])|\s*\p{L}+\s*$/gu;

/**
 * A decimal text of up to 12 digits and 6 places from what files hold: `$1,299.00`, `1.299,00 €`,
 * `(5.00)`, `-5`, `4.2500`. Undefined when it is no number, or one that would have to be rounded.
 */
export function decimalOf(text: string, decimalMark: '.' | ','): string | undefined {
  const isNegative = /^\s*\(.*\)\s*$/.test(text);
  const bare = text
    .replaceAll(/[()]/g, '')
    .replaceAll(CURRENCY_MARKS, '')
    .replace(/^(\S)\s/, '$1');
  const match = NUMBERS[decimalMark].exec(bare.trim());
  if (match === null) return undefined;
  const [, sign = '', grouped = '', fraction = ''] = match;
  const whole = grouped.replaceAll(/\D/g, '');
  const places = fraction.replace(/0+$/, '');
  if (whole.length > 12 || places.length > 6 || whole + fraction === '') return undefined;
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  const isZero = digits === '0' && places === '';
  const minus = !isZero && (isNegative || sign === '-' || sign === '−') ? '-' : '';
  return `${minus}${digits}${places === '' ? '' : `.${places}`}`;
}

/**
 * Thousands stand in groups of three, or `5,20` would be read as five hundred and twenty. In India
 * those before the last group stand in groups of two: `12,34,567`.
 */
const NUMBERS = {
  '.': /^([-−+]?)(\d{1,3}(?:[,'’\s]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d*)(?:\.(\d*))?$/,
  ',': /^([-−+]?)(\d{1,3}(?:[.'’\s]\d{3})+|\d*)(?:,(\d*))?$/,
} as const;

/** An amount in minor units of the currency, rounded half away from zero. */
export function minorOf(decimal: string, currency: string): bigint {
  const micros = microsOf(decimal);
  const divisor = 10n ** BigInt(6 - minorDigits(currency));
  const half = micros < 0n ? -divisor / 2n : divisor / 2n;
  return (micros + half) / divisor;
}

function microsOf(decimal: string): bigint {
  const [, sign, whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  const micros = BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
  return sign === '-' ? -micros : micros;
}

/** The exact sum of decimal texts. */
export function sumOf(decimals: readonly string[]): string {
  const micros = decimals.reduce((sum, one) => sum + microsOf(one), 0n);
  const digits = String(micros < 0n ? -micros : micros).padStart(7, '0');
  const places = digits.slice(-6).replace(/0+$/, '');
  return `${micros < 0n ? '-' : ''}${digits.slice(0, -6)}${places === '' ? '' : `.${places}`}`;
}

/** A whole number; `2.0` is one, `2.5` is none. */
export function integerOf(text: string): number | undefined {
  const match = /^\s*([-+]?\d{1,15})(?:\.0*)?\s*$/.exec(text);
  return match === null ? undefined : Number(match[1]);
}

export interface DateForm {
  readonly dates: 'year-first' | 'month-first' | 'day-first';
  readonly timeZone: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A moment from `2010-12-01 08:26:00`, `2026-04-12T08:10:00Z`, `08/14/25`, `14.08.2025 17:05`,
 * `Jan-15-20` or `15 Jan 2020`. Without an offset it is of the form's time zone.
 */
export function momentOf(text: string, form: DateForm): Date | undefined {
  const [, date = '', time = '', half = '', offset = ''] =
    /^\s*([\p{L}\d]+[-/. ][\p{L}\d]+[-/., ]+\d+)(?:[T ,]+(\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s*([AP]M)?)?\s*(Z|UTC|GMT|[-+]\d{2}:?\d{2})?\s*$/iu.exec(
      text,
    ) ?? [];
  const day = dayOf(date, form.dates);
  if (day === undefined) return undefined;
  const clock = clockOf(time, half);
  if (clock === undefined) return undefined;
  if (offset !== '') return instantAt(day, clock, offset);
  const local = instantOf(day, clock.slice(0, 5), form.timeZone);
  return new Date(local.getTime() + Number(clock.slice(6)) * 1000);
}

/** YYYY-MM-DD, of a day that exists. */
function dayOf(text: string, order: DateForm['dates']): string | undefined {
  const parts = text.split(/[-/., ]+/);
  const [first = '', second = '', third = ''] = parts;
  const named = [first, second].findIndex((part) => /\p{L}/u.test(part));
  const isYearFirst = first.length === 4;
  const [year, month, day] = isYearFirst
    ? [first, second, third]
    : named === 0 || (named === -1 && order !== 'day-first')
      ? [third, first, second]
      : [third, second, first];
  const fullYear = year.length === 2 ? `20${year}` : year;
  const monthNumber = /\p{L}/u.test(month)
    ? MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1
    : Number(month);
  const iso = `${fullYear}-${String(monthNumber).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const exists = /^[1-9]\d{3}-\d\d-\d\d$/.test(iso) && !Number.isNaN(Date.parse(iso));
  return exists && new Date(iso).toISOString().startsWith(iso) ? iso : undefined;
}

/** HH:MM:SS.sss; midnight where there is no time. */
function clockOf(time: string, half: string): string | undefined {
  if (time === '') return '00:00:00';
  const [hours = '0', minutes = '00', seconds = '00'] = time.replace(',', '.').split(':');
  const isPm = half.toLowerCase() === 'pm';
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (isPm ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) >= 60) return undefined;
  return `${String(hour).padStart(2, '0')}:${minutes}:${seconds}`;
}

function instantAt(day: string, clock: string, offset: string): Date | undefined {
  const zone = /^[-+]/.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(-2)}` : 'Z';
  const moment = new Date(`${day}T${clock}${zone}`);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
