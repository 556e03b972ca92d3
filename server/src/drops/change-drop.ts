// Changes the terms of a drop that is not over.

import type { DropAnswer, changeDrop as operation } from '@doorstep/contract/drops.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import { type DropId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { refuseStale } from '../db/refuse-stale.ts';
import type { CommandTx } from '../db/run-command.ts';
import { refuseTimes } from './create-drop.ts';
import { findDrop } from './find-drop.ts';
import { readDrop } from './read-drop.ts';
import { refuseOver } from './refuse-over.ts';
import { settleBook } from './settle-book.ts';
import { type DropRow, updateTerms } from './sql.ts';
import { tellOfDrop } from './tell-of-drop.ts';

export async function changeDrop(
  tx: CommandTx,
  id: DropId,
  input: BodyOf<typeof operation>,
): Promise<DropAnswer | Refusal> {
  const found = await findDrop(tx, id);
  if (isRefusal(found)) return found;
  const { opened, book } = found;
  const refused = refuseStale(input.version, opened.row.version) ?? refuseOver(opened.row, tx.now);
  if (refused !== undefined) return refused;
  const terms = termsAfter(opened.row, input);
  if (terms.endsAt <= terms.startsAt) return refuseTimes();
  await tx.run(updateTerms, [
    uuidOf(id),
    terms.name,
    terms.reference,
    terms.startsAt,
    terms.endsAt,
    terms.limitPerBuyer,
    terms.holdSeconds,
    terms.offerSeconds,
  ]);
  const { version: _, ...changes } = input;
  tellOfDrop(book, tx.emit, 'drop.changed.v1', {
    changed: Object.keys(changes),
    startsAt: terms.startsAt,
    endsAt: terms.endsAt,
    limitPerBuyer: terms.limitPerBuyer,
  });
  const changed = { ...book, terms: { ...book.terms, ...terms } };
  await settleBook(tx, opened, changed);
  return readDrop(tx, id);
}

function termsAfter(row: DropRow, input: BodyOf<typeof operation>) {
  const { name, reference, startsAt, endsAt, limitPerBuyer, holdSeconds, offerSeconds } = input;
  return {
    name: name ?? row.name,
    reference: reference === undefined ? row.reference : reference,
    startsAt: startsAt === undefined ? row.starts_at : new Date(startsAt),
    endsAt: endsAt === undefined ? row.ends_at : new Date(endsAt),
    limitPerBuyer: limitPerBuyer === undefined ? row.limit_per_buyer : limitPerBuyer,
    holdSeconds: holdSeconds ?? row.hold_seconds,
    offerSeconds: offerSeconds ?? row.offer_seconds,
  };
}
