-- The desk of imports: a file may be sent before anybody says what is in it, and what was imported
-- can be taken back where nothing depends on it since.

alter table imports
  -- When it began to write: what is taken back was written.
  add column written_at timestamptz,
  add column undo_began_at timestamptz,
  add column undo_began_by text,
  add column documents_undone bigint not null default 0,
  add column documents_kept bigint not null default 0,
  drop constraint import_state_is_known,
  add constraint import_state_is_known
    check (state in ('receiving', 'received', 'reading', 'planning', 'ready', 'applying', 'done',
                     'failed', 'canceled', 'undoing', 'undone')),
  add constraint undone_by_somebody check ((undo_began_at is null) = (undo_began_by is null));
drop index imports_at_work;
create index imports_at_work on imports (leased_until)
  where state in ('reading', 'planning', 'applying', 'undoing');

alter table import_documents
  -- What it would take to take it back: numbers and versions, and no word of a person.
  add column undo jsonb,
  add column undo_outcome text,
  add column undo_reason text,
  add constraint undo_outcome_is_known check (undo_outcome in ('undone', 'kept'));
create index import_documents_to_undo on import_documents (tenant_id, import_id, place)
  where undo_outcome is null and outcome in ('create', 'change');
