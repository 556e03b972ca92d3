// What takes the documents of one kind of import, and what it says of each.

import type { SourceRow } from '@doorstep/core/history/order-map.ts';
import type { RowProblem } from '@doorstep/core/history/problem.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Work } from './work.ts';

export interface ImportedDocument {
  readonly place: number;
  readonly key: string;
  /** Of what waited until all orders are there. */
  readonly kind: string | null;
  readonly rows: readonly SourceRow[];
  /** A row of it could not be read at all. */
  readonly isBroken: boolean;
}

export type Outcome = 'create' | 'change' | 'skip' | 'refuse';

export interface Decision {
  readonly place: number;
  readonly kind: string;
  /** Null: only its kind is known, it waits until all orders are there. */
  readonly outcome: Outcome | null;
  readonly reason: string | null;
  /** Bare UUID of what it became. */
  readonly entity: string | null;
  /** What it would take to take it back. */
  readonly undo?: object;
  readonly problems: readonly RowProblem[];
  readonly warnings: readonly RowProblem[];
}

/** Documents of one kind of import: decides them all, and writes them if it is to. */
export type Handler = (
  tx: CommandTx,
  work: Work,
  documents: readonly ImportedDocument[],
  how: { readonly write: boolean; readonly isLast: boolean },
) => Promise<readonly Decision[]>;
