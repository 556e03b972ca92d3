// Promises, spends, gives back and puts back what stored value an order is paid with: what the port of
// payment providers asks of us. The id of the intent is the key: it has one effect and one answer.

import { type Id, idFromUuid, parseId, uuidOf } from '@doorstep/core/ids.ts';
import type { IntentKind } from '@doorstep/core/payments/payment.ts';
import type { StoredValueKind } from '@doorstep/core/payments/stored-value-provider.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { availableMinor, giftCardState } from '@doorstep/core/stored-value/stored-value.ts';
import type {
  ValueAnswer,
  ValueDecline,
  ValueRequest,
} from '@doorstep/core/stored-value/value-book.ts';
import type { CommandTx } from '../db/run-command.ts';
import { addMovement, type Moved, type NewMovement } from './add-movement.ts';
import { openStoreCredit } from './open-store-credit.ts';
import {
  type HoldRow,
  liftExpiry,
  lockValue,
  selectHold,
  selectMovementOfIntent,
  selectPayer,
  selectStoreCreditId,
  type ValueRow,
} from './sql.ts';

type Declined = Extract<ValueAnswer, { done: false }>;

export async function moveValue(
  tx: CommandTx,
  kind: IntentKind,
  account: StoredValueKind,
  request: ValueRequest,
): Promise<ValueAnswer> {
  const intent = uuidOf(request.key as Id<'paymentIntent'>);
  if ((await tx.row(selectMovementOfIntent, [intent])) === undefined) {
    const value = await findValue(tx, kind, account, request);
    if ('done' in value) return value;
    // Looked up behind the lock: whoever asked at the same time has done it by now.
    const known = await tx.row(selectMovementOfIntent, [intent]);
    if (known === undefined) {
      const moved = await move(tx, kind, value, request);
      return 'done' in moved ? moved : answerOf(tx, moved, request);
    }
  }
  const done = await tx.row(selectMovementOfIntent, [intent]);
  if (done === undefined) throw new Error(`${request.key} was done and is not found`);
  const { amount_minor: amount, held_minor: held } = done;
  const moved = amount === 0n ? held : amount;
  return {
    done: true,
    reference: idFromUuid('valueMovement', done.id),
    amountMinor: moved < 0n ? -moved : moved,
    occurredAt: done.occurred_at,
  };
}

function answerOf(tx: CommandTx, { id }: Moved, { amountMinor }: ValueRequest): ValueAnswer {
  return { done: true, reference: id, amountMinor, occurredAt: tx.now };
}

function declined(code: ValueDecline, detail: string): Declined {
  return { done: false, code, detail };
}

/** The account, locked: by the promise, by the card, or by whoever ordered. */
async function findValue(
  tx: CommandTx,
  kind: IntentKind,
  account: StoredValueKind,
  { reference, token, order, currency }: ValueRequest,
): Promise<ValueRow | Declined> {
  const hold = reference === null ? undefined : parseId('valueMovement', reference);
  if (hold !== undefined) {
    const found = await findHold(tx, uuidOf(hold));
    return (found && (await lockNewest(tx, found.value_id))) ?? NOT_HELD;
  }
  if (kind === 'capture' || kind === 'void') return NOT_HELD;
  if (account === 'gift-card') {
    const card = token === null ? undefined : parseId('giftCard', token);
    const row = card === undefined ? undefined : await tx.row(lockValue, [uuidOf(card)]);
    return row ?? declined('gift-card-unknown', 'There is no such gift card.');
  }
  const payer = (await tx.row(selectPayer, [uuidOf(order)]))?.customer_id ?? null;
  if (payer === null)
    return declined('no-customer', 'The order has no customer who could have store credit.');
  if (kind === 'refund') {
    const opened = await openStoreCredit(tx, idFromUuid('customer', payer), currency);
    return isRefusal(opened) ? declined('customer-erased', opened.detail) : opened;
  }
  const known = await tx.row(selectStoreCreditId, [payer, currency]);
  const row = known === undefined ? undefined : await lockNewest(tx, known.id);
  return row ?? declined('no-store-credit', `The customer has no store credit in ${currency}.`);
}

/** Where nothing of it is left, any of its accounts leads to the one who has it by now. */
async function findHold(tx: CommandTx, hold: string): Promise<HoldRow | undefined> {
  const rows = await tx.rows(selectHold, [hold]);
  return rows.find(({ held_minor: held }) => held > 0n) ?? rows[0];
}

const NOT_HELD = declined('not-held', 'Nothing of that is promised to this payment any more.');

/** The account, or the one that it was moved to while we waited for it. */
async function lockNewest(tx: CommandTx, id: string): Promise<ValueRow | undefined> {
  const row = await tx.row(lockValue, [id]);
  return row === undefined || row.moved_to === null ? row : tx.row(lockValue, [row.moved_to]);
}

async function move(
  tx: CommandTx,
  kind: IntentKind,
  value: ValueRow,
  request: ValueRequest,
): Promise<Moved | Declined> {
  const { amountMinor, order, payment, reference } = request;
  const intent = uuidOf(request.key as Id<'paymentIntent'>);
  const of = { intent, order, payment };
  if (kind === 'authorize') {
    const why = whyNotHeld(tx, value, request);
    if (why !== undefined) return why;
    return addMovement(tx, value, { ...of, kind: 'held', heldMinor: amountMinor, hold: 'itself' });
  }
  const hold = reference === null ? {} : { hold: uuidOf(reference as Id<'valueMovement'>) };
  if (kind === 'refund')
    return putBack(tx, value, { ...of, ...hold, kind: 'refunded', amountMinor });
  const held = hold.hold === undefined ? undefined : await findHold(tx, hold.hold);
  if (held === undefined || held.held_minor < amountMinor) return NOT_HELD;
  if (kind === 'capture')
    return addMovement(tx, value, {
      ...{ ...of, ...hold, kind: 'spent' },
      ...{ amountMinor: -amountMinor, heldMinor: -amountMinor },
    });
  return addMovement(tx, value, {
    ...{ ...of, ...hold, kind: 'released', heldMinor: -amountMinor },
    // What is free again may have come to its end meanwhile.
    expiryDueAt: value.kind === 'gift-card' ? value.expires_at : tx.now,
  });
}

/** What an account cannot promise; undefined: it can. */
function whyNotHeld(
  tx: CommandTx,
  value: ValueRow,
  { amountMinor, currency }: ValueRequest,
): Declined | undefined {
  if (value.currency !== currency)
    return declined('currency-differs', `It is in ${value.currency}, the payment in ${currency}.`);
  const balance = { balanceMinor: value.balance_minor, heldMinor: value.held_minor };
  const life = { ...balance, disabledAt: value.disabled_at, expiresAt: value.expires_at };
  const state = giftCardState(life, tx.now);
  if (state === 'disabled') return declined('gift-card-disabled', 'The gift card is disabled.');
  if (state === 'expired') return declined('gift-card-expired', 'The gift card has expired.');
  if (availableMinor(balance) < amountMinor)
    return declined('balance-too-low', `${availableMinor(balance)} minor units are left.`);
  return undefined;
}

/** Also to a card that is disabled: it is the buyer's money. */
async function putBack(
  tx: CommandTx,
  value: ValueRow,
  movement: NewMovement,
): Promise<Moved | Declined> {
  if (value.expires_at !== null && value.expires_at <= tx.now) await tx.run(liftExpiry, [value.id]);
  return addMovement(tx, value, movement);
}
