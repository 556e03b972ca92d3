// Makes a channel.

import type { ChannelAnswer } from '@doorstep/contract/channels.ts';
import type { SplitPolicy, StockPolicy } from '@doorstep/core/catalog/channel.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { insertChannel } from './channel.sql.ts';
import { presentChannel } from './present-channel.ts';

export interface ChannelFields {
  readonly code: string;
  readonly name: string;
  readonly active: boolean;
  readonly stockPolicy: StockPolicy;
  readonly splitPolicy: SplitPolicy;
}

/** An active channel takes orders all or nothing, split if need be, unless told otherwise. */
const USUAL = { active: true, stockPolicy: 'all-or-nothing', splitPolicy: 'allow' } as const;

/** @returns refusal: `already-exists` */
export async function createChannel(
  tx: CommandTx,
  input: Partial<ChannelFields> & Pick<ChannelFields, 'code' | 'name'>,
): Promise<ChannelAnswer | Refusal> {
  const { code, name, active, stockPolicy, splitPolicy } = { ...USUAL, ...input };
  const id = newId('channel');
  const row = await tx.row(insertChannel, [
    uuidOf(id),
    code,
    name,
    active,
    stockPolicy,
    splitPolicy,
    tx.now,
  ]);
  if (row === undefined)
    return refuse('already-exists', `A channel has the code ${code}.`, { field: 'code' });
  tx.emit({ type: 'channel.created.v1', subject: id, version: 1, data: { code, active } });
  return presentChannel(row);
}
