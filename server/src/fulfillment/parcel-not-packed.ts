// A parcel that somebody else shipped, or that was voided, is not shipped by who comes later.

import { actorText } from '@doorstep/core/access/actor.ts';
import type { OrderId, ParcelId } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { nameActors } from '../access/name-actors.ts';
import type { CommandTx } from '../db/run-command.ts';
import { readHistory } from '../log/read-log.ts';
import type { KnownParcelRow } from './parcels.sql.ts';

const LOOKED_AT_MAX = 50;
const VERSION_MAX = 2_147_483_647;

export async function parcelNotPacked(
  tx: CommandTx,
  order: OrderId,
  parcel: ParcelId,
  { voided }: Pick<KnownParcelRow, 'voided'>,
): Promise<Refusal> {
  if (voided)
    return refuse('parcel-not-packed', 'Everything in this parcel was canceled; it is voided.', {
      status: 'voided',
    });
  const events = await readHistory(tx, order, {
    after: 0,
    before: VERSION_MAX,
    wants: ['parcel.shipped.'],
    newestFirst: true,
    limit: LOOKED_AT_MAX,
  });
  const left = events.find(({ data }) => data['parcel'] === parcel);
  const actor = left?.actor ?? actorText(tx.actor);
  const name = (await nameActors(tx, [actor]))[actor] ?? actor;
  return refuse('parcel-not-packed', `${name} shipped this parcel before you did.`, {
    status: 'shipped',
    actor,
    actorName: name,
    shippedAt: left?.occurredAt ?? null,
  });
}
