// Reports and the numbers of the control tower over HTTP.

import * as flow from '@doorstep/contract/flow-reports.ts';
import { reportSales as operation } from '@doorstep/contract/reports.ts';
import {
  listDueWork as due,
  reportOrderHours as hours,
  summarizeWork as work,
} from '@doorstep/contract/work.ts';
import { allows } from '@doorstep/core/access/scope.ts';
import { inSnapshot, inTransaction } from '../db/transaction.ts';
import { bindCall, bindCommand, bindRead, type HttpContext } from '../http/bind.ts';
import { listDueWork } from './list-due-work.ts';
import { listFlowEntries } from './list-flow-entries.ts';
import { listStageEntries } from './list-stage-entries.ts';
import { reportFlow } from './report-flow.ts';
import { reportOrderHours } from './report-order-hours.ts';
import { reportSales } from './report-sales.ts';
import { reportStages } from './report-stages.ts';
import { setReportZone } from './set-report-zone.ts';
import { summarizeWork } from './summarize-work.ts';

export function analyticsRoutes(http: HttpContext): void {
  bindCall(http, operation, ({ principal, query }) => {
    const mayName = allows(principal.scopes, 'customers:read');
    return inSnapshot(http.pool, principal.tenant, (tx) => reportSales(tx, query, mayName));
  });
  bindCall(http, flow.reportFlow, ({ principal, query }) =>
    inSnapshot(http.pool, principal.tenant, (tx) => reportFlow(tx, query)),
  );
  bindCall(http, flow.reportStages, ({ principal, query }) =>
    inSnapshot(http.pool, principal.tenant, (tx) => reportStages(tx, query)),
  );
  bindRead(http, flow.listFlowEntries, (tx, { query }) => listFlowEntries(tx, query));
  bindRead(http, flow.listStageEntries, (tx, { query }) => listStageEntries(tx, query));
  bindCommand(http, flow.setReportZone, (tx, { body }) => setReportZone(tx, body));
  bindRead(http, due, (tx, { query }) => listDueWork(tx, query));
  bindRead(http, hours, (tx, { query }) => reportOrderHours(tx, query, http.now()));
  bindCall(http, work, ({ principal: { tenant, scopes } }) =>
    inTransaction(http.pool, tenant, (tx) => summarizeWork(tx, { scopes, now: http.now() })),
  );
}
