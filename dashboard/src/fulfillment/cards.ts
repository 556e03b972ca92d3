// The cards of the board, and what they are called in it.

import type { ListBoardCardsItem } from '@doorstep/sdk';

export type Card = ListBoardCardsItem;

/** What a dialog has to know of one card: its lines and parcels it reads by itself. */
export type CardName = Pick<Card, 'fulfillmentOrder' | 'orderNumber'>;

export const COLUMNS = ['late', 'open', 'picking', 'packed', 'shipped'] as const;

export type Column = (typeof COLUMNS)[number];

export function isColumn(name: string | null): name is Column {
  return COLUMNS.some((one) => one === name);
}

/** A parcel that left is a card of its own; everything else is one of its work. */
export function keyOf({ column, fulfillmentOrder, parcels }: Card): string {
  return column === 'shipped' ? (parcels[0]?.id ?? fulfillmentOrder) : fulfillmentOrder;
}

/** Units that are still to leave. */
export function openUnits({ allocated, picked, packed }: Card): number {
  return allocated + picked + packed;
}

export interface BoardFilter {
  readonly carrier?: string;
  readonly service?: string;
  readonly sku?: string;
  /** Hours. */
  readonly age?: number;
}

export const AGES_HOURS = [4, 24, 72] as const;
const HOUR_MS = 3_600_000;

export function filterOf(parameters: URLSearchParams): BoardFilter {
  const text = (name: 'carrier' | 'service' | 'sku') => {
    const value = parameters.get(name)?.trim() ?? '';
    return value === '' ? {} : { [name]: value };
  };
  const age = Number(parameters.get('age'));
  return {
    ...text('carrier'),
    ...text('service'),
    ...text('sku'),
    ...(age > 0 ? { age } : {}),
  };
}

/** As the API takes it in this moment. */
export function queryOf({ age, ...rest }: BoardFilter) {
  if (age === undefined) return rest;
  return { ...rest, releasedBefore: new Date(Date.now() - age * HOUR_MS).toISOString() };
}
