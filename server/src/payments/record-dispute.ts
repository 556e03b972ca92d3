// Records what a provider says of a dispute. Told late, twice or out of order, it ends the same: the
// furthest word counts, and of its money each movement stands in the ledger once.

import { actorText } from '@doorstep/core/access/actor.ts';
import { idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { worthOf } from '@doorstep/core/payments/conversion.ts';
import {
  type DisputeStatus,
  disputeEntries,
  isDisputeOpen,
  laterStatus,
} from '@doorstep/core/payments/dispute.ts';
import { worthOfMovement } from '@doorstep/core/payments/payment-worth.ts';
import type { DisputeNotice } from '@doorstep/core/payments/provider.ts';
import { newId, newUuid } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { type DisputeRow, insertDispute, selectDispute, updateDispute } from './disputes.sql.ts';
import type { LockedPayment } from './lock-payment.ts';
import { type MoneyChange, moneyChangeOfEvent, moneyChangeRow, toldMoney } from './money-change.ts';
import { settleAccount } from './settle-account.ts';
import { addFacts, insertLedger } from './sql.ts';

/** The order must be locked by this transaction. */
export async function recordDispute(
  tx: CommandTx,
  { order, payment }: LockedPayment,
  notice: DisputeNotice,
): Promise<void> {
  const { reference, amountMinor } = notice;
  const before = await tx.row(selectDispute, [uuidOf(payment.id), reference]);
  const status = laterStatus(before?.status ?? null, notice.status);
  const id = before === undefined ? newId('dispute') : idFromUuid('dispute', before.id);
  await write(tx, order, payment.id, { id, before, status, notice });
  const disputed = await recordEntries(tx, { order, payment }, status, notice);
  if (before?.status === status) return;
  const change: MoneyChange = { payment: payment.id, disputed };
  const takenMinor = before?.amount_minor ?? amountMinor;
  await emitOfOrder(
    tx,
    order,
    isDisputeOpen(status) ? 'payment.disputed.v1' : 'payment.dispute_closed.v1',
    {
      dispute: id,
      payment: payment.id,
      status,
      ...toldMoney(payment, takenMinor, worthOf(takenMinor, payment.conversion)),
      money: disputed === 0n ? [] : [moneyChangeOfEvent(change)],
    },
    notice.occurredAt,
  );
  show(tx, { order, payment }, id, status, notice);
  await settleAccount(tx, order, null, 'payment');
}

interface Written {
  readonly id: ReturnType<typeof newId<'dispute'>>;
  readonly before: DisputeRow | undefined;
  readonly status: DisputeStatus;
  readonly notice: DisputeNotice;
}

async function write(
  tx: CommandTx,
  order: OrderId,
  payment: LockedPayment['payment']['id'],
  { id, before, status, notice }: Written,
): Promise<void> {
  const { reference, amountMinor, reason, respondBy, occurredAt } = notice;
  if (before !== undefined) {
    await tx.run(updateDispute, [uuidOf(id), status, respondBy, occurredAt]);
    return;
  }
  const ids = [uuidOf(id), uuidOf(order), uuidOf(payment)];
  const fields = [reference, status, amountMinor, reason, respondBy, occurredAt, tx.now];
  await tx.run(insertDispute, [...ids, ...fields]);
}

/** @returns by how much more is taken from us than before */
async function recordEntries(
  tx: CommandTx,
  { order, payment }: LockedPayment,
  status: DisputeStatus,
  { reference, amountMinor, occurredAt }: DisputeNotice,
): Promise<bigint> {
  let change = 0n;
  for (const kind of disputeEntries(status)) {
    const before = { ...payment, disputed: payment.disputed + change };
    const worth = worthOfMovement(before, kind, amountMinor);
    const row = {
      id: newUuid(),
      order: uuidOf(order),
      payment: uuidOf(payment.id),
      intent: null,
      kind,
      amount: String(amountMinor),
      currency: payment.currency,
      worth: payment.conversion === null ? null : String(worth),
      reference,
      at: occurredAt,
      by: actorText(tx.actor),
    };
    const isNew = (await tx.run(insertLedger, [JSON.stringify([row]), tx.now])) > 0;
    if (isNew) change += kind === 'disputed' ? amountMinor : -amountMinor;
  }
  const moved = moneyChangeRow({ payment: payment.id, disputed: change });
  if (change !== 0n) await tx.run(addFacts, [JSON.stringify([moved]), null, 0n]);
  return change;
}

function show(
  tx: CommandTx,
  { order, payment }: LockedPayment,
  dispute: string,
  status: DisputeStatus,
  { amountMinor, reason, respondBy }: DisputeNotice,
): void {
  const type = 'payment-disputed';
  if (!isDisputeOpen(status)) {
    tx.clear({ type, cause: dispute });
    return;
  }
  tx.raise({
    type,
    cause: dispute,
    about: { order, payment: payment.id },
    data: {
      dispute,
      status,
      amountMinor: Number(amountMinor),
      currency: payment.currency,
      code: reason,
    },
    ...(respondBy === null ? {} : { deadline: respondBy }),
  });
}
