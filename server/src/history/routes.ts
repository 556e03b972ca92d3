// History over HTTP.

import * as desk from '@doorstep/contract/import-desk.ts';
import * as contract from '@doorstep/contract/imports.ts';
import { PROFILES } from '@doorstep/core/history/profiles.ts';
import { isRefusal, refuse } from '@doorstep/core/refusal.ts';
import type { Logger } from 'pino';
import { runCommand } from '../db/run-command.ts';
import { inTransaction } from '../db/transaction.ts';
import { bindCall, bindCommand, bindRead, type HttpContext } from '../http/bind.ts';
import { openEventStream } from '../http/event-stream.ts';
import { sendLines } from '../http/row-stream.ts';
import { applyImport } from './apply-import.ts';
import { cancelImport } from './cancel-import.ts';
import { createImport } from './create-import.ts';
import { findImport } from './find-import.ts';
import { listImportDocuments, listImportRows, listImports } from './list-import-rows.ts';
import { listPastDocuments } from './list-past-documents.ts';
import { mapImport } from './map-import.ts';
import { matchSku } from './match-sku.ts';
import { presentImport } from './present-import.ts';
import { previewImport } from './preview-import.ts';
import { readSourceRows } from './read-source-rows.ts';
import { receiveContent } from './receive-content.ts';
import { reportImport } from './report-import.ts';
import { undoImport } from './undo-import.ts';
import { watchImport } from './watch-import.ts';

const KEEP_ALIVE_MS = 15_000;

export function historyRoutes(http: HttpContext, log: Logger): void {
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
  bindCall(http, desk.previewImport, ({ params, query, principal }) =>
    previewImport(http.pool, principal.tenant, params.import, query),
  );
  bindCommand(http, desk.mapImport, (tx, { params, body }) => mapImport(tx, params.import, body));
  bindCall(http, desk.watchImport, async ({ params, principal, reply }) => {
    const look = () =>
      inTransaction(http.pool, principal.tenant, (tx) => findImport(tx, params.import));
    const found = await look();
    if (isRefusal(found)) return found;
    const stream = openEventStream(reply, KEEP_ALIVE_MS);
    const lookAgain = async () => {
      const row = await look();
      return isRefusal(row) ? undefined : presentImport(row);
    };
    let id = 0;
    try {
      for await (const data of watchImport(lookAgain, stream.signal)) {
        id += 1;
        await stream.send({ id: String(id), event: 'import', data });
      }
    } finally {
      stream.end();
    }
    return undefined;
  });
  bindCommand(http, desk.undoImport, (tx, { params }) => undoImport(tx, params.import));
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
  bindCall(http, contract.getImportReport, async (call) => {
    const { params, query, principal } = call;
    const { tenant } = principal;
    const found = await inTransaction(http.pool, tenant, (tx) => findImport(tx, params.import));
    if (isRefusal(found)) return found;
    const lines = reportImport(http.pool, tenant, found.id, {
      onlyProblems: query.problems ?? false,
    });
    await sendLines(call, lines, log, 'text/csv; charset=utf-8');
    return undefined;
  });
  bindRead(http, contract.listImportProfiles, async () => ({ items: [...PROFILES] as never }));
  bindRead(http, contract.getSourceRows, (tx, { params }) => readSourceRows(tx, params.order));
  bindRead(http, contract.listPastDocuments, (tx, { query }) => listPastDocuments(tx, query));
  bindCommand(http, contract.matchSku, (tx, { body }) => matchSku(tx, body));
}
