// Available to sell, per SKU and channel.

import { type SkuId, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { findKnownSkus } from '../catalog/find-skus.ts';
import { selectAllChannels, selectChannelsByCode } from '../catalog/lookup.sql.ts';
import type { Tx } from '../db/transaction.ts';
import { selectAvailability, selectBackorderRoom, selectKitParts } from './sql.ts';

export interface Availability {
  readonly sku: string;
  readonly channel: string;
  readonly availableToSell: number;
  readonly backorderRoom: number;
}

/**
 * For the channel, or all active ones: of each SKU that is known, by the names they were asked for.
 *
 * @returns refusal: `channel-unknown`
 */
export async function readAvailability(
  tx: Tx,
  references: readonly string[],
  channelCode: string | undefined,
): Promise<ReadonlyMap<string, readonly Availability[]> | Refusal> {
  const skus = await findKnownSkus(tx, references);
  const channels =
    channelCode === undefined
      ? await tx.rows(selectAllChannels)
      : await tx.rows(selectChannelsByCode, [[channelCode]]);
  if (channels.length === 0 && channelCode !== undefined)
    return refuse('channel-unknown', `There is no channel ${channelCode}.`);

  const asked = [...new Set(references.flatMap((reference) => skus.get(reference) ?? []))];
  const parts = await partsOf(
    tx,
    asked.map((sku) => sku.id),
  );
  /** What a unit of the SKU takes from stock: itself, or a kit's components. */
  const takes = (sku: SkuId) => parts.get(uuidKey(sku)) ?? new Map([[uuidKey(sku), 1]]);
  const stocked = [...new Set(asked.flatMap((sku) => [...takes(sku.id).keys()]))];
  const units = await unitsOf(
    tx,
    stocked,
    channels.map((channel) => channel.id),
  );
  const itemsOf = (sku: (typeof asked)[number]): Availability[] =>
    channels.map((channel) => {
      const kit = [...takes(sku.id)];
      const available = kit.map(([part, perKit]) =>
        Math.floor((units.available.get(`${part} ${channel.id}`) ?? 0) / perKit),
      );
      const room = kit.map(([part, perKit]) => Math.floor((units.room.get(part) ?? 0) / perKit));
      return {
        sku: sku.code,
        channel: channel.code,
        availableToSell: Math.min(...available),
        backorderRoom: Math.min(...room),
      };
    });
  const byReference = references.flatMap((reference) => {
    const sku = skus.get(reference);
    return sku === undefined ? [] : [[reference, itemsOf(sku)] as const];
  });
  return new Map(byReference);
}

/** Per kit, its components and how many of each. */
async function partsOf(
  tx: Tx,
  skus: readonly SkuId[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const parts = new Map<string, Map<string, number>>();
  for (const row of await tx.rows(selectKitParts, [skus.map(uuidOf)])) {
    const kit = parts.get(row.kit_sku) ?? new Map<string, number>();
    parts.set(row.kit_sku, kit.set(row.component_sku, row.quantity_per_kit));
  }
  return parts;
}

async function unitsOf(
  tx: Tx,
  skus: readonly string[],
  channels: readonly string[],
): Promise<{ available: Map<string, number>; room: Map<string, number> }> {
  const [available, room] = await Promise.all([
    tx.rows(selectAvailability, [skus, channels]),
    tx.rows(selectBackorderRoom, [skus]),
  ]);
  return {
    available: new Map(available.map((row) => [`${row.sku_id} ${row.channel_id}`, row.units])),
    room: new Map(room.map((row) => [row.sku_id, row.room])),
  };
}

/** The dashed form, as rows carry it. */
function uuidKey(id: SkuId): string {
  return uuidOf(id).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
