// What PostgreSQL's catalog says of a schema, as the lines that would make it.
// The names of the catalog are not words: cspell:disable

export interface TableRow {
  readonly name: string;
  readonly partitioned_by: string | null;
  readonly partition_of: string | null;
  readonly options: string | null;
  readonly has_row_security: boolean;
  readonly forces_row_security: boolean;
}

/** Our tables; of partitions only the defaults, for the others depend on the date. */
const ours = `ours as (
  select c.oid, c.relname, c.relkind, c.reloptions, c.relrowsecurity, c.relforcerowsecurity,
         c.relacl, c.relowner, c.relispartition
  from pg_class as c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and (not c.relispartition or pg_get_expr(c.relpartbound, c.oid) = 'DEFAULT')
)`;

export const selectTables = `with ${ours}
  select relname as name,
         pg_get_partkeydef(oid) as partitioned_by,
         (select inhparent::regclass::text || ' ' || pg_get_expr(c.relpartbound, c.oid)
          from pg_inherits join pg_class as c on c.oid = inhrelid
          where inhrelid = ours.oid) as partition_of,
         array_to_string(reloptions, ', ') as options,
         relrowsecurity as has_row_security,
         relforcerowsecurity as forces_row_security
  from ours order by relname collate "C"`;

export const selectColumns = `with ${ours}
  select relname as table,
         quote_ident(attname) || ' ' || format_type(atttypid, atttypmod)
         || case when attcollation <> typcollation
                 then ' collate ' || quote_ident(collname) else '' end
         || case when attgenerated = 's'
                 then ' generated always as (' || pg_get_expr(adbin, adrelid) || ') stored'
                 when adbin is not null then ' default ' || pg_get_expr(adbin, adrelid)
                 else '' end
         || case when attnotnull then ' not null' else '' end as line
  from ours
  join pg_attribute as a on a.attrelid = ours.oid and attnum > 0 and not attisdropped
  join pg_type as t on t.oid = atttypid
  left join pg_collation as l on l.oid = attcollation
  left join pg_attrdef as d on d.adrelid = ours.oid and d.adnum = attnum
  order by relname collate "C", attnum`;

/** PostgreSQL 18 names "not null" as constraints too; the columns say it already. */
export const selectConstraints = `with ${ours}
  select relname as table, 'constraint ' || conname || ' ' || pg_get_constraintdef(c.oid) as line
  from ours join pg_constraint as c on c.conrelid = ours.oid
  where contype <> 'n' and not relispartition
  order by relname collate "C", contype desc, conname collate "C"`;

export const selectIndexes = `with ${ours}
  select relname as table,
         replace(replace(pg_get_indexdef(indexrelid), ' ON ONLY public.', ' on '),
                 ' ON public.', ' on ') || ';' as line
  from ours join pg_index as i on i.indrelid = ours.oid
  where not relispartition
    and not exists (select from pg_constraint where conindid = i.indexrelid and contype <> 'f')
  order by relname collate "C", indexrelid::regclass::text collate "C"`;

export const selectPolicies = `
  select tablename as table,
         'create policy ' || policyname || ' on ' || tablename || ' for ' || lower(cmd)
         || ' to ' || array_to_string(roles, ', ')
         || coalesce(' using (' || qual || ')', '')
         || coalesce(' with check (' || with_check || ')', '') || ';' as line
  from pg_policies where schemaname = 'public'
  order by tablename collate "C", policyname collate "C"`;

/** What others than the owner may do, with tables and with single columns. */
export const selectGrants = `with ${ours}, granted as (
    select relname, '' as columns, grantee, privilege_type
    from ours, aclexplode(relacl) where grantee <> relowner
    union all
    select relname, '(' || string_agg(attname, ', ' order by attnum) || ')', grantee,
           privilege_type
    from ours
    join pg_attribute on attrelid = ours.oid and attacl is not null,
    aclexplode(attacl) where grantee <> relowner
    group by relname, grantee, privilege_type
  )
  select relname as table,
         'grant ' || string_agg(lower(privilege_type) || columns, ', '
                                order by privilege_type collate "C", columns)
         || ' on ' || relname || ' to '
         || case grantee when 0 then 'public' else grantee::regrole::text end || ';' as line
  from granted group by relname, grantee
  order by relname collate "C", grantee::regrole::text collate "C"`;

export const selectSequences = `
  select 'create sequence ' || c.relname || ';'
         || coalesce((select string_agg(E'\\ngrant ' || privileges || ' on sequence ' || c.relname
                            || ' to ' || grantee::regrole::text || ';', ''
                            order by grantee::regrole::text collate "C")
                      from (select grantee, string_agg(lower(privilege_type), ', '
                                     order by privilege_type collate "C") as privileges
                            from aclexplode(c.relacl) where grantee <> c.relowner
                            group by grantee) as granted), '') as line
  from pg_class as c
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'S'
  order by c.relname collate "C"`;

export const selectRoutines = `
  select pg_get_functiondef(p.oid) as definition,
         coalesce((select string_agg('grant execute on ' || proname || ' to '
                            || case grantee when 0 then 'public' else grantee::regrole::text end
                            || ';', E'\\n' order by grantee::regrole::text collate "C")
                   from aclexplode(coalesce(proacl, acldefault('f', proowner)))
                   where grantee <> proowner), '') as grants
  from pg_proc as p
  where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p')
    and not exists (select from pg_depend
                    where objid = p.oid and deptype = 'e' and classid = 'pg_proc'::regclass)
  order by p.proname collate "C"`;
