-- What colleagues say to each other about an exception: who was called, what was tried. Words may be
-- personal, so they stand here and in no event. An exception has 200 at most.
create table exception_comments (
  tenant_id uuid not null,
  exception_id uuid not null,
  id uuid not null,
  body text not null,
  author text not null,
  created_at timestamptz not null,
  primary key (tenant_id, exception_id, id)
);
call protect_tenant_table('exception_comments');
