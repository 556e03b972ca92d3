// Issues a gift card. Its code is answered once and kept only as a keyed hash.

import type { issueGiftCard as operation } from '@doorstep/contract/gift-cards.ts';
import type { AnswerOf, BodyOf } from '@doorstep/contract/operation.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { type CustomerId, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { SecretBox } from '../access/secret-box.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { addMovement } from './add-movement.ts';
import { newCode } from './card-codes.ts';
import { presentGiftCard } from './present-value.ts';
import { refuseCustomer } from './refuse-customer.ts';
import { refuseGiving, refusePast, timeOf } from './refuse-giving.ts';
import { insertValue, selectPayer } from './sql.ts';

export async function issueGiftCard(
  tx: CommandTx,
  box: SecretBox,
  input: BodyOf<typeof operation>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const { currency, note = null } = input;
  const amountMinor = BigInt(input.amountMinor);
  const expiresAt = timeOf(input.expiresAt);
  const order = (input.order as OrderId | undefined) ?? null;
  const customer = (input.customer as CustomerId | undefined) ?? null;
  const refusal =
    refusePast(expiresAt, tx.now) ??
    (await refuseCustomer(tx, customer)) ??
    (await refuseOrder(tx, order)) ??
    // What was sold is nobody's present.
    (order === null ? await refuseGiving(tx, { value: null, amountMinor, currency }) : undefined);
  if (refusal !== undefined) return refusal;
  const { code, hash, lastFour } = await newCode(tx, box);
  const made = await tx.row(insertValue, [
    ...[uuidOf(newId('giftCard')), 'gift-card', currency],
    ...[customer === null ? null : uuidOf(customer), hash, lastFour],
    ...[order === null ? null : uuidOf(order), expiresAt, tx.now, actorText(tx.actor)],
  ]);
  if (made === undefined) throw new Error('two gift cards came to have the same code');
  const sold = order === null ? {} : { order };
  const { row } = await addMovement(tx, made, { kind: 'issued', amountMinor, note, ...sold });
  return { giftCard: presentGiftCard(row, tx.now), code };
}

async function refuseOrder(tx: CommandTx, order: OrderId | null): Promise<Refusal | undefined> {
  if (order === null) return undefined;
  const known = await tx.row(selectPayer, [uuidOf(order)]);
  return known === undefined ? refuse('not-found', `There is no order ${order}.`) : undefined;
}
