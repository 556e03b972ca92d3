// Gives a buyer a place in the queue for a SKU: the one they have, if they have one. Where units are
// free, they are offered at once.

import type { joinQueue as operation, PlaceAnswer } from '@doorstep/contract/drop-room.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import { copyBook } from '@doorstep/core/drops/drop-book.ts';
import { joinQueue as join, refuseToQueue } from '@doorstep/core/drops/drop-queue.ts';
import { type DropId, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { findSkus } from '../catalog/find-skus.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { sendAll } from '../db/transaction.ts';
import { bookWrites } from './book-writes.ts';
import { buyerDigest } from './buyer-digest.ts';
import { findDrop } from './find-drop.ts';
import { selectPlaceOfBuyer } from './holds.sql.ts';
import { readPlace } from './read-place.ts';
import { settleBook } from './settle-book.ts';

export async function joinQueue(
  tx: CommandTx,
  drop: DropId,
  input: BodyOf<typeof operation>,
): Promise<PlaceAnswer | Refusal> {
  const skus = await findSkus(tx, [input.sku]);
  if (isRefusal(skus)) return skus;
  const sku = skus.get(input.sku)?.id;
  if (sku === undefined) throw new Error('findSkus answers every reference');
  const buyer = buyerDigest(drop, input.buyer);
  const found = await findDrop(tx, drop, { buyers: [buyer] });
  if (isRefusal(found)) return found;
  const { opened, book } = found;
  const known = await tx.row(selectPlaceOfBuyer, [uuidOf(drop), uuidOf(sku), buyer]);
  if (known !== undefined) return readPlace(tx, drop, idFromUuid('dropPlace', known.id));
  const place = {
    id: newId('dropPlace'),
    number: book.told.lastPlace + 1,
    ...{ sku, buyer, quantity: input.quantity },
  };
  const refused = refuseToQueue(book, place, tx.now);
  if (refused !== undefined) return refused;
  join(book, place);
  // Written first: who is offered something is looked for in the queue as it stands then.
  await sendAll(tx, bookWrites(opened.book, book, tx.now));
  const queued = { ...copyBook(book), newPlaces: new Map() };
  await settleBook(tx, { ...opened, book }, queued);
  return readPlace(tx, drop, place.id);
}
