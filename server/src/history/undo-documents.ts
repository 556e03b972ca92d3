// Takes the documents of an import back a batch at a time, the last first.

import { systemActor } from '@doorstep/core/access/actor.ts';
import type { ImportKind } from '@doorstep/core/history/fields.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { type CommandTx, runCommand } from '../db/run-command.ts';
import { fewerTogether, mostToUndo } from './fewer-together.ts';
import { countUndone, setState } from './imports.sql.ts';
import { type DocumentRow, noteUndone, selectDocumentsToUndo } from './rows.sql.ts';
import { tryOut } from './try-out.ts';
import { undoCustomer } from './undo-customer.ts';
import { undoLocation } from './undo-location.ts';
import { undoProduct } from './undo-product.ts';
import { lockLevelsToUndo, undoStock } from './undo-stock.ts';
import type { Undoer, WrittenDocument } from './undoer.ts';
import { holdLease, type Work } from './work.ts';

const ACTOR = systemActor('import');

/** Orders of the past stay: the command refuses them. */
const UNDOERS: Readonly<Partial<Record<ImportKind, Undoer>>> = {
  stock: undoStock,
  products: undoProduct,
  customers: undoCustomer,
  locations: undoLocation,
};

/**
 * As many as its turn lasts, or all that are left.
 *
 * @throws LeaseLost
 */
export async function undoDocuments(work: Work): Promise<void> {
  const most = mostToUndo(work.profile.kind);
  const undoSome = () => fewerTogether(most, (some) => undoBatch(work, some));
  while (!(await undoSome()) && !work.isTurnOver());
}

/** @returns whether there is none left */
async function undoBatch(work: Work, together: number): Promise<boolean> {
  const { runtime, tenant, row } = work;
  const context = { tenant, actor: ACTOR, now: runtime.now() };
  const { outcome } = await runCommand(runtime.app, context, null, async (tx) => {
    await holdLease(tx, work);
    const documents = await tx.rows(selectDocumentsToUndo, [row.id, together]);
    if (documents.length === 0) {
      await tx.run(setState, [row.id, 'undone', null, tx.now]);
      return true;
    }
    if (work.profile.kind === 'stock') await lockLevelsToUndo(tx, documents);
    const tried = [];
    for (const document of documents) tried.push(await undoOne(tx, work, document));
    const undone = tried.filter((one) => one.outcome === 'undone').length;
    await tx.run(noteUndone, [row.id, JSON.stringify(tried)]);
    await tx.run(countUndone, [row.id, undone, tried.length - undone]);
    return false;
  });
  if (isRefusal(outcome)) throw new Error(outcome.detail);
  return outcome;
}

async function undoOne(tx: CommandTx, { profile }: Work, document: DocumentRow) {
  const undo = UNDOERS[profile.kind];
  if (undo === undefined) throw new Error(`nothing takes ${profile.kind} back`);
  const written: WrittenDocument = {
    outcome: document.outcome === 'create' ? 'create' : 'change',
    entity: document.entity_id,
    undo: document.undo,
  };
  const reason = await tryOut(tx, true, async (inner) => {
    const result = await undo(inner, written);
    return { result, refused: result !== null };
  });
  return { place: Number(document.place), outcome: reason === null ? 'undone' : 'kept', reason };
}
