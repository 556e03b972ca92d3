// Money, numbers and times as the user writes them.

import { minorDigits } from '@doorstep/core/money.ts';
import { useMemo } from 'react';
import { type LanguageChoice, useLanguage } from './language.tsx';

export interface Formats {
  /** An amount of minor units: money(1999, 'EUR') is €19.99. */
  money(amountMinor: number, currency: string): string;
  number(value: number): string;
  /** What one unit of a currency is of another, as the server says it: "0.92319". */
  rate(rate: string): string;
  percent(share: number): string;
  /** The day and the time; a time of today without its day. */
  time(at: string | Date): string;
  /** All of it, with seconds and zone: for what pops up over a short one. */
  fullTime(at: string | Date): string;
  /** The day and the time on the clock of a zone, with its weekday. */
  timeIn(at: Date, zone: string): string;
  day(at: string | Date): string;
  hour(at: string | Date): string;
  /** From now: "3 minutes ago", "in 2 hours". */
  relative(at: string | Date, now?: Date): string;
  /** How long, short: "45 s", "12 min", "3 h", "2 d". */
  duration(milliseconds: number): string;
  /** However many: "90 s". */
  seconds(count: number): string;
}

export function useFormats(): Formats {
  const choice = useLanguage();
  return useMemo(() => formatsOf(choice), [choice]);
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const STEPS = [
  { unit: 'day', ms: DAY_MS },
  { unit: 'hour', ms: HOUR_MS },
  { unit: 'minute', ms: MINUTE_MS },
] as const;

function formatsOf({ language, locale, numberLocale, timeZone }: LanguageChoice): Formats {
  const mark = (text: string): string => (language === 'pseudo' ? `⟦${text}⟧` : text);
  const numbers = new Intl.NumberFormat(numberLocale);
  const rates = new Intl.NumberFormat(numberLocale, { maximumSignificantDigits: 5 });
  const percents = new Intl.NumberFormat(numberLocale, {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  const relatives = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const currencies = new Map<string, Intl.NumberFormat>();
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone });
  const day = dates({ day: 'numeric', month: 'short', year: 'numeric' });
  const hour = dates({ hour: '2-digit', minute: '2-digit' });
  const short = dates({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
  const full = dates({ dateStyle: 'full', timeStyle: 'long' });
  const unit = (name: string, value: number): string =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'narrow' }).format(
      value,
    );
  return {
    money(amountMinor, currency) {
      let format = currencies.get(currency);
      format ??= new Intl.NumberFormat(numberLocale, { style: 'currency', currency });
      currencies.set(currency, format);
      return mark(format.format(amountMinor / 10 ** minorDigits(currency)));
    },
    number: (value) => mark(numbers.format(value)),
    rate: (rate) => mark(rates.format(Number(rate))),
    percent: (share) => mark(percents.format(share)),
    time(at) {
      const date = new Date(at);
      const isToday = day.format(date) === day.format(new Date());
      return mark((isToday ? hour : short).format(date));
    },
    timeIn: (at, zone) =>
      mark(
        new Intl.DateTimeFormat(locale, {
          weekday: 'short',
          day: 'numeric',
          month: 'short',
          hour: '2-digit',
          minute: '2-digit',
          timeZone: zone,
        }).format(at),
      ),
    fullTime: (at) => mark(full.format(new Date(at))),
    day: (at) => mark(day.format(new Date(at))),
    hour: (at) => mark(hour.format(new Date(at))),
    relative(at, now = new Date()) {
      const ms = new Date(at).getTime() - now.getTime();
      const step = STEPS.find((one) => Math.abs(ms) >= one.ms);
      if (step === undefined) return mark(relatives.format(Math.round(ms / 1000), 'second'));
      return mark(relatives.format(Math.round(ms / step.ms), step.unit));
    },
    duration(milliseconds) {
      const step = STEPS.find((one) => milliseconds >= one.ms);
      if (step === undefined) return mark(unit('second', Math.round(milliseconds / 1000)));
      return mark(unit(step.unit, Math.floor(milliseconds / step.ms)));
    },
    seconds: (count) => mark(unit('second', Math.round(count))),
  };
}
