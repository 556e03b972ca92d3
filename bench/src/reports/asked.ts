// What is asked of the reports: what the dashboard asks of every topic, split, filter and period, with the
// days it compares with; what the API answers beside it; and the rows behind the numbers.

import { FLOW_STAGES } from '@doorstep/core/analytics/flow.ts';
import { SALES_SPLITS } from '@doorstep/core/analytics/sales-measures.ts';
import { flowTruth, type Kind, type Period, salesTruth, type Truth } from './truth.ts';

export interface Asked {
  /** What is alike, and told in one line. */
  readonly family: string;
  readonly name: string;
  readonly path: string;
  readonly truth?: Truth;
}

/** The last 30 and 90 days and the year so far, what they are compared with, and longer ones. */
const PERIODS: Readonly<Record<string, Period>> = {
  '30 days': ['2025-10-30', '2025-11-28'],
  '30 days before': ['2025-09-30', '2025-10-29'],
  '90 days': ['2025-08-31', '2025-11-28'],
  'this year': ['2025-01-01', '2025-11-28'],
  'the year before': ['2024-01-01', '2024-11-28'],
  'three years': ['2023-01-01', '2025-12-31'],
  'odd days of three years': ['2023-05-17', '2025-09-15'],
};
const LONG = new Set(['three years', 'odd days of three years']);

/** Of which there are many and of which there are few. */
const FILTERS = {
  channel: ['C-0', 'C-3'],
  country: ['AA', 'BD'],
  location: ['W-3'],
  sku: ['S-0', 'S-4900'],
} as const;
type Dimension = keyof typeof FILTERS;
const DIMENSIONS = ['channel', 'country', 'location', 'sku'] as const;

const filtersOf = (dimensions: readonly Dimension[]): readonly string[] =>
  dimensions.flatMap((name) => FILTERS[name].map((value) => `${name}=${value}`));

export function askedOf(): readonly Asked[] {
  return Object.entries(PERIODS).flatMap(([days, period]) => [
    ...sales(days, period),
    ...flows(days, period),
    ...stages(days, period),
    ...rows(days, period),
  ]);
}

function sales(days: string, period: Period): Asked[] {
  const filters = LONG.has(days)
    ? ['', 'channel=C-0', 'country=AA', 'channel=C-0&country=AA', 'country=BD']
    : [''];
  return SALES_SPLITS.flatMap((by) =>
    filters.flatMap((filter) =>
      (by === 'sku' || by === 'customer' ? ['sales', 'orders'] : ['sales']).map((sort) => ({
        family: `sales by ${by}${filter === '' ? '' : ', filtered'}`,
        ...asked('sales', days, period, [`by=${by}`, filter, `sort=${sort}`, 'limit=100']),
        ...(sort === 'sales' ? { truth: salesTruth(by, period, filter) } : {}),
      })),
    ),
  );
}

const SPLITS = {
  sale: ['reason', 'channel', 'country', 'sku'],
  cancellation: ['reason', 'channel', 'country', 'sku'],
  shipment: ['reason', 'channel', 'country', 'sku', 'location'],
  return: ['reason', 'channel', 'country', 'sku', 'location'],
  refund: ['reason', 'channel', 'country'],
} as const satisfies Readonly<Record<Kind, readonly string[]>>;

function flows(days: string, period: Period): Asked[] {
  const steps = days.includes('days') && !LONG.has(days) ? 'day' : 'month';
  return (Object.keys(SPLITS) as Kind[]).flatMap((kind) => {
    const splits = [...SPLITS[kind], steps];
    const whole = splits.map((by) => ({
      family: `${kind} by ${by}`,
      ...asked('flow', days, period, [`kind=${kind}`, `by=${by}`]),
      truth: flowTruth(kind, by, period),
    }));
    const filtered = filtersOf(DIMENSIONS).flatMap((filter) =>
      ['reason', steps].map((by) => ({
        family: `${kind} by reason and step, filtered`,
        ...asked('flow', days, period, [`kind=${kind}`, `by=${by}`, filter]),
      })),
    );
    return [...whole, ...filtered];
  });
}

function stages(days: string, period: Period): Asked[] {
  const steps = days.includes('days') && !LONG.has(days) ? 'day' : 'month';
  const by = (split: string, ...more: string[]) => ({
    family: `stages by ${split}`,
    ...asked('stages', days, period, [`by=${split}`, ...more]),
  });
  return [
    by('stage'),
    ...filtersOf(['channel', 'country', 'location']).map((filter) => by('stage', filter)),
    ...['shipped', 'whole'].flatMap((stage) => [
      by(steps, `stage=${stage}`),
      by(steps, `stage=${stage}`, 'country=AA'),
      ...['channel', 'country', 'location'].map((split) => by(split, `stage=${stage}`)),
    ]),
    by('location'),
  ];
}

/** The first page: those behind it go on from where it ended. */
function rows(days: string, period: Period): Asked[] {
  const entries = (Object.keys(SPLITS) as Kind[])
    .filter((kind) => kind !== 'sale')
    .flatMap((kind) =>
      ['', ...filtersOf(kind === 'refund' ? ['channel', 'country'] : DIMENSIONS)].map((filter) => ({
        family: 'rows of what flowed',
        ...asked('flow-entries', days, period, [`kind=${kind}`, filter]),
      })),
    );
  const reached = FLOW_STAGES.flatMap((stage) =>
    ['', ...filtersOf(['channel', 'country', 'location'])].map((filter) => ({
      family: 'rows of stages',
      ...asked('stage-entries', days, period, [`stage=${stage}`, filter]),
    })),
  );
  return [...entries, ...reached];
}

function asked(report: string, days: string, [from, to]: Period, parts: readonly string[]) {
  const query = parts.filter((part) => part !== '').join('&');
  const path = `/v1/reports/${report}?from=${from}&to=${to}&${query}`;
  return { name: `${report} ${query.replaceAll('&', ' ')}, ${days}`, path };
}
