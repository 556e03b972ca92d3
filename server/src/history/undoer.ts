// What takes a document of one kind of import back, or says why it stays.

import type { CommandTx } from '../db/run-command.ts';

export interface WrittenDocument {
  readonly outcome: 'create' | 'change';
  /** Bare UUID of what it became. */
  readonly entity: string | null;
  /** What the import kept for this. */
  readonly undo: unknown;
}

/** Null: it is as it was before; otherwise why it stays, and then nothing of it was written. */
export type Undoer = (tx: CommandTx, document: WrittenDocument) => Promise<string | null>;

export const CHANGED_SINCE = 'It was changed since.';
