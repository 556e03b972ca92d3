// What of the returns is listed, as it stands in the URL.

import type { ListReturnsInput, ListReturnsItem } from '@doorstep/sdk';

export const VIEWS = ['all', 'to-decide', 'awaited', 'to-refund'] as const;
export type ReturnView = (typeof VIEWS)[number];

export const AGES_DAYS = [3, 7, 30] as const;
export const DAY_MS = 86_400_000;

export function viewOf(parameters: URLSearchParams): ReturnView {
  return VIEWS.find((view) => view === parameters.get('view')) ?? 'all';
}

export function filterOf(parameters: URLSearchParams): ListReturnsInput {
  const view = viewOf(parameters);
  const reason = parameters.get('reason') ?? '';
  const search = parameters.get('search')?.trim() ?? '';
  const age = Number(parameters.get('age'));
  return {
    ...(view === 'to-decide' ? { toDecide: true } : {}),
    ...(view === 'awaited' ? { status: 'requested' as const } : {}),
    ...(view === 'to-refund' ? { toRefund: true } : {}),
    ...(reason === '' ? {} : { reason }),
    ...(search === '' ? {} : { search }),
    ...(age > 0 ? { createdBefore: new Date(Date.now() - age * DAY_MS).toISOString() } : {}),
  };
}

export function hasFilter(parameters: URLSearchParams): boolean {
  return ['view', 'reason', 'search', 'age'].some((name) => parameters.has(name));
}

/** What is to be told of it: a decision first, then how far it is. */
export function stateOf({ decision, status }: Pick<ListReturnsItem, 'decision' | 'status'>) {
  if (decision === 'declined') return 'declined';
  return decision === 'pending' && status === 'requested' ? 'pending' : status;
}
