// The books over HTTP.

import * as contract from '@doorstep/contract/accounting.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import type { Logger } from 'pino';
import { nameActors } from '../access/name-actors.ts';
import { exportFile } from '../history/export-file.ts';
import { bindCommand, bindRead, type HttpContext } from '../http/bind.ts';
import { bindFile } from '../http/file-stream.ts';
import { pageById } from '../http/list-page.ts';
import { closeBooks, presentClosing } from './close-books.ts';
import { exportJournal, journalTable } from './export-journal.ts';
import { readChart } from './read-chart.ts';
import { setChart } from './set-chart.ts';
import { selectClosings } from './sql.ts';

export function accountingRoutes(http: HttpContext, log: Logger): void {
  bindRead(http, contract.getChart, (tx) => readChart(tx));
  bindCommand(http, contract.setChart, (tx, { body }) => setChart(tx, body));
  bindCommand(http, contract.closeBooks, (tx, { body }) => closeBooks(tx, body));
  bindRead(http, contract.listClosings, async (tx, { query }) => {
    const page = await pageById(
      query,
      (before, limit) => tx.rows(selectClosings, [before, limit]),
      presentClosing,
    );
    if (isRefusal(page)) return page;
    return {
      ...page,
      names: await nameActors(
        tx,
        page.items.map(({ createdBy }) => createdBy),
      ),
    };
  });
  bindFile(http, contract.exportJournal, {
    log,
    async open({ principal, query }) {
      const fields = Object.keys(contract.JournalEntrySchema.properties);
      const fileOf = exportFile({ name: 'journal', fields, table: journalTable }, query);
      if (isRefusal(fileOf)) return fileOf;
      const pages = await exportJournal({ pool: http.pool, tenant: principal.tenant }, query);
      return isRefusal(pages) ? pages : fileOf(pages);
    },
  });
}
