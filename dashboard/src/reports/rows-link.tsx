// A number that opens the rows behind it: sales the list of orders, all else a drawer beside the report.

import type { FlowKind } from '@doorstep/core/analytics/flow.ts';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { addDays, type Period, startOf } from './period.ts';
import type { ReportFilter } from './report-query.ts';
import classes from './reports.module.css';

export interface RowsOf {
  readonly kind: FlowKind;
  readonly period: Period;
  readonly timeZone: string;
  readonly currency: string;
  readonly filter: ReportFilter | null;
  readonly reason?: string;
}

export function RowsLink({ of, children }: { readonly of: RowsOf; readonly children: ReactNode }) {
  const [parameters] = useSearchParams();
  const to = of.kind === 'sale' ? ordersPath(of) : `?${drawerParameters(parameters, of)}`;
  return (
    <Link to={to} className={classes['rowsLink'] ?? ''} data-testid="rows-link">
      {children}
    </Link>
  );
}

/** The list of orders, with exactly these. */
function ordersPath({ period, timeZone, currency, filter }: RowsOf): string {
  const parameters = new URLSearchParams({
    placedFrom: startOf(period.from, timeZone).toISOString(),
    placedTo: startOf(addDays(period.to, 1), timeZone).toISOString(),
    currency,
  });
  if (filter !== null) parameters.set(filter.dimension, filter.member);
  return `/orders?${parameters}`;
}

/** Under names of their own: what is open must not change what is reported. */
function drawerParameters(before: URLSearchParams, of: RowsOf): URLSearchParams {
  const next = new URLSearchParams(before);
  const { kind, period, currency, filter, reason } = of;
  const rows = {
    kind,
    from: period.from,
    to: period.to,
    currency,
    ...(filter === null ? {} : { [filter.dimension]: filter.member }),
    ...(reason === undefined ? {} : { reason }),
  };
  next.set('rows', new URLSearchParams(rows).toString());
  return next;
}
