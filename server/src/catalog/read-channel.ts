// Reads a channel by what people call it: its id or its code.

import type { ChannelAnswer } from '@doorstep/contract/channels.ts';
import { parseId, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { type ChannelRow, selectChannel } from './channel.sql.ts';
import { presentChannel } from './present-channel.ts';

/** @returns refusal: `not-found` */
export async function readChannel(tx: Tx, reference: string): Promise<ChannelAnswer | Refusal> {
  const row = await findChannelRow(tx, reference);
  return row === undefined
    ? refuse('not-found', `There is no channel ${reference}.`)
    : presentChannel(row);
}

export async function findChannelRow(tx: Tx, reference: string): Promise<ChannelRow | undefined> {
  const id = parseId('channel', reference);
  return tx.row(selectChannel, [id === undefined ? null : uuidOf(id), reference]);
}
