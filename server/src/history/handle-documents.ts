// Decides the documents of an import a batch at a time, and writes them unless it is a dry run. What
// is decided is kept in the same transaction, so work that broke off goes on behind it.

import { systemActor } from '@doorstep/core/access/actor.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { type CommandTx, runCommand } from '../db/run-command.ts';
import { isOfItsData } from '../db/transaction.ts';
import { fewerTogether, mostTogether } from './fewer-together.ts';
import type { Decision, Handler, ImportedDocument } from './handler.ts';
import { HANDLERS } from './handlers.ts';
import { countHandled, setState } from './imports.sql.ts';
import type { Outcomes } from './present-import.ts';
import { refuseDocument } from './refuse-document.ts';
import {
  type DocumentRow,
  decideDocuments,
  noteRows,
  selectDeferredDocuments,
  selectOpenDocuments,
  selectRowsOfDocuments,
} from './rows.sql.ts';
import { holdLease, type Work } from './work.ts';

const ROWS_TOGETHER = 5000;

/** Acts for imports of what was; webhooks pass over what it did. */
const HISTORY = systemActor('import-history');
const MASTER = systemActor('import');

/**
 * As many as its turn lasts, or all that are left.
 *
 * @throws LeaseLost
 */
export async function handleDocuments(work: Work): Promise<void> {
  for (const isLast of [false, true])
    while ((await handleUndisturbed(work, isLast)) > 0) if (work.isTurnOver()) return;
  await finish(work);
}

async function handleUndisturbed(work: Work, isLast: boolean): Promise<number> {
  const most = mostTogether(work.profile.kind);
  try {
    return await fewerTogether(most, (some) => handleBatch(work, isLast, some), isOfItsData);
  } catch (error) {
    // It was alone by then, and cannot be stored.
    if (!isOfItsData(error)) throw error;
    work.runtime.log.error({ err: error, import: work.row.id }, 'an import refused a document');
    return handleBatch(work, isLast, 1, refuseDocument);
  }
}

/** @returns how many documents it looked at */
async function handleBatch(
  work: Work,
  isLast: boolean,
  together: number,
  handler: Handler = HANDLERS[work.profile.kind],
): Promise<number> {
  const { runtime, tenant, row } = work;
  const context = { tenant, actor: row.kind === 'orders' ? HISTORY : MASTER, now: runtime.now() };
  const { outcome } = await runCommand(runtime.app, context, null, async (tx) => {
    const held = await holdLease(tx, work);
    const which = isLast ? selectDeferredDocuments : selectOpenDocuments;
    const found = batchOf(await tx.rows(which, [row.id, together]));
    if (found.length === 0) return 0;
    const documents = await withRows(tx, row.id, found);
    const how = { write: row.state === 'applying', isLast };
    const decisions = await handler(tx, work, documents, how);
    await keep(tx, row.id, held.outcomes as Outcomes, decisions);
    return found.length;
  });
  if (isRefusal(outcome)) throw new Error(outcome.detail);
  return outcome;
}

function batchOf(found: readonly DocumentRow[]): DocumentRow[] {
  let rows = 0;
  return found.filter((document, index) => {
    rows += document.row_count;
    return index === 0 || rows <= ROWS_TOGETHER;
  });
}

async function withRows(
  tx: CommandTx,
  importId: string,
  found: readonly DocumentRow[],
): Promise<ImportedDocument[]> {
  const keys = found.map(({ key }) => key);
  const rows = Map.groupBy(
    await tx.rows(selectRowsOfDocuments, [importId, keys]),
    (row) => row.document_key,
  );
  return found.map(({ place, key, kind }) => {
    const own = rows.get(key) ?? [];
    return {
      place: Number(place),
      key,
      kind,
      rows: own.map(({ number, raw }) => ({
        row: Number(number),
        value: JSON.parse(raw ?? 'null'),
      })),
      isBroken: own.some((row) => row.raw === null),
    };
  });
}

async function keep(
  tx: CommandTx,
  importId: string,
  before: Outcomes,
  decisions: readonly Decision[],
): Promise<void> {
  const said = saidRows(decisions);
  if (said.length > 0) await tx.run(noteRows, [importId, JSON.stringify(said)]);
  await tx.run(decideDocuments, [importId, JSON.stringify(decisions)]);
  const done = decisions.filter(({ outcome }) => outcome !== null);
  await tx.run(countHandled, [importId, done.length, JSON.stringify(countsAfter(before, done))]);
}

function saidRows(decisions: readonly Decision[]): object[] {
  const rows = new Map<number, { problems: object[]; warnings: object[] }>();
  const at = (row: number) => {
    const known = rows.get(row) ?? { problems: [], warnings: [] };
    rows.set(row, known);
    return known;
  };
  for (const { problems, warnings } of decisions) {
    for (const { row, ...problem } of problems) at(row).problems.push(problem);
    for (const { row, ...warning } of warnings) at(row).warnings.push(warning);
  }
  const orNull = (list: object[]) => (list.length === 0 ? null : list);
  return [...rows].map(([number, { problems, warnings }]) => ({
    number,
    problems: orNull(problems),
    warnings: orNull(warnings),
  }));
}

function countsAfter(before: Outcomes, decisions: readonly Decision[]): Outcomes {
  const counts: Record<string, Record<string, number>> = structuredClone(before) as never;
  for (const { outcome, kind } of decisions) {
    if (outcome === null) continue;
    const own = counts[outcome] ?? {};
    own[kind] = (own[kind] ?? 0) + 1;
    counts[outcome] = own;
  }
  return counts;
}

async function finish(work: Work): Promise<void> {
  const { runtime, tenant, row } = work;
  const context = { tenant, actor: HISTORY, now: runtime.now() };
  await runCommand(runtime.app, context, null, async (tx) => {
    await holdLease(tx, work);
    const isDone = row.state === 'applying';
    await tx.run(setState, [row.id, isDone ? 'done' : 'ready', null, isDone ? tx.now : null]);
    return true;
  });
}
