// A duration that opens the fulfillment orders behind it.

import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { ReportQuery } from './report-query.ts';
import classes from './reports.module.css';
import type { StageRow } from './use-stages.ts';

interface StageLinkProps {
  readonly stage: StageRow['stage'];
  readonly query: ReportQuery;
  readonly filter?: { readonly [dimension: string]: string };
  readonly children: ReactNode;
}

/** Opens the fulfillment orders that reached the stage. */
export function StageLink({ stage, query, filter, children }: StageLinkProps) {
  const [parameters] = useSearchParams();
  const next = new URLSearchParams(parameters);
  const own =
    query.filter === null || query.filter.dimension === 'sku'
      ? {}
      : { [query.filter.dimension]: query.filter.member };
  const rows = { stage, ...query.period, ...(filter ?? own) };
  next.set('stageRows', new URLSearchParams(rows).toString());
  return (
    <Link to={`?${next}`} className={classes['rowsLink'] ?? ''} data-testid="rows-link">
      {children}
    </Link>
  );
}
