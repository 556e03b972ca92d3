// Streams an export into a file, which gets its name when it is whole, or to the standard output.

import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { ExportFormat } from '@doorstep/contract/exports.ts';
import type { Operation, QueryOf } from '@doorstep/contract/operation.ts';
import { errorOf, headersOf, reach, urlOf } from '../api.ts';
import { CommandError } from '../command-error.ts';
import { readConnection } from '../config.ts';
import { given } from '../options.ts';
import { counted, say, sayJson } from '../print.ts';
import { progress } from '../progress.ts';
import { type Count, countRows } from './count-rows.ts';

interface Asked {
  readonly file: string | undefined;
  readonly format: ExportFormat | undefined;
  readonly gzip: boolean | undefined;
  /** The filters and columns. */
  readonly query: object;
  readonly json: boolean | undefined;
}

export async function saveExport(operation: Operation, asked: Asked): Promise<void> {
  const { format, gzip, file } = formOf(asked);
  const query = given({ ...asked.query, format, gzip: gzip || undefined });
  const connection = await readConnection();
  const url = urlOf(connection, operation, { query: query as QueryOf<Operation> });
  const headers = headersOf(connection, operation);
  const response = await reach(connection, () => fetch(url, { headers }));
  if (!response.ok || response.body === null) throw errorOf(response.status, await response.text());
  const body = Readable.fromWeb(response.body as ReadableStream);
  const count = countRows(format, gzip);
  if (file === undefined) return write(body, count, process.stdout);
  const part = `${file}.part`;
  try {
    await write(body, count, createWriteStream(part));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  const { rows, bytes } = count.counted();
  if (asked.json) sayJson({ file, rows, bytes });
  else say(`${file}: ${rows === null ? '' : `${counted(rows, 'row')}, `}${bytes} bytes`);
}

function formOf({ file, format, gzip, json }: Asked): {
  readonly file: string | undefined;
  readonly format: ExportFormat;
  readonly gzip: boolean;
} {
  const [, said, packed] = /(?:\.(ndjson|jsonl|csv|xlsx))?(\.gz)?$/i.exec(file ?? '') ?? [];
  const named = said?.toLowerCase().replace('jsonl', 'ndjson') as ExportFormat | undefined;
  const form = { format: format ?? named ?? 'ndjson', gzip: gzip === true || packed !== undefined };
  const isPiped = file === undefined || file === '-';
  if (isPiped && json)
    throw wrongUse('--json tells of a file, and there is none.', 'Name a file, or leave it out.');
  if (isPiped && process.stdout.isTTY && (form.gzip || form.format === 'xlsx'))
    throw wrongUse('This is no text to be shown on a terminal.', 'Name a file, or pipe it on.');
  return { ...form, file: isPiped ? undefined : file };
}

async function write(body: Readable, count: Count, output: Writable): Promise<void> {
  const shown = progress(process.stderr.isTTY === true && output !== process.stdout);
  const watched = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      count.take(chunk);
      const { rows, bytes } = count.counted();
      shown.tell(rows === null ? `${bytes} bytes …` : `${rows} rows …`);
      yield chunk;
    }
  };
  try {
    await pipeline(body, watched, output, { end: output !== process.stdout });
    await count.end();
  } catch (error) {
    throw isBrokenOff(error)
      ? new CommandError({
          what: 'The export broke off before its end.',
          remedy: 'Try again; the log of the server says why.',
          exitCode: 1,
        })
      : cannotWrite(error);
  } finally {
    shown.end();
  }
}

function isBrokenOff(error: unknown): boolean {
  return error instanceof Error && /^(terminated|aborted|fetch failed)/.test(error.message);
}

function cannotWrite(error: unknown): unknown {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  return wrongUse(`The file cannot be written: ${message}.`, 'Name a file that can be written.');
}

function wrongUse(what: string, remedy: string): CommandError {
  return new CommandError({ what, remedy, exitCode: 2 });
}
