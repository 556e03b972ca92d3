// Grants the buyer what was paid for units that came back.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { refundReturn as operation } from '@doorstep/contract/returns.ts';
import { type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { smaller } from '@doorstep/core/payments/payment.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import {
  decideReturnRefund,
  type RefundableLine,
  type ReturnRefund,
} from '@doorstep/core/returns/refund.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Tx } from '../db/transaction.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { grantRefund } from '../orders/grant-refund.ts';
import { selectGivenUnits } from '../orders/payments.sql.ts';
import { sayOfRefund } from '../orders/say-of-refund.ts';
import { readTerms } from '../orders/settle-order.ts';
import { selectPayableCharges } from '../orders/sql.ts';
import type { LockedReturn } from './lock-return.ts';
import { readReturnableLines } from './read-returnable-lines.ts';
import { addGrantedToReturn, refundReturnLines, selectReturnLines } from './sql.ts';

/** The return must be locked by this transaction. */
export async function giveBack(
  tx: CommandTx,
  back: LockedReturn,
  input: BodyOf<typeof operation>,
): Promise<{ readonly amountMinor: bigint } | Refusal> {
  const { id, order } = back;
  if (order === null)
    return refuse('not-refundable', 'Nobody knows of which order this is: there is no buyer.');
  const decided = await decide(tx, { ...back, order }, input);
  if (isRefusal(decided)) return decided;
  const { dueMinor } = await readTerms(tx, order, 'shipment');
  // Goodwill may have given part of it back before.
  const worth = smaller(decided.amountMinor, dueMinor);
  const amountMinor = input.amountMinor === undefined ? worth : BigInt(input.amountMinor);
  const more = await refuseMoreAlone(tx, order, amountMinor, worth);
  if (more !== undefined) return more;
  if (amountMinor <= 0n)
    return refuse('nothing-to-refund', 'The buyer has nothing to get back for it.');
  const granted = await grantRefund(tx, order, {
    amountMinor,
    reason: 'return',
    note: input.note ?? null,
    return: id,
  });
  if (isRefusal(granted)) return granted;
  await Promise.all([
    tx.run(refundReturnLines, [uuidOf(id), JSON.stringify(decided.lines)]),
    tx.run(addGrantedToReturn, [uuidOf(id), amountMinor]),
  ]);
  await emitOfOrder(tx, order, 'return.refunded.v1', {
    return: id,
    amountMinor: Number(amountMinor),
    returnLines: decided.lines.map(({ line, quantity }) => ({ line, refunded: quantity })),
  });
  return { amountMinor };
}

/** What came back is paid for; what somebody gives on top is theirs to give only up to their limit. */
async function refuseMoreAlone(
  tx: CommandTx,
  order: OrderId,
  amountMinor: bigint,
  worthMinor: bigint,
): Promise<Refusal | undefined> {
  if (amountMinor <= worthMinor) return undefined;
  const say = await sayOfRefund(tx, tx.actor, order, amountMinor - worthMinor);
  if (isRefusal(say)) return say;
  return say === 'alone'
    ? undefined
    : refuse(
        'refund-needs-approval',
        `What came back is worth ${worthMinor} minor units; somebody else has to agree to more.`,
        { worthMinor: Number(worthMinor) },
      );
}

async function decide(
  tx: Tx,
  { id, order }: LockedReturn & { readonly order: NonNullable<LockedReturn['order']> },
  input: BodyOf<typeof operation>,
): Promise<ReturnRefund | Refusal> {
  const [{ lines, rows }, refunded, returned, charges] = await Promise.all([
    readReturnableLines(tx, order),
    tx.rows(selectGivenUnits, [uuidOf(order)]),
    tx.rows(selectReturnLines, [uuidOf(id)]),
    tx.row(selectPayableCharges, [uuidOf(order)]),
  ]);
  const refundable = lines.map((line, index): RefundableLine => {
    const own = returned.find((one) => one.line === line.number);
    return {
      ...line,
      payableMinor: line.kind === 'component' ? 0n : (rows[index]?.payable_minor ?? 0n),
      amountMinor: rows[index]?.amount_minor ?? 0n,
      refunded: refunded.find((one) => one.line === line.number)?.units ?? 0,
      open: own === undefined ? 0 : own.received - own.refunded,
    };
  });
  const decided = decideReturnRefund(refundable, {
    lines: input.lines ?? null,
    shippingMinor: input.includeShipping === true ? (charges?.shipping_minor ?? 0n) : 0n,
  });
  // An amount that somebody names is given for whatever came.
  const isNamed = input.amountMinor !== undefined && input.lines === undefined;
  return isRefusal(decided) && decided.refused === 'nothing-to-refund' && isNamed
    ? { lines: [], amountMinor: 0n }
    : decided;
}
