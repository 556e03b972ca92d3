// Reconciliation over HTTP.

import type { Readable } from 'node:stream';
import * as contract from '@doorstep/contract/reconciliation.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import type { PaymentProviders } from '@doorstep/core/payments/provider.ts';
import { refuse } from '@doorstep/core/refusal.ts';
import { bindCall, bindCommand, bindRead, type HttpContext } from '../http/bind.ts';
import { pageById } from '../http/list-page.ts';
import { selectConnection } from '../payments/connections.sql.ts';
import type { ConnectionId } from '../payments/provider-account.ts';
import { selectDifference } from './differences.sql.ts';
import { fetchStatement, presentStatement } from './fetch-statement.ts';
import { listDifferences } from './list-differences.ts';
import { listPayoutLines, listPayouts } from './list-payouts.ts';
import { presentDifference } from './present-difference.ts';
import { receiveReport } from './receive-report.ts';
import { resolveDifference } from './resolve-difference.ts';
import { selectStatement, selectStatements } from './statements.sql.ts';

export function reconciliationRoutes(http: HttpContext, providers: PaymentProviders): void {
  bindRead(http, contract.listProviderStatements, async (tx, { params, query }) => {
    const connection = uuidOf(params.connection as ConnectionId);
    const known = await tx.row(selectConnection, [connection]);
    if (known === undefined)
      return refuse('not-found', `There is no provider connection ${params.connection}.`);
    const read = (before: string, limit: number) =>
      tx.rows(selectStatements, [connection, before, limit]);
    return pageById(query, read, presentStatement);
  });
  bindRead(http, contract.getProviderStatement, async (tx, { params }) => {
    const row = await tx.row(selectStatement, [uuidOf(params.statement as Id<'statement'>)]);
    return row === undefined
      ? refuse('not-found', `There is no statement ${params.statement}.`)
      : presentStatement(row);
  });
  bindCommand(http, contract.fetchProviderStatement, (tx, { params, body }) =>
    fetchStatement(tx, providers, params.connection as ConnectionId, body),
  );
  bindCall(http, contract.sendProviderReport, async ({ params, query, body, principal }) => {
    if (typeof body !== 'object' || body === null || !('pipe' in body))
      return refuse('validation-failed', 'Send the file as text/csv.');
    const context = { tenant: principal.tenant, actor: principal.actor, now: http.now() };
    const deps = { pool: http.pool, providers, context };
    return receiveReport(deps, params.connection as ConnectionId, query, body as Readable);
  });
  bindRead(http, contract.listPayouts, (tx, { query }) => listPayouts(tx, query));
  bindRead(http, contract.listPayoutLines, (tx, { params, query }) =>
    listPayoutLines(tx, params.payout as Id<'payout'>, query),
  );
  bindRead(http, contract.listDifferences, (tx, { query }) => listDifferences(tx, query));
  bindRead(http, contract.getDifference, async (tx, { params }) => {
    const row = await tx.row(selectDifference, [uuidOf(params.difference as Id<'difference'>)]);
    return row === undefined
      ? refuse('not-found', `There is no difference ${params.difference}.`)
      : presentDifference(row);
  });
  bindCommand(http, contract.resolveDifference, (tx, { params, body }) =>
    resolveDifference(tx, params.difference as Id<'difference'>, body),
  );
}
