// Reads the file and keeps its rows: each as it was, with the document it belongs to. Work that
// broke off reads the file again and goes on behind the last row that was kept.

import { targetsOf } from '@doorstep/core/history/profile.ts';
import { filledPaths, valuesAt } from '@doorstep/core/history/record-paths.ts';
import type {
  JsonValue,
  RecordProblem,
  SourceRecord,
} from '@doorstep/core/history/source-record.ts';
import { cutText, storableJson, storableText } from '@doorstep/core/history/storable-text.ts';
import { inTransaction } from '../db/transaction.ts';
import { countRows, deleteChunks, finishReading, keepFormat } from './imports.sql.ts';
import { readChunks } from './read-chunks.ts';
import { readSource } from './read-source.ts';
import { insertDocuments, insertRows } from './rows.sql.ts';
import { holdLease, keepLease, type Work } from './work.ts';

const ROWS_TOGETHER = 2000;
/** So much text at once, whatever the rows. */
const TEXT_TOGETHER = 4 * 1024 * 1024;
/** Fields told of in the report; a record of free keys has no end of them. */
const FIELDS_MAX = 2000;

interface StagedRow {
  readonly number: number;
  readonly line: number;
  readonly key: string | null;
  readonly raw: string;
  readonly problems: readonly object[] | null;
}

/** @throws SourceError when the file cannot be read, LeaseLost, an AbortError when the process stops */
export async function stageRows(work: Work): Promise<void> {
  await keepLease(work, () => readRows(work));
}

async function readRows(work: Work): Promise<void> {
  const kept = Number(work.row.rows_read);
  const filled = new Map<string, number>();
  const keyOf = keyReader(work);
  let waiting: StagedRow[] = [];
  let text = 0;
  for await (const read of readSource(chunksOf(work), sourceOptions(work))) {
    work.signal.throwIfAborted();
    if ('format' in read) {
      await inTransaction(work.runtime.app, work.tenant, (tx) =>
        tx.run(keepFormat, [work.row.id, storableJson(read.format)]),
      );
      continue;
    }
    // Of rows that were kept, too: the row behind them may go on with their document.
    const key = 'value' in read ? keyOf(read.value) : null;
    if ('value' in read && filled.size < FIELDS_MAX) filledPaths(read.value, filled);
    if (read.number <= kept) continue;
    const row = 'value' in read ? recordRow(read, key) : problemRow(read);
    waiting.push(row);
    text += row.raw.length;
    if (waiting.length < ROWS_TOGETHER && text < TEXT_TOGETHER) continue;
    await keep(work, waiting);
    waiting = [];
    text = 0;
  }
  await keep(work, waiting);
  await finish(work, filled);
}

/** A document may be read once as a whole before it has a row. */
async function* chunksOf({ runtime, tenant, row, signal }: Work): AsyncGenerator<Uint8Array> {
  for await (const chunk of readChunks(runtime.app, tenant, row)) {
    signal.throwIfAborted();
    yield chunk;
  }
}

function sourceOptions({ row, profile }: Work): Parameters<typeof readSource>[1] {
  return {
    fileName: row.file_name,
    recordPaths: profile.recordPaths,
    requiredColumns: profile.documentKey,
    ...(row.source_options as object),
  };
}

type KeyOf = (value: SourceRecord['value']) => string | null;

function keyReader({ profile }: Work): KeyOf {
  let last: string | null = null;
  return (value) => {
    const parts = profile.documentKey.map((path) => keyPart(value, path));
    const isBlank = parts.every((part) => part === '');
    const key = isBlank ? (profile.blankKeyContinues === true ? last : null) : parts.join(' / ');
    last = key;
    return key;
  };
}

function keyPart(value: JsonValue, path: string): string {
  const [first] = valuesAt(value, path);
  return first === undefined ? '' : cutText(storableText(String(first)).trim(), 300);
}

function recordRow({ number, line, value }: SourceRecord, key: string | null): StagedRow {
  const raw = JSON.stringify(value);
  const problems = key === null && hasAnything(value) ? [NO_DOCUMENT] : null;
  return { number, line, key, raw, problems };
}

function hasAnything(value: SourceRecord['value']): boolean {
  return filledPaths(value).size > 0;
}

const NO_DOCUMENT = {
  code: 'no-document',
  field: null,
  detail: 'The row does not say which order, product, … it belongs to.',
  suggestion: 'Fill the column that the profile names as documentKey, or leave the row out.',
};

function problemRow({ number, line, code, detail, suggestion, text }: RecordProblem): StagedRow {
  // What is wrong is told with a piece of the line, which may be cut inside a character.
  const told = storableText(`${detail} (${code})`);
  const problems = [{ code: 'row-unreadable', field: null, detail: told, suggestion }];
  return { number, line, key: null, raw: JSON.stringify(text), problems };
}

async function keep(work: Work, rows: readonly StagedRow[]): Promise<void> {
  const last = rows.at(-1);
  if (last === undefined) return;
  const refused = rows.filter(({ problems }) => problems !== null).length;
  await inTransaction(work.runtime.app, work.tenant, async (tx) => {
    await holdLease(tx, work);
    await tx.run(insertRows, [work.row.id, JSON.stringify(rows)]);
    await tx.run(countRows, [work.row.id, last.number, refused]);
  });
}

async function finish(work: Work, filled: ReadonlyMap<string, number>): Promise<void> {
  const targets = targetsOf(work.profile);
  const fields = [...filled].map(([field, count]) => ({
    field,
    filled: count,
    target: targets.get(field) ?? null,
  }));
  await inTransaction(work.runtime.app, work.tenant, async (tx) => {
    const { id, apply } = await holdLease(tx, work);
    const documents = await tx.run(insertDocuments, [id]);
    await tx.run(deleteChunks, [id]);
    const next = apply ? 'applying' : 'planning';
    const writtenAt = apply ? work.runtime.now() : null;
    await tx.run(finishReading, [id, next, storableJson(fields), documents, writtenAt]);
  });
}
