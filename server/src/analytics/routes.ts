// Reports over HTTP.

import { reportSales as operation } from '@doorstep/contract/reports.ts';
import { allows } from '@doorstep/core/access/scope.ts';
import { inSnapshot } from '../db/transaction.ts';
import { bindCall, type HttpContext } from '../http/bind.ts';
import { reportSales } from './report-sales.ts';

export function analyticsRoutes(http: HttpContext): void {
  bindCall(http, operation, ({ principal, query }) => {
    const mayName = allows(principal.scopes, 'customers:read');
    return inSnapshot(http.pool, principal.tenant, (tx) => reportSales(tx, query, mayName));
  });
}
