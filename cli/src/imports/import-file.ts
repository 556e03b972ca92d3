// doorstep import orders FILE: what was, from wherever it was.

import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  createImport,
  getImport,
  getImportReport,
  type ImportAnswer,
  listImportRows,
} from '@doorstep/contract/imports.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import { IMPORT_KINDS } from '@doorstep/core/history/fields.ts';
import type { Command } from 'commander';
import { callApi, errorOf, headersOf, reach, urlOf } from '../api.ts';
import { CommandError } from '../command-error.ts';
import { type Connection, readConnection } from '../config.ts';
import { given, type JsonOption, verb } from '../options.ts';
import { hint, say, sayJson } from '../print.ts';
import { progress } from '../progress.ts';
import { followImport } from './follow-import.ts';
import { sayImport, saySaidRows } from './say-import.ts';
import { sendFile, sizeOf } from './send-file.ts';

type Body = BodyOf<typeof createImport>;

interface Options
  extends JsonOption,
    Pick<Body, 'channel' | 'currency' | 'timeZone' | 'encoding' | 'delimiter' | 'sheet'> {
  readonly profile?: string;
  readonly dryRun?: boolean;
  readonly report?: string;
  readonly resume?: string;
}

const ROWS_SHOWN = 20;

export function importCommands(parent: Command): void {
  for (const kind of IMPORT_KINDS)
    verb(parent, `${kind} <file>`, `import ${kind}: CSV, TSV, JSON, NDJSON or XLSX, also .gz`)
      .option('--profile <name or file>', 'how its columns map: see doorstep imports profiles')
      .option('--dry-run', 'only say what would happen')
      .option('--report <file>', 'write the whole report as CSV')
      .option('--channel <code>', 'the channel of orders that name none')
      .option('--currency <code>', 'of amounts that name none')
      .option('--time-zone <name>', 'of dates that do not say, such as Europe/Berlin')
      .option('--encoding <name>', 'utf-8, utf-16le, utf-16be or windows-1252')
      .option('--delimiter <character>', 'between columns, where it is not found')
      .option('--sheet <name>', 'of a workbook')
      .option('--resume <import>', 'go on with an upload that broke off')
      .addHelpText(
        'after',
        '\nWhat is imported never reserves stock, charges or notifies. The same file again changes nothing.',
      )
      .action((file: string, options: Options) => importFile(kind, file, options));
}

/** Of what `doorstep export` writes. */
function usualProfile(kind: string, file: string): string {
  if (kind !== 'orders') return `doorstep-${kind}`;
  return /\.(csv|tsv|xlsx)(\.gz)?$/i.test(file) ? 'doorstep-csv' : 'doorstep';
}

async function importFile(
  kind: (typeof IMPORT_KINDS)[number],
  file: string,
  options: Options,
): Promise<void> {
  const connection = await readConnection();
  const size = await sizeOf(file);
  const begun =
    options.resume === undefined
      ? await callApi(connection, createImport, { body: await bodyOf(kind, file, options) })
      : await callApi(connection, getImport, { params: { import: options.resume } });
  const shown = progress();
  try {
    if (begun.state === 'receiving')
      await sendFile(connection, file, begun, (bytes) =>
        shown.tell(`sending: ${Math.floor((bytes / Math.max(1, size)) * 100)} %`),
      );
  } catch (error) {
    if (!options.json) hint(`Go on with --resume ${begun.id}`);
    throw error;
  } finally {
    shown.end();
  }
  await tellEnd(connection, await followImport(connection, begun.id), options);
}

async function tellEnd(
  connection: Connection,
  ended: ImportAnswer,
  { json, report }: Options,
): Promise<void> {
  if (report !== undefined) await writeReport(connection, ended.id, report);
  const hasFailed = ended.state === 'failed' || Object.keys(ended.documents.refuse).length > 0;
  if (hasFailed) process.exitCode = 1;
  if (json) return sayJson(ended);
  sayImport(ended);
  const query = { limit: ROWS_SHOWN };
  const said = await callApi(connection, listImportRows, { params: { import: ended.id }, query });
  saySaidRows(said.items);
  if (said.nextCursor !== null) hint('There are more: --report report.csv has them all.');
  if (report !== undefined) say(`The whole report is in ${report}`);
}

async function bodyOf(kind: Body['kind'], file: string, options: Options): Promise<Body> {
  const { channel, currency, timeZone, encoding, delimiter, sheet } = options;
  return {
    kind,
    profile: await profileOf(options.profile ?? usualProfile(kind ?? 'orders', file)),
    fileName: basename(file),
    apply: options.dryRun !== true,
    ...given({
      channel,
      currency,
      timeZone,
      encoding,
      delimiter,
      sheet,
    }),
  } as Body;
}

/** A name, or a file of one's own. */
async function profileOf(text: string): Promise<Body['profile']> {
  if (!/[./\\]/.test(text)) return text;
  try {
    return JSON.parse(await readFile(text, 'utf8')) as Body['profile'];
  } catch (error) {
    throw new CommandError({
      what: `The profile ${text} cannot be read: ${(error as Error).message}.`,
      remedy:
        'docs/guides/import.md shows the form; doorstep imports profiles --json shows the built-in ones.',
      exitCode: 2,
    });
  }
}

export async function writeReport(connection: Connection, id: string, file: string): Promise<void> {
  const url = urlOf(connection, getImportReport, { params: { import: id } });
  const headers = headersOf(connection, getImportReport);
  const response = await reach(connection, () => fetch(url, { headers }));
  if (!response.ok || response.body === null) throw errorOf(response.status, await response.text());
  await pipeline(Readable.fromWeb(response.body as never), createWriteStream(file));
}
