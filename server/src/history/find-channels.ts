// The channels that documents of the past name; one that is not there yet is made.

import { type ChannelId, idFromUuid } from '@doorstep/core/ids.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { createChannel } from '../catalog/create-channel.ts';
import { selectChannelsByCode } from '../catalog/lookup.sql.ts';
import { type CommandTx, LostRace } from '../db/run-command.ts';

/** Without `write` a channel that would be made is left out. */
export async function findChannels(
  tx: CommandTx,
  codes: readonly string[],
  write: boolean,
): Promise<ReadonlyMap<string, ChannelId>> {
  const wanted = [...new Set(codes)].sort();
  const rows = await tx.rows(selectChannelsByCode, [wanted]);
  const found = new Map(rows.map(({ code, id }) => [code, idFromUuid('channel', id)]));
  if (!write) return found;
  for (const code of wanted) {
    if (found.has(code)) continue;
    const made = await createChannel(tx, { code, name: code });
    if (isRefusal(made)) throw new LostRace(made.detail);
    found.set(code, made.id as ChannelId);
  }
  return found;
}
