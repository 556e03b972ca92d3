// Pauses a drop and resumes it. Meanwhile nothing is held, sold or offered; holds that stand are kept.

import type { DropAnswer } from '@doorstep/contract/drops.ts';
import type { DropId } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { findDrop } from './find-drop.ts';
import { readDrop } from './read-drop.ts';
import { refuseOver } from './refuse-over.ts';
import { settleBook } from './settle-book.ts';
import { switchDrop } from './switch-drop.ts';
import { tellOfDrop } from './tell-of-drop.ts';

export async function pauseDrop(tx: CommandTx, id: DropId): Promise<DropAnswer | Refusal> {
  return pauseOrResume(tx, id, tx.now);
}

export async function resumeDrop(tx: CommandTx, id: DropId): Promise<DropAnswer | Refusal> {
  return pauseOrResume(tx, id, null);
}

async function pauseOrResume(
  tx: CommandTx,
  id: DropId,
  pausedAt: Date | null,
): Promise<DropAnswer | Refusal> {
  const found = await findDrop(tx, id);
  if (isRefusal(found)) return found;
  const { opened, book } = found;
  const over = refuseOver(opened.row, tx.now);
  if (over !== undefined) return over;
  const isPaused = opened.row.paused_at !== null;
  if (isPaused === (pausedAt !== null))
    return refuse('drop-not-switched', isPaused ? 'It is paused already.' : 'It is not paused.');
  await switchDrop(tx, opened.row, { paused_at: pausedAt });
  tellOfDrop(book, tx.emit, pausedAt === null ? 'drop.resumed.v1' : 'drop.paused.v1', {});
  await settleBook(tx, opened, { ...book, terms: { ...book.terms, pausedAt } });
  return readDrop(tx, id);
}
