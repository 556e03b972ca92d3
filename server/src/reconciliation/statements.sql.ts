// SQL of statements: what is read of a provider's balance, and how far that is.

import { statement } from '../db/statement.ts';

export interface StatementRow {
  readonly id: string;
  readonly connection_id: string;
  readonly origin: 'api' | 'file';
  readonly file_name: string | null;
  readonly from_at: Date | null;
  readonly to_at: Date | null;
  readonly state: 'reading' | 'checking' | 'recalling' | 'done' | 'failed';
  readonly place: string | null;
  readonly attempts: number;
  readonly failure: string | null;
  readonly lines: number;
  readonly new_lines: number;
  readonly differences: number;
  readonly created_at: Date;
  readonly created_by: string;
  readonly finished_at: Date | null;
}

const COLUMNS = `id, connection_id, origin, file_name, from_at, to_at, state, place, attempts,
          failure, lines, new_lines, differences, created_at, created_by, finished_at`;

// One that is fetched is due at once, by the database's clock; a file is read by who sends it.
export const insertStatement = statement<StatementRow>(
  'reconciliation.insertStatement',
  `insert into provider_statements (tenant_id, id, connection_id, origin, file_name, from_at,
     to_at, state, next_attempt_at, created_at, created_by)
   values (current_tenant(), $1, $2, $3, $4, $5, $6, 'reading',
           case when $3 = 'api' then now() end, $7, $8)
   returning ${COLUMNS}`,
);

export const selectStatement = statement<StatementRow>(
  'reconciliation.selectStatement',
  `select ${COLUMNS} from provider_statements
   where tenant_id = (select current_tenant()) and id = $1`,
);

export const lockStatement = statement<StatementRow>(
  'reconciliation.lockStatement',
  `select ${COLUMNS} from provider_statements
   where tenant_id = (select current_tenant()) and id = $1 for update`,
);

export const selectStatements = statement<StatementRow>(
  'reconciliation.selectStatements',
  `select ${COLUMNS} from provider_statements
   where tenant_id = (select current_tenant()) and connection_id = $1 and id < $2
   order by id desc limit $3`,
);

// As doorstep_clock.
export const selectTenantsWithDueStatements = statement<{ tenant_id: string }>(
  'reconciliation.selectTenantsWithDueStatements',
  `select distinct tenant_id from provider_statements
   where next_attempt_at is not null and next_attempt_at <= now()
     and (leased_until is null or leased_until <= now())`,
);

export const selectTenantsWithDueConnections = statement<{ tenant_id: string }>(
  'reconciliation.selectTenantsWithDueConnections',
  `select distinct tenant_id from provider_connections
   where next_statement_at is not null and next_statement_at <= $1`,
);

// $1 for how long; all by the database's clock, for it is about processes and calls.
export const leaseStatement = statement<StatementRow>(
  'reconciliation.leaseStatement',
  `update provider_statements set leased_until = now() + $1::interval, attempts = attempts + 1
   where tenant_id = (select current_tenant())
     and id = (
       select id from provider_statements
       where tenant_id = (select current_tenant()) and next_attempt_at <= now()
         and (leased_until is null or leased_until <= now())
       order by next_attempt_at, id limit 1 for update skip locked)
   returning ${COLUMNS}`,
);

export const advanceStatement = statement(
  'reconciliation.advanceStatement',
  `update provider_statements
   set state = $2, place = $3, lines = lines + $4, new_lines = new_lines + $5,
       differences = differences + $6, attempts = 0, leased_until = null, failure = null,
       next_attempt_at = case when $2 = 'done' or origin = 'file' and $2 = 'reading'
                              then null else now() end,
       finished_at = case when $2 = 'done' then $7::timestamptz end
   where tenant_id = (select current_tenant()) and id = $1`,
);

export const postponeStatement = statement(
  'reconciliation.postponeStatement',
  `update provider_statements
   set next_attempt_at = now() + $2::interval, leased_until = null, failure = $3
   where tenant_id = (select current_tenant()) and id = $1`,
);

export const failStatement = statement(
  'reconciliation.failStatement',
  `update provider_statements
   set state = 'failed', next_attempt_at = null, leased_until = null, failure = $2,
       finished_at = $3
   where tenant_id = (select current_tenant()) and id = $1 and state <> 'done'`,
);

// Whose sender is gone: a file comes in a request, and no request takes so long.
export const failAbandoned = statement(
  'reconciliation.failAbandoned',
  `update provider_statements set state = 'failed', failure = 'broken-off', finished_at = $2
   where tenant_id = (select current_tenant()) and connection_id = $1 and origin = 'file'
     and state = 'reading' and created_at < $2::timestamptz - interval '6 hours'`,
);

export interface DueConnectionRow {
  readonly id: string;
  readonly provider: string;
  readonly statements_read_to: Date | null;
  readonly created_at: Date;
}

// Each day once: whoever comes second finds it done.
export const takeDueConnections = statement<DueConnectionRow>(
  'reconciliation.takeDueConnections',
  `update provider_connections
   set next_statement_at = $1::timestamptz + interval '1 day'
   where tenant_id = (select current_tenant()) and next_statement_at <= $1
     and removed_at is null
   returning id, provider, statements_read_to, created_at`,
);

export const recordReadTo = statement(
  'reconciliation.recordReadTo',
  `update provider_connections set statements_read_to = greatest(statements_read_to, $2)
   where tenant_id = (select current_tenant()) and id = $1`,
);
