// What somebody types over a version of something. When another was quicker, what was not touched
// becomes theirs, and where both changed something, the user chooses. Nothing typed is lost.

import { DoorstepError } from '@doorstep/sdk';
import { useState } from 'react';
import { type Difference, type Draft, differences, merged } from './draft.ts';

export interface DraftSource<D extends Draft> {
  readonly base: D;
  readonly version: number;
  /** Writes the fields that changed. */
  save(draft: D, changed: ReadonlySet<keyof D>, version: number): Promise<unknown>;
  /** As it is now. */
  read(): Promise<{ readonly draft: D; readonly version: number }>;
  onSaved(): void;
}

export interface DraftEdit<D extends Draft> {
  readonly draft: D;
  readonly changed: ReadonlySet<keyof D>;
  readonly isBusy: boolean;
  readonly error: unknown;
  /** Null: nobody was quicker. */
  readonly conflict: readonly Difference<D>[] | null;
  set(part: Partial<D>): void;
  save(): Promise<void>;
  takeTheirs(): void;
}

export function useDraft<D extends Draft>(source: DraftSource<D>): DraftEdit<D> {
  const [seen, setSeen] = useState({ base: source.base, version: source.version });
  const [draft, setDraft] = useState(source.base);
  const [conflict, setConflict] = useState<readonly Difference<D>[] | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const changed = new Set(differences(seen.base, draft).map(({ field }) => field));

  const meet = async (): Promise<void> => {
    const now = await source.read();
    setConflict(
      differences(seen.base, now.draft).map(({ field, to }) => ({
        field,
        from: draft[field] ?? '',
        to,
      })),
    );
    setDraft(merged(seen.base, draft, now.draft));
    setSeen({ base: now.draft, version: now.version });
  };
  const save = async (): Promise<void> => {
    setIsBusy(true);
    setError(null);
    try {
      await source.save(draft, changed, seen.version);
      source.onSaved();
    } catch (problem) {
      if (problem instanceof DoorstepError && problem.code === 'version-conflict')
        await meet().catch(setError);
      else setError(problem);
    } finally {
      setIsBusy(false);
    }
  };
  return {
    draft,
    changed,
    isBusy,
    error,
    conflict,
    set: (part) => setDraft((before) => ({ ...before, ...part })),
    save,
    takeTheirs() {
      setDraft(seen.base);
      setConflict(null);
    },
  };
}
