// What entries of the audit log are called, and a change in one line.

import type { AuditEntry } from '@doorstep/sdk';
import { useMemo } from 'react';
import { useSay } from '../language/say.ts';
import { kindMessages } from './kind-messages.ts';

type Kind = keyof typeof kindMessages;
export const AUDIT_KINDS = Object.keys(kindMessages) as readonly Kind[];

/** An entry with the name of who did it. */
export type NamedEntry = AuditEntry & { readonly who: string };

export function useAuditWords() {
  const say = useSay(kindMessages);
  return useMemo(
    () => ({
      kind: (kind: string): string => (kind in kindMessages ? say(kind as Kind) : kind),
      change: changeOf,
    }),
    [say],
  );
}

export interface ChangedField {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What differs; all there is where nothing was before. */
export function changedFields({ before, after }: AuditEntry): readonly ChangedField[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after)])];
  return names
    .map((name) => ({ name, before: textOf(before?.[name]), after: textOf(after[name]) }))
    .filter((field) => before === null || field.before !== field.after);
}

function changeOf(entry: AuditEntry): string {
  return changedFields(entry)
    .map(({ name, before, after }) =>
      entry.before === null ? `${name} ${after}` : `${name} ${before} → ${after}`,
    )
    .join(' · ');
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
