// Waits until an import has come to an end, or stands as a dry run.

import { setTimeout as sleep } from 'node:timers/promises';
import { getImport, type ImportAnswer } from '@doorstep/contract/imports.ts';
import { callApi } from '../api.ts';
import type { Connection } from '../config.ts';
import { progress } from '../progress.ts';

const ENDED = new Set(['ready', 'done', 'failed', 'canceled']);
const LOOK_MS = 300;

export async function followImport(connection: Connection, id: string): Promise<ImportAnswer> {
  const shown = progress();
  for (;;) {
    const now = await callApi(connection, getImport, { params: { import: id } });
    if (ENDED.has(now.state)) {
      shown.end();
      return now;
    }
    shown.tell(wordsOf(now));
    await sleep(LOOK_MS);
  }
}

function wordsOf({ state, rows, documents }: ImportAnswer): string {
  if (documents.total === 0) return `${state}: ${rows.read} rows …`;
  const percent = Math.floor((documents.handled / documents.total) * 100);
  const bar = '█'.repeat(Math.floor(percent / 5)).padEnd(20, '░');
  return `${state}: ${bar} ${percent} %, ${documents.handled} of ${documents.total}`;
}
