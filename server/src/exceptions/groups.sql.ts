// SQL of exceptions by type: counts, ages, thresholds, and walking through a group.

import type { ExceptionType } from '@doorstep/core/exceptions/exception-types.ts';
import { statement } from '../db/statement.ts';

export interface GroupRow {
  readonly type: ExceptionType;
  readonly open: number;
  readonly overdue: number;
  readonly snoozed: number;
  readonly oldest_at: Date | null;
}

// Counts stop at $1; $2 the types, $3 the moment. Ids rise with time: the first is the oldest.
export const countByType = statement<GroupRow>(
  'exceptions.countByType',
  `select counted.type,
          (select count(*)::int from (
             select from exceptions where tenant_id = (select current_tenant())
               and type = counted.type and status = 'open' limit $1) as counting) as open,
          (select count(*)::int from (
             select deadline from exceptions where tenant_id = (select current_tenant())
               and type = counted.type and status = 'open' limit $1) as counting
           where deadline < $3) as overdue,
          (select count(*)::int from (
             select from exceptions where tenant_id = (select current_tenant())
               and type = counted.type and status = 'snoozed' limit $1) as counting) as snoozed,
          (select raised_at from exceptions where tenant_id = (select current_tenant())
             and type = counted.type and status = 'open' order by id limit 1) as oldest_at
   from unnest($2::text[]) as counted(type)`,
);

export interface ThresholdRow {
  readonly type: ExceptionType;
  readonly id: string;
  readonly orange: number;
  readonly red: number;
  readonly version: number;
}

export const selectThresholds = statement<ThresholdRow>(
  'exceptions.selectThresholds',
  `select type, id, orange, red, version from exception_thresholds
   where tenant_id = (select current_tenant())`,
);

export const selectThreshold = statement<ThresholdRow>(
  'exceptions.selectThreshold',
  `select type, id, orange, red, version from exception_thresholds
   where tenant_id = (select current_tenant()) and type = $1 for update`,
);

export const insertThreshold = statement<ThresholdRow>(
  'exceptions.insertThreshold',
  `insert into exception_thresholds (tenant_id, type, id, orange, red)
   values (current_tenant(), $1, $2, $3, $4) on conflict do nothing
   returning type, id, orange, red, version`,
);

export const updateThreshold = statement<ThresholdRow>(
  'exceptions.updateThreshold',
  `update exception_thresholds set orange = $2, red = $3, version = version + 1
   where tenant_id = (select current_tenant()) and type = $1
   returning type, id, orange, red, version`,
);

// The oldest first: what is raised while somebody walks comes last.
export const listOldestOfType = statement<{ id: string }>(
  'exceptions.listOldestOfType',
  `select id from exceptions
   where tenant_id = (select current_tenant()) and type = $1 and status = 'open' and id > $2
   order by id limit $3`,
);
