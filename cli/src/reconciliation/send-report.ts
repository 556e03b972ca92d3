// doorstep reconciliation send CONNECTION FILE: a report of a provider, matched against the ledger.

import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import type { AnswerOf } from '@doorstep/contract/operation.ts';
import { sendProviderReport } from '@doorstep/contract/reconciliation.ts';
import { errorOf, headersOf, reach, urlOf } from '../api.ts';
import { readConnection } from '../config.ts';
import { sizeOf } from '../imports/send-file.ts';
import { given, type JsonOption } from '../options.ts';
import { hint, say, sayJson, sayTable } from '../print.ts';

type Received = AnswerOf<typeof sendProviderReport>;

interface Options extends JsonOption {
  readonly from?: string;
  readonly to?: string;
}

/** Read from the disk as it is sent: a year of bookings need not fit into memory. */
export async function sendReport(
  account: string,
  file: string,
  { json, from, to }: Options,
): Promise<void> {
  const connection = await readConnection();
  const url = urlOf(connection, sendProviderReport, {
    params: { connection: account },
    query: { fileName: basename(file), ...given({ from, to }) },
  });
  const headers = { ...headersOf(connection, sendProviderReport), 'content-type': 'text/csv' };
  await sizeOf(file); // says what is wrong with it
  const body = await openAsBlob(file);
  const response = await reach(connection, () => fetch(url, { method: 'POST', headers, body }));
  const text = await reach(connection, () => response.text());
  if (!response.ok) throw errorOf(response.status, text);
  const received = JSON.parse(text) as Received;
  if (json) sayJson(received);
  else sayReceived(received);
}

function sayReceived({ statement, unread }: Received): void {
  const { lines, newLines, differences } = statement;
  say(`${counted(lines, 'booking')}, ${newLines} of them new`);
  say(differences === 0 ? 'Nothing new differs.' : `${counted(differences, 'difference')} found`);
  if (unread.length > 0)
    sayTable(
      ['row', 'not read'],
      unread.map(({ row, problem }) => [String(row), problem]),
    );
  if (differences > 0) hint('Look: doorstep reconciliation --status open');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
