// Looks at the beginning of a file that waits: what it is, what its fields hold, and which profile
// would read it.

import type { previewImport as operation } from '@doorstep/contract/import-desk.ts';
import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import {
  fittingProfiles,
  RECORD_PATHS,
  suggestedMapping,
} from '@doorstep/core/history/column-mapping.ts';
import { IMPORT_KINDS } from '@doorstep/core/history/fields.ts';
import { PROFILES } from '@doorstep/core/history/profiles.ts';
import { filledPaths, valuesAt } from '@doorstep/core/history/record-paths.ts';
import type { SourceFormat, SourceRecord } from '@doorstep/core/history/source-record.ts';
import type { TenantId } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { findImport } from './find-import.ts';
import type { ImportRow } from './imports.sql.ts';
import { readChunks } from './read-chunks.ts';
import { readSource } from './read-source.ts';
import { refuseUnlessReceived } from './refuse-unless-received.ts';
import { SourceError } from './source-error.ts';

type Preview = AnswerOf<typeof operation>;

const RECORDS_MAX = 50;
const FIELDS_MAX = 300;
const SAMPLES_MAX = 4;
const SAMPLE_LENGTH_MAX = 80;
/** JSON and workbooks are read whole before their first record. */
const SPOOLED_BYTES_MAX = 64 * 1024 * 1024;

interface Beginning {
  format: SourceFormat | null;
  error: Preview['error'];
  readonly records: SourceRecord[];
}

export async function previewImport(
  pool: Pool,
  tenant: TenantId,
  reference: string,
  reading: QueryOf<typeof operation>,
): Promise<Preview | Refusal> {
  const row = await inTransaction(pool, tenant, (tx) => findImport(tx, reference));
  if (isRefusal(row)) return row;
  const early = refuseUnlessReceived(row);
  if (early !== undefined) return early;
  const { format, error, records } = await readBeginning(pool, tenant, row, reading);
  const fields = fieldsOf(format, records);
  const names = fields.map(({ field }) => field);
  return {
    format: format === null ? null : toldFormat(format),
    error,
    records: records.length,
    fields,
    profiles: fittingProfiles(PROFILES, names).slice(0, 8),
    suggestions: Object.fromEntries(
      IMPORT_KINDS.map((kind) => [kind, suggestedMapping(kind, names) as Record<string, string>]),
    ),
  };
}

function toldFormat({ format, gzip, encoding, delimiter }: SourceFormat): Preview['format'] {
  return { format, gzip, encoding, delimiter };
}

async function readBeginning(
  pool: Pool,
  tenant: TenantId,
  row: ImportRow,
  reading: QueryOf<typeof operation>,
): Promise<Beginning> {
  const seen: Beginning = { format: null, error: null, records: [] };
  const isLarge = Number(row.received_bytes) > SPOOLED_BYTES_MAX;
  const source = {
    ...row,
    received_bytes: isLarge ? BigInt(SPOOLED_BYTES_MAX) : row.received_bytes,
  };
  const options = { fileName: row.file_name, recordPaths: RECORD_PATHS, ...reading };
  try {
    for await (const item of readSource(readChunks(pool, tenant, source), options)) {
      if ('format' in item) seen.format = item.format;
      else if ('value' in item) seen.records.push(item);
      if (seen.records.length === RECORDS_MAX) break;
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    // It was cut for looking at it: what breaks is our cut, and not the file.
    if (isLarge) return seen;
    const { code, line, detail, suggestion } = error;
    seen.error = { code, line, detail, suggestion };
  }
  return seen;
}

/** Columns in their order, the empty ones too; else the paths that hold something. */
function fieldsOf(
  format: SourceFormat | null,
  records: readonly SourceRecord[],
): Preview['fields'] {
  const paths = new Set<string>(format?.columns ?? []);
  for (const { value } of records)
    for (const path of filledPaths(value).keys()) if (path !== '') paths.add(path);
  return [...paths].slice(0, FIELDS_MAX).map((field) => {
    const values = records.map(({ value }) => valuesAt(value, field).map(String));
    return {
      field,
      filled: values.filter((some) => some.length > 0).length,
      samples: [...new Set(values.flat())]
        .slice(0, SAMPLES_MAX)
        .map((text) => text.slice(0, SAMPLE_LENGTH_MAX)),
    };
  });
}
