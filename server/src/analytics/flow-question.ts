// What a report of flow is asked: the period as stretches, and the one dimension it is about.

import type { FlowDimension } from '@doorstep/core/analytics/flow.ts';
import { reportSpans } from '@doorstep/core/analytics/report-spans.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { selectChannelsByCode } from '../catalog/lookup.sql.ts';
import type { Tx } from '../db/transaction.ts';
import { findLocation } from '../locations/find-location.ts';
import { stretches } from './stretches.ts';

export interface FlowQuery {
  readonly by: string;
  readonly from: string;
  readonly to: string;
  readonly channel?: string;
  readonly country?: string;
  readonly location?: string;
  readonly sku?: string;
}

export interface FlowQuestion {
  readonly dimension: FlowDimension;
  /** The one that is asked for, '' of `all`; null: every member by itself. */
  readonly member: string | null;
  readonly stretches: ReturnType<typeof stretches>;
}

const MEMBERS: ReadonlySet<string> = new Set(['channel', 'country', 'location', 'sku']);

/** @returns refusals: `channel-unknown`, `location-unknown`, `validation-failed` */
export async function flowQuestion(tx: Tx, query: FlowQuery): Promise<FlowQuestion | Refusal> {
  const { by, from, to } = query;
  if (from > to)
    return refuse('validation-failed', `The last day ${to} is before the first, ${from}.`);
  const found = await filtersOf(tx, query);
  if (isRefusal(found)) return found;
  const [filter, ...more] = found;
  if (more.length > 0 || (filter !== undefined && MEMBERS.has(by)))
    return refuse(
      'validation-failed',
      'Give one filter at most, and none where it is split by channel, country, location or SKU.',
    );
  const widest = by === 'day' || by === 'month' ? by : 'year';
  return {
    dimension: filter?.dimension ?? (MEMBERS.has(by) ? (by as FlowDimension) : 'all'),
    member: filter?.member ?? (MEMBERS.has(by) ? null : ''),
    stretches: stretches(reportSpans(from, to, { widest })),
  };
}

interface Filter {
  readonly dimension: FlowDimension;
  readonly member: string;
}

async function filtersOf(tx: Tx, query: FlowQuery): Promise<readonly Filter[] | Refusal> {
  const filters: Filter[] = [];
  if (query.channel !== undefined) {
    const [channel] = await tx.rows(selectChannelsByCode, [[query.channel]]);
    if (channel === undefined)
      return refuse('channel-unknown', `There is no channel ${query.channel}.`);
    filters.push({ dimension: 'channel', member: channel.id.replaceAll('-', '') });
  }
  if (query.country !== undefined) filters.push({ dimension: 'country', member: query.country });
  if (query.location !== undefined) {
    const location = await findLocation(tx, query.location);
    if (isRefusal(location)) return location;
    filters.push({ dimension: 'location', member: uuidOf(location.id) });
  }
  if (query.sku !== undefined) filters.push({ dimension: 'sku', member: query.sku });
  return filters;
}
