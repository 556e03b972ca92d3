// What the list shows, as the URL holds it: filters under the names of the API, the sort, the view.

import type { ListOrdersInput } from '@doorstep/sdk';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

export const FILTERS = [
  ...(['status', 'fulfillmentStatus', 'stockStatus', 'paymentStatus', 'returnStatus'] as const),
  ...([
    'channel',
    'country',
    'currency',
    'tag',
    'anyTag',
    'allTags',
    'sku',
    'location',
    'customer',
  ] as const),
  ...(['holdReason', 'hasException', 'exceptionType', 'origin'] as const),
  ...(['promiseRisk', 'shipByFrom', 'shipByTo'] as const),
  ...(['placedFrom', 'placedTo', 'updatedFrom', 'totalFrom', 'totalTo'] as const),
] as const;
export type FilterName = (typeof FILTERS)[number];
export type OrderFilters = Omit<ListOrdersInput, 'limit' | 'cursor' | 'sort'>;
export type OrderSort = NonNullable<ListOrdersInput['sort']>;

export const SORT_DEFAULT: OrderSort = '-placed';

export interface OrderQuery {
  readonly filters: OrderFilters;
  readonly sort: OrderSort;
  readonly view: string | null;
  /** The order that is looked at beside the list. */
  readonly peek: string | null;
  readonly raw: URLSearchParams;
  /** Null takes a parameter off. */
  change(values: Readonly<Record<string, string | null>>): void;
}

export function useOrderQuery(): OrderQuery {
  const [raw, setRaw] = useSearchParams();
  return useMemo(
    () => ({
      filters: filtersOf(raw),
      sort: (raw.get('sort') ?? SORT_DEFAULT) as OrderSort,
      view: raw.get('view'),
      peek: raw.get('peek'),
      raw,
      change(values) {
        setRaw(
          (before) => {
            const next = new URLSearchParams(before);
            for (const [name, value] of Object.entries(values))
              if (value === null || value === '') next.delete(name);
              else next.set(name, value);
            return next;
          },
          { replace: 'search' in values || 'peek' in values },
        );
      },
    }),
    [raw, setRaw],
  );
}

export function filtersOf(parameters: URLSearchParams): OrderFilters {
  const filters: Record<string, string | number | boolean> = {};
  for (const name of ['search', ...FILTERS]) {
    const value = parameters.get(name);
    if (value === null || value === '') continue;
    if (name === 'totalFrom' || name === 'totalTo') filters[name] = Number(value);
    else filters[name] = name === 'hasException' ? value === 'true' : value;
  }
  return filters as OrderFilters;
}

/** What amounts are in: that of the list, where it shows one. */
export function oneCurrency({ raw }: OrderQuery): string | null {
  const currency = raw.get('currency');
  return currency === null || currency.includes(',') ? null : currency;
}

/** The same filters whatever their order. */
export function sameFilters(a: object, b: object): boolean {
  const sorted = (filters: object) =>
    JSON.stringify(Object.entries(filters).sort(([one], [other]) => one.localeCompare(other)));
  return sorted(a) === sorted(b);
}

export function parametersOf(
  filters: Readonly<Record<string, unknown>>,
  sort: string,
  view: string | null,
): URLSearchParams {
  const parameters = new URLSearchParams();
  if (view !== null) parameters.set('view', view);
  for (const [name, value] of Object.entries(filters)) parameters.set(name, String(value));
  if (sort !== SORT_DEFAULT) parameters.set('sort', sort);
  return parameters;
}
