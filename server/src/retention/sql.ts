// SQL of rules of retention and their runs.

import type { RetentionKind } from '@doorstep/core/settings/retention.ts';
import { statement } from '../db/statement.ts';

export interface RuleRow {
  readonly kind: RetentionKind;
  readonly id: string;
  readonly keep_days: number;
  readonly is_on: boolean;
  readonly next_run_at: Date | null;
  readonly version: number;
}

const COLUMNS = 'kind, id, keep_days, is_on, next_run_at, version';

export const selectTenantsWithDueRetention = statement<{ tenant_id: string }>(
  'retention.selectTenantsWithDueRetention',
  `select distinct tenant_id from retention_rules where next_run_at <= $1`,
);

export const selectRules = statement<RuleRow>(
  'retention.selectRules',
  `select ${COLUMNS} from retention_rules where tenant_id = (select current_tenant())`,
);

export const openRule = statement(
  'retention.openRule',
  `insert into retention_rules (tenant_id, kind, id, keep_days, is_on, version)
   values (current_tenant(), $1, $2, $3, false, 0)
   on conflict do nothing`,
);

export const lockRule = statement<RuleRow>(
  'retention.lockRule',
  `select ${COLUMNS} from retention_rules
   where tenant_id = (select current_tenant()) and kind = $1 for update`,
);

export const updateRule = statement<RuleRow>(
  'retention.updateRule',
  `update retention_rules
   set keep_days = $2, is_on = $3, next_run_at = $4, version = version + 1
   where tenant_id = (select current_tenant()) and kind = $1
   returning ${COLUMNS}`,
);

// One that another process works on is passed over.
export const lockDueRule = statement<RuleRow>(
  'retention.lockDueRule',
  `select ${COLUMNS} from retention_rules
   where tenant_id = (select current_tenant()) and next_run_at <= $1
   order by kind limit 1 for update skip locked`,
);

export const setNextRun = statement(
  'retention.setNextRun',
  `update retention_rules set next_run_at = $2
   where tenant_id = (select current_tenant()) and kind = $1 and is_on`,
);

export interface RunRow {
  readonly kind: RetentionKind;
  readonly before: Date;
  readonly erased: number;
  readonly started_at: Date;
  readonly finished_at: Date | null;
}

export const selectRuns = statement<RunRow>(
  'retention.selectRuns',
  `select kind, before, erased, started_at, finished_at from retention_runs
   where tenant_id = (select current_tenant()) order by id desc limit 50`,
);

export const addToRun = statement<{ erased: number }>(
  'retention.addToRun',
  `insert into retention_runs as run (tenant_id, id, kind, before, erased, started_at)
   values (current_tenant(), $1, $2, $3, $4, $5)
   on conflict (tenant_id, kind) where finished_at is null
     do update set erased = run.erased + excluded.erased
   returning erased`,
);

export const finishRun = statement(
  'retention.finishRun',
  `update retention_runs set finished_at = $2
   where tenant_id = (select current_tenant()) and kind = $1 and finished_at is null`,
);

export const forgetRuns = statement(
  'retention.forgetRuns',
  `delete from retention_runs where tenant_id = (select current_tenant()) and id < $1`,
);
