// An import as the API shows it.

import type { ImportAnswer } from '@doorstep/contract/imports.ts';
import type { Profile } from '@doorstep/core/history/profile.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import type { ImportRow } from './imports.sql.ts';

export interface Outcomes {
  readonly create?: Readonly<Record<string, number>>;
  readonly change?: Readonly<Record<string, number>>;
  readonly skip?: Readonly<Record<string, number>>;
  readonly refuse?: Readonly<Record<string, number>>;
}

export function presentImport(row: ImportRow): ImportAnswer {
  const { create = {}, change = {}, skip = {}, refuse = {} } = row.outcomes as Outcomes;
  return {
    id: idFromUuid('import', row.id),
    kind: row.kind as ImportAnswer['kind'],
    profile: (row.profile as Profile | null)?.name ?? null,
    fileName: row.file_name,
    apply: row.apply,
    state: row.state as ImportAnswer['state'],
    receivedBytes: Number(row.received_bytes),
    format: row.format as ImportAnswer['format'],
    rows: { read: Number(row.rows_read), refused: Number(row.rows_refused) },
    documents: {
      total: Number(row.documents),
      handled: Number(row.documents_handled),
      create: { ...create },
      change: { ...change },
      skip: { ...skip },
      refuse: { ...refuse },
    },
    fields: row.fields as ImportAnswer['fields'],
    error: row.error as ImportAnswer['error'],
    undoable: whyNotUndoable(row) === null,
    undo:
      row.undo_began_at === null || row.undo_began_by === null
        ? null
        : {
            undone: Number(row.documents_undone),
            kept: Number(row.documents_kept),
            at: row.undo_began_at.toISOString(),
            by: row.undo_began_by,
          },
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}

export type WhyNotUndoable = 'orders-stay' | 'nothing-written' | 'at-work' | 'undone-before';

const ENDED = new Set(['done', 'failed', 'canceled']);

/** Null: it would be tried. */
export function whyNotUndoable(row: ImportRow): WhyNotUndoable | null {
  if (row.undo_began_at !== null) return 'undone-before';
  if (row.written_at === null) return row.state === 'applying' ? 'at-work' : 'nothing-written';
  if (!ENDED.has(row.state)) return 'at-work';
  return row.kind === 'orders' ? 'orders-stay' : null;
}
