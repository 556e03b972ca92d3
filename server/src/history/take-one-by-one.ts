// Rows that stand for themselves are taken by the verbs that people use, one after the other.

import type { MappedMaster } from '@doorstep/core/history/master-map.ts';
import { type Id, type IdKind, uuidOf } from '@doorstep/core/ids.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Decision, Handler, ImportedDocument, Outcome } from './handler.ts';
import { tryOut } from './try-out.ts';
import type { Work } from './work.ts';

export interface Taken {
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly entity: string | null;
  /** What it would take to take it back: see undo-documents.ts. */
  readonly undo?: object;
}

/** A handler of rows that stand for themselves. */
export function takeOneByOne<T>(
  kind: string,
  map: (profile: Work['profile'], rows: ImportedDocument['rows']) => MappedMaster<T>,
  take: (tx: CommandTx, wish: T) => Promise<Taken>,
): Handler {
  return async (tx, { profile }, documents, { write }) => {
    const decisions: Decision[] = [];
    for (const { place, rows } of documents) {
      const { wish, problems, warnings } = map(profile, rows);
      const taken =
        wish === null
          ? { outcome: 'refuse' as const, reason: problems[0]?.detail ?? null, entity: null }
          : await tryOut(tx, write, async (inner) => {
              const result = await take(inner, wish);
              return { result, refused: result.outcome === 'refuse' };
            });
      decisions.push({ place, kind, ...taken, problems, warnings });
    }
    return decisions;
  };
}

export function refused({ detail }: Refusal): Taken {
  return { outcome: 'refuse', reason: detail, entity: null };
}

export function became(before: number | undefined, after: { id: string; version: number }): Taken {
  const outcome = before === undefined ? 'create' : before === after.version ? 'skip' : 'change';
  return { outcome, reason: null, entity: uuidOf(after.id as Id<IdKind>) };
}
