// History over HTTP.

import * as contract from '@doorstep/contract/imports.ts';
import { PROFILES } from '@doorstep/core/history/profiles.ts';
import { isRefusal, refuse } from '@doorstep/core/refusal.ts';
import { runCommand } from '../db/run-command.ts';
import { inTransaction } from '../db/transaction.ts';
import { bindCall, bindCommand, bindRead, type HttpContext } from '../http/bind.ts';
import { sendLines } from '../http/row-stream.ts';
import { applyImport } from './apply-import.ts';
import { cancelImport } from './cancel-import.ts';
import { createImport } from './create-import.ts';
import { findImport } from './find-import.ts';
import { listImportDocuments, listImportRows, listImports } from './list-import-rows.ts';
import { listPastDocuments } from './list-past-documents.ts';
import { matchSku } from './match-sku.ts';
import { presentImport } from './present-import.ts';
import { readSourceRows } from './read-source-rows.ts';
import { receiveContent } from './receive-content.ts';
import { reportImport } from './report-import.ts';

export function historyRoutes(http: HttpContext): void {
  bindCommand(http, contract.createImport, (tx, { body }) => createImport(tx, body));
  bindCall(http, contract.sendImportContent, async ({ params, query, body, principal }) => {
    if (!Buffer.isBuffer(body))
      return refuse('validation-failed', 'Send the bytes as application/octet-stream.');
    const context = { tenant: principal.tenant, actor: principal.actor, now: http.now() };
    const piece = { offset: query.offset, bytes: body, isLast: query.last ?? false };
    // The offset is the key: a piece sent twice is told where the file ends.
    const { outcome } = await runCommand(http.pool, context, null, (tx) =>
      receiveContent(tx, params.import, piece),
    );
    return outcome;
  });
  bindCommand(http, contract.applyImport, (tx, { params }) => applyImport(tx, params.import));
  bindCommand(http, contract.cancelImport, (tx, { params }) => cancelImport(tx, params.import));
  bindRead(http, contract.getImport, async (tx, { params }) => {
    const found = await findImport(tx, params.import);
    return isRefusal(found) ? found : presentImport(found);
  });
  bindRead(http, contract.listImports, (tx, { query }) => listImports(tx, query));
  bindRead(http, contract.listImportRows, (tx, { params, query }) =>
    listImportRows(tx, params.import, query),
  );
  bindRead(http, contract.listImportDocuments, (tx, { params, query }) =>
    listImportDocuments(tx, params.import, query),
  );
  bindCall(http, contract.getImportReport, async ({ params, principal, request, reply }) => {
    const { tenant } = principal;
    const found = await inTransaction(http.pool, tenant, (tx) => findImport(tx, params.import));
    if (isRefusal(found)) return found;
    const lines = reportImport(http.pool, tenant, found.id);
    await sendLines(request, reply, lines, 'text/csv; charset=utf-8');
    return undefined;
  });
  bindRead(http, contract.listImportProfiles, async () => ({ items: [...PROFILES] as never }));
  bindRead(http, contract.getSourceRows, (tx, { params }) => readSourceRows(tx, params.order));
  bindRead(http, contract.listPastDocuments, (tx, { query }) => listPastDocuments(tx, query));
  bindCommand(http, contract.matchSku, (tx, { body }) => matchSku(tx, body));
}
