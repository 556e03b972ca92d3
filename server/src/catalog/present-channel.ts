// A channel as the wire shows it.

import type { ChannelAnswer } from '@doorstep/contract/channels.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import type { ChannelRow } from './channel.sql.ts';

export function presentChannel(row: ChannelRow): ChannelAnswer {
  return {
    id: idFromUuid('channel', row.id),
    code: row.code,
    name: row.name,
    active: row.active,
    stockPolicy: row.stock_policy,
    splitPolicy: row.split_policy,
    paymentTimeoutMinutes: row.payment_timeout_minutes,
    captureAt: row.capture_at,
    releaseAfterMinutes: row.release_after_minutes,
    createdAt: row.created_at.toISOString(),
    version: row.version,
  };
}
