// Changes a channel.

import type { ChannelAnswer } from '@doorstep/contract/channels.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { refuseStale } from '../db/refuse-stale.ts';
import type { CommandTx } from '../db/run-command.ts';
import { type ChannelRow, lockChannel, updateChannel } from './channel.sql.ts';
import { type ChannelFields, valuesOf } from './create-channel.ts';
import { selectChannelsByCode } from './lookup.sql.ts';
import { presentChannel } from './present-channel.ts';
import { findChannelRow } from './read-channel.ts';

export type ChannelChange = Partial<ChannelFields> & { readonly version?: number };

/**
 * @param reference the channel's id or code
 * @returns refusals: `not-found`, `version-conflict`, `already-exists`
 */
export async function changeChannel(
  tx: CommandTx,
  reference: string,
  change: ChannelChange,
): Promise<ChannelAnswer | Refusal> {
  const meant = await findChannelRow(tx, reference);
  const before = meant === undefined ? undefined : await tx.row(lockChannel, [meant.id]);
  if (before === undefined) return refuse('not-found', `There is no channel ${reference}.`);
  const { version, ...wanted } = change;
  const stale = refuseStale(version, before.version);
  if (stale !== undefined) return stale;
  const old = fieldsOf(before);
  const fields = { ...old, ...wanted };
  const names = Object.keys(old) as (keyof ChannelFields)[];
  const changed = names.filter((name) => fields[name] !== old[name]);
  if (changed.length === 0) return presentChannel(before);
  if (changed.includes('code') && (await tx.row(selectChannelsByCode, [[fields.code]])))
    return refuse('already-exists', `A channel has the code ${fields.code}.`, { field: 'code' });

  const { code, active } = fields;
  const row = await tx.row(updateChannel, [before.id, ...valuesOf(fields)]);
  if (row === undefined) throw new Error('a locked channel was not updated');
  tx.emit({
    type: 'channel.changed.v1',
    subject: idFromUuid('channel', row.id),
    version: row.version,
    data: { code, active, changed },
    change: { before: old, after: fields },
  });
  return presentChannel(row);
}

function fieldsOf(row: ChannelRow): ChannelFields {
  return {
    code: row.code,
    name: row.name,
    active: row.active,
    stockPolicy: row.stock_policy,
    splitPolicy: row.split_policy,
    paymentTimeoutMinutes: row.payment_timeout_minutes,
    captureAt: row.capture_at,
    releaseAfterMinutes: row.release_after_minutes,
  };
}
