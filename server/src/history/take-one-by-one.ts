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

export interface OneByOne<Wish, Found> {
  readonly kind: string;
  readonly map: (profile: Work['profile'], rows: ImportedDocument['rows']) => MappedMaster<Wish>;
  /** Looks at all that a batch wants before the first is taken, and locks it if it is written. */
  readonly find: (tx: CommandTx, wishes: readonly Wish[], write: boolean) => Promise<Found>;
  readonly take: (tx: CommandTx, wish: Wish, found: Found) => Promise<Taken>;
}

/** A handler of rows that stand for themselves. */
export function takeOneByOne<Wish, Found>(way: OneByOne<Wish, Found>): Handler {
  const { kind, map, find, take } = way;
  return async (tx, { profile }, documents, { write }) => {
    const decisions: Decision[] = [];
    const wanted = documents.map(({ place, rows }) => ({ place, ...map(profile, rows) }));
    const wishes = wanted.flatMap(({ wish }) => (wish === null ? [] : [wish]));
    const found = await find(tx, wishes, write);
    for (const { place, wish, problems, warnings } of wanted) {
      const taken =
        wish === null
          ? { outcome: 'refuse' as const, reason: problems[0]?.detail ?? null, entity: null }
          : await tryOut(tx, write, async (inner) => {
              const result = await take(inner, wish, found);
              return { result, refused: result.outcome === 'refuse' };
            });
      decisions.push({ place, kind, ...taken, problems, warnings });
    }
    return decisions;
  };
}

/** Each finds what it needs when it is taken. */
export const findNothing = async (): Promise<null> => null;

export function refused({ detail }: Refusal): Taken {
  return { outcome: 'refuse', reason: detail, entity: null };
}

export function became(before: number | undefined, after: { id: string; version: number }): Taken {
  const outcome = before === undefined ? 'create' : before === after.version ? 'skip' : 'change';
  return { outcome, reason: null, entity: uuidOf(after.id as Id<IdKind>) };
}
