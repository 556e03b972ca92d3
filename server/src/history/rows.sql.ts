// SQL of what an import is made of: its rows, and the documents they form.

import { statement } from '../db/statement.ts';

// In order, so that a staging that broke off and goes on elsewhere never doubles a row.
export const insertRows = statement(
  'history.insertRows',
  `insert into import_rows (tenant_id, import_id, number, line, document_key, raw, problems)
   select current_tenant(), $1, row.number, row.line, row.key, row.raw, row.problems
   from jsonb_to_recordset($2::jsonb) as row(
     number bigint, line bigint, key text, raw text, problems jsonb)`,
);

export const insertDocuments = statement(
  'history.insertDocuments',
  `insert into import_documents (tenant_id, import_id, place, key, first_row, row_count)
   select current_tenant(), $1, row_number() over (order by first_row), document_key, first_row,
          row_count
   from (
     select document_key, min(number) as first_row, count(*)::int as row_count
     from import_rows
     where tenant_id = (select current_tenant()) and import_id = $1 and document_key is not null
     group by document_key
   ) as grouped`,
);

export interface DocumentRow {
  readonly place: bigint;
  readonly key: string;
  readonly first_row: bigint;
  readonly row_count: number;
  readonly kind: string | null;
  readonly outcome: string | null;
  readonly reason: string | null;
  readonly entity_id: string | null;
  readonly undo: unknown;
  readonly undo_outcome: 'undone' | 'kept' | null;
  readonly undo_reason: string | null;
}

const DOCUMENT = `place, key, first_row, row_count, kind, outcome, reason, entity_id, undo,
          undo_outcome, undo_reason`;

/** What was not looked at yet, behind a place. */
export const selectOpenDocuments = statement<DocumentRow>(
  'history.selectOpenDocuments',
  `select ${DOCUMENT} from import_documents
   where tenant_id = (select current_tenant()) and import_id = $1 and outcome is null
     and kind is null
   order by place limit $2`,
);

/** What waits until every order is there. */
export const selectDeferredDocuments = statement<DocumentRow>(
  'history.selectDeferredDocuments',
  `select ${DOCUMENT} from import_documents
   where tenant_id = (select current_tenant()) and import_id = $1 and outcome is null
   order by place limit $2`,
);

export const selectRowsOfDocuments = statement<{
  number: bigint;
  document_key: string;
  raw: string | null;
  has_problems: boolean;
}>(
  'history.selectRowsOfDocuments',
  `select row.number, row.document_key, row.raw, row.problems is not null as has_problems
   from unnest($2::text[]) as wanted(key)
   cross join lateral (
     select number, document_key, raw, problems from import_rows
     where tenant_id = (select current_tenant()) and import_id = $1
       and document_key = wanted.key
     order by number) as row`,
);

export const noteRows = statement(
  'history.noteRows',
  `update import_rows as noted set problems = said.problems, warnings = said.warnings
   from jsonb_to_recordset($2::jsonb) as said(number bigint, problems jsonb, warnings jsonb)
   where noted.tenant_id = (select current_tenant()) and noted.import_id = $1
     and noted.number = said.number`,
);

export const decideDocuments = statement(
  'history.decideDocuments',
  `update import_documents as document
   set kind = decided.kind, outcome = decided.outcome, reason = decided.reason,
       entity_id = decided.entity, undo = decided.undo
   from jsonb_to_recordset($2::jsonb) as decided(
     place bigint, kind text, outcome text, reason text, entity uuid, undo jsonb)
   where document.tenant_id = (select current_tenant()) and document.import_id = $1
     and document.place = decided.place`,
);

/** Before a dry run is applied, all is decided again. */
export const forgetDecisions = statement(
  'history.forgetDecisions',
  `update import_documents set kind = null, outcome = null, reason = null, entity_id = null, undo = null
   where tenant_id = (select current_tenant()) and import_id = $1`,
);

// ---- taking back ----

/** The last first: what a later one was made of goes after it. */
export const selectDocumentsToUndo = statement<DocumentRow>(
  'history.selectDocumentsToUndo',
  `select ${DOCUMENT} from import_documents
   where tenant_id = (select current_tenant()) and import_id = $1 and undo_outcome is null
     and outcome in ('create', 'change')
   order by place desc limit $2`,
);

export const noteUndone = statement(
  'history.noteUndone',
  `update import_documents as document
   set undo_outcome = tried.outcome, undo_reason = tried.reason
   from jsonb_to_recordset($2::jsonb) as tried(place bigint, outcome text, reason text)
   where document.tenant_id = (select current_tenant()) and document.import_id = $1
     and document.place = tried.place`,
);

// ---- reading ----

export interface SaidRow {
  readonly number: bigint;
  readonly line: bigint;
  readonly document_key: string | null;
  readonly raw: string | null;
  readonly problems: unknown;
  readonly warnings: unknown;
}

export const selectSaidRows = statement<SaidRow>(
  'history.selectSaidRows',
  `select number, line, document_key, raw, problems, warnings from import_rows
   where tenant_id = (select current_tenant()) and import_id = $1 and number > $2
     and (problems is not null or warnings is not null)
   order by number limit $3`,
);

/** Only those that are refused. */
export const selectProblemRows = statement<SaidRow>(
  'history.selectProblemRows',
  `select number, line, document_key, raw, problems, warnings from import_rows
   where tenant_id = (select current_tenant()) and import_id = $1 and number > $2
     and (problems is not null or warnings is not null) and problems is not null
   order by number limit $3`,
);

export const selectAllRows = statement<SaidRow>(
  'history.selectAllRows',
  `select number, line, document_key, raw, problems, warnings from import_rows
   where tenant_id = (select current_tenant()) and import_id = $1 and number > $2
   order by number limit $3`,
);

export const selectDocuments = statement<DocumentRow>(
  'history.selectDocuments',
  `select ${DOCUMENT} from import_documents
   where tenant_id = (select current_tenant()) and import_id = $1 and place > $2
     and case when $4::text is null then true else outcome = $4 end
   order by place limit $3`,
);

export const selectSourceRows = statement<{
  import_id: string;
  number: bigint;
  line: bigint;
  raw: string | null;
}>(
  'history.selectSourceRows',
  `select row.import_id, row.number, row.line, row.raw
   from import_documents as document
   join import_rows as row on row.tenant_id = (select current_tenant())
     and row.import_id = document.import_id and row.document_key = document.key
   where document.tenant_id = (select current_tenant()) and document.entity_id = $1
     and document.outcome in ('create', 'change')
   order by row.import_id, row.number limit $2`,
);

export const deleteRows = statement(
  'history.deleteRows',
  `delete from import_rows where tenant_id = (select current_tenant()) and import_id = $1`,
);

export const deleteDocuments = statement(
  'history.deleteDocuments',
  `delete from import_documents where tenant_id = (select current_tenant()) and import_id = $1`,
);
