// What is reported, as the URL holds it.

import { dayIn } from '@doorstep/core/time-zone.ts';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import {
  COMPARISONS,
  type Comparison,
  comparedWith,
  isDay,
  type Period,
  PRESETS,
  presetPeriod,
} from './period.ts';
import { isTopic, MEMBERS, type Member, type Topic } from './topics.ts';

export interface ReportFilter {
  readonly dimension: Member;
  readonly member: string;
}

export interface ReportQuery {
  readonly topic: Topic;
  readonly period: Period;
  readonly compared: Period | null;
  readonly comparison: Comparison;
  /** Empty: days were chosen. */
  readonly preset: string;
  readonly filter: ReportFilter | null;
  readonly by: string | null;
  readonly currency: string | null;
  change(values: Readonly<Record<string, string | null>>): void;
}

export function useReportQuery(): ReportQuery {
  const [raw, setRaw] = useSearchParams();
  return useMemo(() => {
    const topic = raw.get('topic') ?? 'sales';
    const comparison = COMPARISONS.find((one) => one === raw.get('compare')) ?? 'previous';
    const from = raw.get('from');
    const to = raw.get('to');
    const isChosen = isDay(from) && isDay(to) && from <= to;
    const preset = PRESETS.find((one) => one === raw.get('days')) ?? '30';
    const period = isChosen ? { from, to } : presetPeriod(preset, dayIn('UTC')(new Date()));
    const dimension = MEMBERS.find((one) => raw.has(one));
    return {
      topic: isTopic(topic) ? topic : 'sales',
      period,
      comparison,
      compared: comparedWith(period, comparison),
      preset: isChosen ? '' : preset,
      filter: dimension === undefined ? null : { dimension, member: raw.get(dimension) ?? '' },
      by: raw.get('by'),
      currency: raw.get('currency'),
      change: (values) =>
        setRaw((before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(values))
            if (value === null || value === '') next.delete(name);
            else next.set(name, value);
          return next;
        }),
    };
  }, [raw, setRaw]);
}

/** One filter at a time: the sums are kept so. */
export function filterBy(dimension: Member, member: string): Record<string, string | null> {
  return { ...NO_FILTER, [dimension]: member };
}

export const NO_FILTER: Readonly<Record<Member, null>> = {
  channel: null,
  country: null,
  location: null,
  sku: null,
};
