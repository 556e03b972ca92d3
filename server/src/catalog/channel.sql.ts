// SQL of channels.

import type { CaptureMoment } from '@doorstep/core/catalog/channel.ts';
import { statement } from '../db/statement.ts';

const COLUMNS = `id, code, name, active, stock_policy, split_policy, payment_timeout_minutes,
          capture_at, release_after_minutes, created_at, version`;

export interface ChannelRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly active: boolean;
  readonly stock_policy: 'all-or-nothing' | 'partial-with-backorder';
  readonly split_policy: 'allow' | 'forbid';
  readonly payment_timeout_minutes: number | null;
  readonly capture_at: CaptureMoment;
  readonly release_after_minutes: number | null;
  readonly created_at: Date;
  readonly version: number;
}

export const selectChannels = statement<ChannelRow>(
  'catalog.selectChannels',
  `select ${COLUMNS} from channels
   where tenant_id = (select current_tenant()) and id < $1
   order by id desc limit $2`,
);

// $1 the id, or null; $2 the code. An id is meant before a code that looks like one.
export const selectChannel = statement<ChannelRow>(
  'catalog.selectChannel',
  `select ${COLUMNS} from channels
   where tenant_id = (select current_tenant()) and (id = $1 or code = $2)
   order by (id = $1) desc nulls last limit 1`,
);

export const lockChannel = statement<ChannelRow>(
  'catalog.lockChannel',
  `select ${COLUMNS} from channels
   where tenant_id = (select current_tenant()) and id = $1 for no key update`,
);

export const insertChannel = statement<ChannelRow>(
  'catalog.insertChannel',
  `insert into channels (tenant_id, id, code, name, active, stock_policy, split_policy,
     payment_timeout_minutes, capture_at, release_after_minutes, created_at)
   values (current_tenant(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
   on conflict do nothing
   returning ${COLUMNS}`,
);

export const updateChannel = statement<ChannelRow>(
  'catalog.updateChannel',
  `update channels
   set code = $2, name = $3, active = $4, stock_policy = $5, split_policy = $6,
       payment_timeout_minutes = $7, capture_at = $8, release_after_minutes = $9,
       version = version + 1
   where tenant_id = (select current_tenant()) and id = $1
   returning ${COLUMNS}`,
);
