// How many rows and bytes went by.

import { once } from 'node:events';
import { createGunzip } from 'node:zlib';
import type { ExportFormat } from '@doorstep/contract/exports.ts';

export interface Count {
  take(chunk: Uint8Array): void;
  /** Resolves when all that was taken is counted. */
  end(): Promise<void>;
  /** A workbook keeps its rows to itself. */
  counted(): { readonly rows: number | null; readonly bytes: number };
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;

export function countRows(format: ExportFormat, gzip: boolean): Count {
  let bytes = 0;
  let rows = 0;
  let isQuoted = false;
  const count = (chunk: Uint8Array): void => {
    for (const byte of chunk)
      if (byte === QUOTE && format === 'csv') isQuoted = !isQuoted;
      else if (byte === LINE_FEED && !isQuoted) rows += 1;
  };
  const unpacking = gzip ? createGunzip().on('data', count) : undefined;
  return {
    take(chunk) {
      bytes += chunk.length;
      if (unpacking !== undefined) unpacking.write(chunk);
      else if (format !== 'xlsx') count(chunk);
    },
    async end() {
      if (unpacking === undefined) return;
      const ended = once(unpacking, 'end');
      unpacking.end();
      await ended;
    },
    counted: () => ({
      rows: format === 'xlsx' ? null : Math.max(0, rows - (format === 'csv' ? 1 : 0)),
      bytes,
    }),
  };
}
