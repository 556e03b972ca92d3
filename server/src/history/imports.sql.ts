// SQL of imports: the file as it arrives, the work on it, and how far that has come.

import { statement } from '../db/statement.ts';

export interface ImportRow {
  readonly id: string;
  readonly kind: string;
  readonly profile: unknown;
  readonly source_options: unknown;
  readonly file_name: string;
  readonly apply: boolean;
  readonly state: string;
  readonly received_bytes: bigint;
  readonly format: unknown;
  readonly fields: unknown;
  readonly rows_read: bigint;
  readonly rows_refused: bigint;
  readonly documents: bigint;
  readonly documents_handled: bigint;
  readonly outcomes: unknown;
  readonly error: unknown;
  readonly created_at: Date;
  readonly created_by: string;
  readonly finished_at: Date | null;
  readonly written_at: Date | null;
  readonly undo_began_at: Date | null;
  readonly undo_began_by: string | null;
  readonly documents_undone: bigint;
  readonly documents_kept: bigint;
}

const COLUMNS = `id, kind, profile, source_options, file_name, apply, state, received_bytes, format,
          fields, rows_read, rows_refused, documents, documents_handled, outcomes, error,
          created_at, created_by, finished_at, written_at, undo_began_at, undo_began_by,
          documents_undone, documents_kept`;

export const insertImport = statement<ImportRow>(
  'history.insertImport',
  `insert into imports (tenant_id, id, kind, profile, source_options, file_name, apply,
     created_at, created_by)
   values (current_tenant(), $1, $2, $3, $4, $5, $6, $7, $8)
   returning ${COLUMNS}`,
);

export const selectImport = statement<ImportRow>(
  'history.selectImport',
  `select ${COLUMNS} from imports where tenant_id = (select current_tenant()) and id = $1`,
);

export const lockImport = statement<ImportRow>(
  'history.lockImport',
  `select ${COLUMNS} from imports
   where tenant_id = (select current_tenant()) and id = $1 for update`,
);

export const selectImports = statement<ImportRow>(
  'history.selectImports',
  `select ${COLUMNS} from imports
   where tenant_id = (select current_tenant()) and id < $1
   order by id desc limit $2`,
);

// ---- the file ----

export const insertChunk = statement(
  'history.insertChunk',
  `insert into import_chunks (tenant_id, import_id, starts_at, bytes)
   values (current_tenant(), $1, $2, $3)`,
);

export const receiveBytes = statement<ImportRow>(
  'history.receiveBytes',
  `update imports set received_bytes = received_bytes + $2, state = $3
   where tenant_id = (select current_tenant()) and id = $1
   returning ${COLUMNS}`,
);

export const selectChunk = statement<{ bytes: Buffer }>(
  'history.selectChunk',
  `select bytes from import_chunks
   where tenant_id = (select current_tenant()) and import_id = $1 and starts_at = $2`,
);

export const deleteChunks = statement(
  'history.deleteChunks',
  `delete from import_chunks
   where tenant_id = (select current_tenant()) and import_id = $1`,
);

/** A file that waits is read from now on. */
export const mapSource = statement<ImportRow>(
  'history.mapSource',
  `update imports set kind = $2, profile = $3, source_options = $4, apply = $5, state = 'reading'
   where tenant_id = (select current_tenant()) and id = $1
   returning ${COLUMNS}`,
);

// ---- the work ----

// As doorstep_clock: which tenants have an import that nobody works on.
export const selectTenantsWithDueImports = statement<{ tenant_id: string }>(
  'history.selectTenantsWithDueImports',
  `select distinct tenant_id from imports
   where state in ('reading', 'planning', 'applying', 'undoing')
     and (leased_until is null or leased_until <= $1)`,
);

export const leaseImport = statement<ImportRow>(
  'history.leaseImport',
  `update imports set lease = $2, leased_until = $3
   where tenant_id = (select current_tenant())
     and id = (
       select id from imports
       where tenant_id = (select current_tenant())
         and state in ('reading', 'planning', 'applying', 'undoing')
         and (leased_until is null or leased_until <= $1)
       order by id limit 1 for update skip locked)
   returning ${COLUMNS}`,
);

/** Nothing when it was canceled, or another process took it over. */
export const renewLease = statement<ImportRow>(
  'history.renewLease',
  `update imports set leased_until = $4
   where tenant_id = (select current_tenant()) and id = $1 and lease = $2 and state = $3
   returning ${COLUMNS}`,
);

export const dropLease = statement(
  'history.dropLease',
  `update imports set lease = null, leased_until = null
   where tenant_id = (select current_tenant()) and id = $1 and lease = $2`,
);

export const countRows = statement(
  'history.countRows',
  `update imports set rows_read = $2, rows_refused = rows_refused + $3
   where tenant_id = (select current_tenant()) and id = $1`,
);

export const keepFormat = statement(
  'history.keepFormat',
  `update imports set format = $2
   where tenant_id = (select current_tenant()) and id = $1`,
);

export const finishReading = statement(
  'history.finishReading',
  `update imports set state = $2, fields = $3, documents = $4, written_at = $5
   where tenant_id = (select current_tenant()) and id = $1`,
);

export const countHandled = statement(
  'history.countHandled',
  `update imports set documents_handled = documents_handled + $2, outcomes = $3
   where tenant_id = (select current_tenant()) and id = $1`,
);

export const setState = statement<ImportRow>(
  'history.setState',
  `update imports
   set state = $2, error = $3, finished_at = $4, lease = null, leased_until = null
   where tenant_id = (select current_tenant()) and id = $1
   returning ${COLUMNS}`,
);

/** Only of who holds the lease: what others made of it meanwhile stands. */
export const failImport = statement(
  'history.failImport',
  `update imports
   set state = 'failed', error = $3, finished_at = $4, lease = null, leased_until = null
   where tenant_id = (select current_tenant()) and id = $1 and lease = $2`,
);

export const forgetCounts = statement(
  'history.forgetCounts',
  `update imports set documents = 0, documents_handled = 0, outcomes = '{}'
   where tenant_id = (select current_tenant()) and id = $1`,
);

export const beginApplying = statement<ImportRow>(
  'history.beginApplying',
  `update imports
   set state = 'applying', documents_handled = 0, outcomes = '{}', lease = null,
       leased_until = null, written_at = $2
   where tenant_id = (select current_tenant()) and id = $1
   returning ${COLUMNS}`,
);

export const beginUndo = statement<ImportRow>(
  'history.beginUndo',
  `update imports
   set state = 'undoing', undo_began_at = $2, undo_began_by = $3, lease = null,
       leased_until = null
   where tenant_id = (select current_tenant()) and id = $1
   returning ${COLUMNS}`,
);

export const countUndone = statement(
  'history.countUndone',
  `update imports
   set documents_undone = documents_undone + $2, documents_kept = documents_kept + $3
   where tenant_id = (select current_tenant()) and id = $1`,
);

// ---- forgetting ----

// As doorstep_clock.
export const selectTenantsWithDueDryRuns = statement<{ tenant_id: string }>(
  'history.selectTenantsWithDueDryRuns',
  `select distinct tenant_id from imports
   where state in ('receiving', 'received', 'ready') and created_at <= $1::timestamptz - interval '7 days'`,
);

export const selectForgotten = statement<{ id: string }>(
  'history.selectForgotten',
  `select id from imports
   where tenant_id = (select current_tenant()) and state in ('receiving', 'received', 'ready')
     and created_at <= $1
   order by id limit 1 for update skip locked`,
);
