// Gives buyers a place in the queue for a SKU: the one they have, if they have one. Where units are
// free, they are offered at once.

import type { joinQueue as operation, PlaceAnswer } from '@doorstep/contract/drop-room.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import { copyBook, type DropBook } from '@doorstep/core/drops/drop-book.ts';
import { joinQueue as join, refuseToQueue } from '@doorstep/core/drops/drop-queue.ts';
import {
  type DropId,
  type DropPlaceId,
  idFromUuid,
  type SkuId,
  uuidOf,
} from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { findKnownSkus, skusUnknown } from '../catalog/find-skus.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { sendAll, type Tx } from '../db/transaction.ts';
import { bookWrites } from './book-writes.ts';
import { buyerDigest } from './buyer-digest.ts';
import type { DropVerb } from './drop-job.ts';
import { findDrop } from './find-drop.ts';
import { selectPlacesOfBuyers } from './holds.sql.ts';
import type { OpenedBook } from './open-books.ts';
import type { QueueLines } from './queue-lines.ts';
import { readPlaces } from './read-place.ts';
import { settleBook } from './settle-book.ts';

type JoinInput = BodyOf<typeof operation>;
/** By SKU and buyer. */
type KnownPlaces = Map<string, DropPlaceId>;

/** Gives places to buyers, one after the other. */
export function joinQueue(lines: QueueLines): DropVerb<JoinInput, PlaceAnswer> {
  return (tx, drop, inputs) => joinAll(tx, lines, drop, inputs);
}

async function joinAll(
  tx: CommandTx,
  lines: QueueLines,
  drop: DropId,
  inputs: readonly JoinInput[],
): Promise<(PlaceAnswer | Refusal)[]> {
  const skus = await findKnownSkus(tx, [...new Set(inputs.map(({ sku }) => sku))]);
  const buyers = [...new Set(inputs.map(({ buyer }) => buyerDigest(drop, buyer)))];
  const found = await findDrop(tx, drop, { buyers });
  if (isRefusal(found)) return inputs.map(() => found);
  const { opened, book } = found;
  const wanted = new Set([...skus.values()].map(({ id }) => id));
  const known = await placesOfBuyers(tx, drop, [...wanted], buyers);
  const outcomes = inputs.map(({ sku: reference, buyer: name, quantity }) => {
    const sku = skus.get(reference)?.id;
    if (sku === undefined) return skusUnknown([reference]);
    return placeFor(book, known, { sku, buyer: buyerDigest(drop, name), quantity }, tx.now);
  });
  // The drop is locked and nothing is written yet: what is read now can be kept.
  for (const sku of wanted) if (book.items.has(sku)) await lines.read(tx, drop, sku);
  await writePlaces(tx, opened, book);
  const ids = outcomes.flatMap((outcome) => (isRefusal(outcome) ? [] : [outcome]));
  const places = await readPlaces(tx, lines.readOwn, drop, ids);
  return outcomes.map((outcome) => (isRefusal(outcome) ? outcome : placeIn(places, outcome)));
}

async function placesOfBuyers(
  tx: Tx,
  drop: DropId,
  skus: readonly SkuId[],
  buyers: readonly string[],
): Promise<KnownPlaces> {
  const rows = await tx.rows(selectPlacesOfBuyers, [uuidOf(drop), skus.map(uuidOf), buyers]);
  return new Map(
    rows.map(({ id, sku_id, buyer }) => [
      `${idFromUuid('sku', sku_id)} ${buyer}`,
      idFromUuid('dropPlace', id),
    ]),
  );
}

function placeFor(
  book: DropBook,
  known: KnownPlaces,
  wants: { readonly sku: SkuId; readonly buyer: string; readonly quantity: number },
  now: Date,
): DropPlaceId | Refusal {
  const name = `${wants.sku} ${wants.buyer}`;
  const has = known.get(name);
  if (has !== undefined) return has;
  const refused = refuseToQueue(book, wants, now);
  if (refused !== undefined) return refused;
  const place = { id: newId('dropPlace'), number: book.told.lastPlace + 1, ...wants };
  join(book, place);
  known.set(name, place.id);
  return place.id;
}

async function writePlaces(tx: CommandTx, opened: OpenedBook, book: DropBook): Promise<void> {
  if (book.newPlaces.size === 0) return;
  // Written first: who is offered something is looked for in the queue as it stands then.
  await sendAll(tx, bookWrites(opened.book, book, tx.now));
  const queued = { ...copyBook(book), newPlaces: new Map() };
  await settleBook(tx, { ...opened, book }, queued);
}

function placeIn(places: ReadonlyMap<DropPlaceId, PlaceAnswer>, id: DropPlaceId): PlaceAnswer {
  const place = places.get(id);
  if (place === undefined) throw new Error(`the place ${id} was not found where it was written`);
  return place;
}
