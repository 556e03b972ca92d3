// What somebody types over a policy, and what came of saving it.

import type { Draft } from '../record/draft.ts';
import { type DraftEdit, useDraft } from '../record/use-draft.ts';

export interface PolicyOf<P> {
  readonly policy: P;
  readonly onSaved: (policy: P) => void;
}

export interface PolicySource<P, D extends Draft> extends PolicyOf<P> {
  readonly draftOf: (policy: P) => D;
  readonly save: (draft: D, version: number) => Promise<P>;
  readonly read: () => Promise<P>;
}

export function usePolicyDraft<P extends { readonly version: number }, D extends Draft>({
  policy,
  draftOf,
  onSaved,
  save,
  read,
}: PolicySource<P, D>): DraftEdit<D> {
  return useDraft<D>({
    base: draftOf(policy),
    version: policy.version,
    save: async (draft, _changed, version) => onSaved(await save(draft, version)),
    async read() {
      const now = await read();
      return { draft: draftOf(now), version: now.version };
    },
    onSaved() {},
  });
}
