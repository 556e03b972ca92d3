// Makes a channel.

import type { ChannelAnswer } from '@doorstep/contract/channels.ts';
import type { CaptureMoment, SplitPolicy, StockPolicy } from '@doorstep/core/catalog/channel.ts';
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
  /** How long an unpaid order keeps its stock; null: until somebody cancels it. */
  readonly paymentTimeoutMinutes: number | null;
  readonly captureAt: CaptureMoment;
  /** How long after capture an order is released; null: by hand. */
  readonly releaseAfterMinutes: number | null;
}

/** An active channel takes orders all or nothing, split if need be, unless told otherwise. */
const USUAL = {
  active: true,
  stockPolicy: 'all-or-nothing',
  splitPolicy: 'allow',
  paymentTimeoutMinutes: null,
  captureAt: 'shipment',
  releaseAfterMinutes: null,
} as const;

/** @returns refusal: `already-exists` */
export async function createChannel(
  tx: CommandTx,
  input: Partial<ChannelFields> & Pick<ChannelFields, 'code' | 'name'>,
): Promise<ChannelAnswer | Refusal> {
  const fields: ChannelFields = { ...USUAL, ...input };
  const { code, active } = fields;
  const id = newId('channel');
  const row = await tx.row(insertChannel, [uuidOf(id), ...valuesOf(fields), tx.now]);
  if (row === undefined)
    return refuse('already-exists', `A channel has the code ${code}.`, { field: 'code' });
  tx.emit({ type: 'channel.created.v1', subject: id, version: 1, data: { code, active } });
  return presentChannel(row);
}

/** In the order that the statements take them. */
export function valuesOf(fields: ChannelFields): unknown[] {
  return [
    fields.code,
    fields.name,
    fields.active,
    fields.stockPolicy,
    fields.splitPolicy,
    fields.paymentTimeoutMinutes,
    fields.captureAt,
    fields.releaseAfterMinutes,
  ];
}
