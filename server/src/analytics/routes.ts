// Reports and the numbers of the control tower over HTTP.

import { reportSales as operation } from '@doorstep/contract/reports.ts';
import {
  listDueWork as due,
  reportOrderHours as hours,
  summarizeWork as work,
} from '@doorstep/contract/work.ts';
import { allows } from '@doorstep/core/access/scope.ts';
import { inSnapshot, inTransaction } from '../db/transaction.ts';
import { bindCall, bindRead, type HttpContext } from '../http/bind.ts';
import { listDueWork } from './list-due-work.ts';
import { reportOrderHours } from './report-order-hours.ts';
import { reportSales } from './report-sales.ts';
import { summarizeWork } from './summarize-work.ts';

export function analyticsRoutes(http: HttpContext): void {
  bindCall(http, operation, ({ principal, query }) => {
    const mayName = allows(principal.scopes, 'customers:read');
    return inSnapshot(http.pool, principal.tenant, (tx) => reportSales(tx, query, mayName));
  });
  bindRead(http, due, (tx, { query }) => listDueWork(tx, query));
  bindRead(http, hours, (tx, { query }) => reportOrderHours(tx, query, http.now()));
  bindCall(http, work, ({ principal: { tenant, scopes } }) =>
    inTransaction(http.pool, tenant, (tx) => summarizeWork(tx, { scopes, now: http.now() })),
  );
}
